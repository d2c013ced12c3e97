"""One partnership: from its files to what was judged of it, in whatever process that is done."""

from __future__ import annotations

import copyreg
import io
import pickle
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from gapcheck.assess.as_at import newest_days
from gapcheck.assess.beyond import Themed, themed_in
from gapcheck.assess.run import assess, fieldworks
from gapcheck.load.entries import Entries
from gapcheck.load.folders import Folders
from gapcheck.load.names import Imperatives
from gapcheck.load.reading import Formats
from gapcheck.load.walk import Files, Folder
from gapcheck.lock import Lock
from gapcheck.model.corpus import Corpus
from gapcheck.model.finding import Finding
from gapcheck.model.report import PartnershipReport
from gapcheck.model.settings import Settings
from gapcheck.model.study import Imperative, Policy, Source
from gapcheck.sweep.parts import Parcel, kept, without_collecting


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of each partnership; `slim`: of findings only what an overview shows."""

    today: date
    as_at: date | None = None
    slim: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """What holds for every partnership."""

    root: Path
    settings: Settings
    policies: tuple[Policy, ...]
    imperatives: Imperatives
    lock: Lock
    background: tuple[Source, ...]
    asked: Asked

    def by_name(self) -> dict[str, Imperative]:
        """The imperatives of all policies by their full names."""
        return {one.name: one for policy in self.policies for one in policy.imperatives}


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of one partnership; `newest` is its own last day, None where nothing is admitted.

    `themed` are its excerpts with themes, from which is told what no policy asks for.
    """

    part: PartnershipReport
    findings: tuple[Finding, ...]
    themed: tuple[Themed, ...]
    newest: date | None


def judge_part(ground: Parcel, folders: Sequence[Folder]) -> bytes:
    """What came of each of some folders with a partnership in it, as `heard` reads it."""
    judge = kept(ground, Judge)
    with without_collecting():
        return told([one for folder in folders if (one := judge.of(folder))])


class Judge:
    """Whoever judges partnerships of one study, one after the other."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._formats = Formats(Files(Entries(ground.root)))
        self._formats.adopt(ground.settings.vocabulary)

    def of(self, folder: Folder, as_at: date | None = None) -> Judged | None:
        """One partnership, by its own day where none is given; None where its file is wrong."""
        return self.judged(self.corpus(folder), as_at)

    def judged(self, corpus: Corpus, as_at: date | None = None) -> Judged | None:
        """The same of what was read already."""
        asked = self._ground.asked
        if not corpus.partnerships:
            return None
        day = as_at or asked.as_at
        works = (work,) = fieldworks(corpus, asked.today, day, ())
        report = assess(corpus, today=asked.today, as_at=day, works=works)
        findings = tuple(map(slim, report.findings)) if asked.slim else report.findings
        newest = newest_days(corpus.sources, asked.today).get(work.partnership.id)
        return Judged(report.partnerships[0], findings, tuple(themed_in(work)), newest)

    def corpus(self, folder: Folder) -> Corpus:
        """A study of one partnership; without it where its own file is wrong."""
        ground = self._ground
        read = Folders(self._formats, ground.settings, ground.imperatives)
        read.read(replace(folder, codings=[*folder.codings], typed={}))
        return Corpus(
            settings=ground.settings,
            policies=ground.policies,
            partnerships=tuple(read.partnerships),
            sources=tuple(sorted(read.sources, key=lambda one: one.id)),
            background=ground.background,
            second_codings=tuple(sorted(read.codings, key=lambda one: (one.source, one.coder))),
            signoffs=tuple(sorted(read.signoffs, key=lambda one: one.imperative)),
            coded_as=ground.lock.codes,
            signed_on=ground.lock.signoffs,
        )


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


_known = threading.local()
"""The imperatives of the study that is being put together, by name."""


def told(every: Sequence[object]) -> bytes:
    """What came of folders, as bytes with imperatives by name: there are few, named often."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream)
    pickler.dispatch_table = copyreg.dispatch_table.copy() | {Imperative: _by_name}
    pickler.dump(every)
    return stream.getvalue()


def heard(data: bytes, imperatives: dict[str, Imperative]) -> list[Any]:
    """What came of them, with one's own imperatives in it."""
    _known.imperatives = imperatives
    found: list[Any] = pickle.loads(data)
    return found


def _by_name(one: Imperative) -> tuple[Any, ...]:
    return _named, (one.name,)


def _named(name: str) -> Imperative:
    found: Imperative = _known.imperatives[name]
    return found
