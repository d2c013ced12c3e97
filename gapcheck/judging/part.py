"""One partnership: from its files to what was judged of it, in whatever process that is done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from gapcheck.assess.as_at import newest_days
from gapcheck.assess.beyond import Themed, themed_in
from gapcheck.assess.run import assess, fieldworks
from gapcheck.judging.ground import Opener
from gapcheck.judging.partnerships import Task
from gapcheck.load.walk import Folder
from gapcheck.model.corpus import Corpus
from gapcheck.model.finding import Finding
from gapcheck.model.report import PartnershipReport


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of one partnership; `newest` is its own last day, None where nothing is admitted.

    `themed` are its excerpts with themes, from which is told what no policy asks for.
    """

    part: PartnershipReport
    findings: tuple[Finding, ...]
    themed: tuple[Themed, ...]
    newest: date | None

    @property
    def lsp(self) -> str:
        """The partnership's id."""
        return self.part.partnership.id


@dataclass(frozen=True, slots=True)
class Judging(Task[Judged]):
    """To judge each partnership; with `slim`, findings hold only what an overview shows."""

    today: date
    as_at: date | None = None
    slim: bool = False

    def worker(self) -> Judge:
        """Whoever judges."""
        return Judge(self)


class Judge:
    """Whoever judges partnerships of one study, one after the other."""

    def __init__(self, asked: Judging) -> None:
        self._asked = asked
        self._opener = Opener(asked.ground)

    def of(self, folder: Folder, newest: date | None = None) -> Judged | None:
        """One partnership, by its own day if nothing else is known; None where its file is wrong.

        `newest` is the last day of any, for one in which nobody was asked.
        """
        return self.judged(self._opener.corpus(folder), newest)

    def judged(self, corpus: Corpus, newest: date | None = None) -> Judged | None:
        """The same of what was read already."""
        asked = self._asked
        if not corpus.partnerships:
            return None
        day = asked.as_at or newest
        works = (work,) = fieldworks(corpus, asked.today, day, ())
        report = assess(corpus, today=asked.today, as_at=day, works=works)
        findings = tuple(map(slim, report.findings)) if asked.slim else report.findings
        own = newest_days(corpus.sources, asked.today).get(work.partnership.id)
        return Judged(report.partnerships[0], findings, tuple(themed_in(work)), own)


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
