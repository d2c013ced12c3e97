"""One partnership: from its files to what was judged of it, in whatever process that is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from gapcheck.assess.as_at import newest_days
from gapcheck.assess.beyond import Themed, themed_in
from gapcheck.assess.run import assess, fieldworks
from gapcheck.judging.by_name import told
from gapcheck.judging.ground import Ground, Opener
from gapcheck.load.walk import Folder
from gapcheck.model.corpus import Corpus
from gapcheck.model.finding import Finding
from gapcheck.model.report import PartnershipReport
from gapcheck.sweep.parts import Parcel, kept, without_collecting


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of each partnership; `slim`: of findings only what an overview shows."""

    ground: Ground
    today: date
    as_at: date | None = None
    slim: bool = False

    @property
    def root(self) -> Path:
        """The study's folder."""
        return self.ground.root


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of one partnership; `newest` is its own last day, None where nothing is admitted.

    `themed` are its excerpts with themes, from which is told what no policy asks for.
    """

    part: PartnershipReport
    findings: tuple[Finding, ...]
    themed: tuple[Themed, ...]
    newest: date | None


def judge_part(asked: Parcel, folders: Sequence[Folder]) -> bytes:
    """What came of each of some folders with a partnership in it, as `heard` reads it."""
    judge = kept(asked, Judge)
    with without_collecting():
        return told([one for folder in folders if (one := judge.of(folder))])


class Judge:
    """Whoever judges partnerships of one study, one after the other."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._opener = Opener(asked.ground)

    def of(self, folder: Folder, as_at: date | None = None) -> Judged | None:
        """One partnership, by its own day where none is given; None where its file is wrong."""
        return self.judged(self._opener.corpus(folder), as_at)

    def judged(self, corpus: Corpus, as_at: date | None = None) -> Judged | None:
        """The same of what was read already."""
        asked = self._asked
        if not corpus.partnerships:
            return None
        day = as_at or asked.as_at
        works = (work,) = fieldworks(corpus, asked.today, day, ())
        report = assess(corpus, today=asked.today, as_at=day, works=works)
        findings = tuple(map(slim, report.findings)) if asked.slim else report.findings
        newest = newest_days(corpus.sources, asked.today).get(work.partnership.id)
        return Judged(report.partnerships[0], findings, tuple(themed_in(work)), newest)


def slim(finding: Finding) -> Finding:
    """A finding without its working, but for the shares in it: where there are any is told how."""
    shares = (one for one in finding.statements if one.share)
    return Finding(
        finding.imperative,
        finding.partnership,
        finding.as_at,
        finding.rule,
        finding.verdict,
        "",
        finding.confidence,
        reason=finding.reason,
        statements=tuple(replace(one, quote=None, translation=None) for one in shares),
        signoff=finding.signoff,
        rests_on_suspect=finding.rests_on_suspect,
    )
