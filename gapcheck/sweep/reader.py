"""One file at a time, from its bytes to the few facts that are kept of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b, sha256
from typing import Any

from gapcheck.checks.around import Around
from gapcheck.checks.run import of_second_coder, of_source
from gapcheck.diagnostic import Diagnostic
from gapcheck.load import codes, partnerships, sources
from gapcheck.load.elsewhere import POLICY, elsewhere, stray_policy
from gapcheck.load.entries import Entries
from gapcheck.load.facts import Facts, joined, outline, sketch_of
from gapcheck.load.quiet import quiet
from gapcheck.load.quotes import quoted
from gapcheck.load.reading import Formats, Reading, unreadable
from gapcheck.load.walk import Files
from gapcheck.model.corpus import SecondCoding, Signoff
from gapcheck.model.had_before import had_before, marks_of
from gapcheck.model.quoted import Quoted
from gapcheck.model.study import Imperative, Source
from gapcheck.source.files import Unreadable, read_ahead, read_file
from gapcheck.sweep.jobs import CodesJob, Ground, Job, SignoffJob, SourceJob
from gapcheck.transcripts.shelf import Shelf

_WORD = re.compile(r"\w+")
_NO_WORD = bytes(one for one in range(128) if not (chr(one).isalnum() or chr(one) == "_"))
MARK = 8
"""Bytes that stand for an excerpt's words; a chance likeness is looked at again in full."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a job came to: `content` is the hash of the bytes, empty where none were read.

    With `daily`, a rule looked at the day, so that tomorrow it may say something else.
    """

    facts: Facts
    content: bytes = b""
    daily: bool = False
    records: tuple[SecondCoding | Signoff, ...] = ()


class _Watched(Around):
    """Surroundings that notice whether a rule asks for the day."""

    __slots__ = ("asked_for_day",)
    asked_for_day: bool

    def __getattribute__(self, name: str) -> Any:
        if name == "today":
            object.__setattr__(self, "asked_for_day", True)
        return object.__getattribute__(self, name)


@dataclass(slots=True)
class Reader:
    """Reads the files of one study, in whatever order they come."""

    ground: Ground
    formats: Formats = field(init=False)
    imperatives: dict[str, Imperative] = field(init=False)
    now: dict[str, str] = field(init=False)
    shelf: Shelf = field(init=False)

    def __post_init__(self) -> None:
        self.formats = Formats(Files(Entries(self.ground.root)))
        self.formats.adopt(self.ground.settings.vocabulary)
        every = (one for policy in self.ground.policies for one in policy.imperatives)
        self.imperatives = {one.name: one for one in every}
        self.now = marks_of(self.imperatives.values())
        self.shelf = Shelf(self.ground.root)

    def each(self, jobs: Sequence[Job]) -> list[Read]:
        """What each of some files came to, in their order."""
        read_ahead(job.path for job in jobs)
        return [self.read(job) for job in jobs]

    def read(self, job: Job) -> Read:
        """What one file came to."""
        try:
            data = read_file(job.path)
        except Unreadable as error:
            return self._of(job, error)
        return replace(self._of(job, data), content=sha256(data).digest())

    def whole(self, job: SourceJob) -> Source | None:
        """A source with its words and places, for rules that compare it with others."""
        try:
            return self._source(job, read_file(job.path))[1]
        except Unreadable:
            return None

    def _of(self, job: Job, data: bytes | Unreadable) -> Read:
        if isinstance(job, CodesJob):
            return self._codes(job, data)
        if isinstance(job, SignoffJob):
            return self._signoffs(job, data)
        if self.ground.rules or isinstance(data, Unreadable):
            return self._with_rules(job, data)
        return self._without_rules(job, data)

    def _without_rules(self, job: SourceJob, data: bytes) -> Read:
        quick = self.formats.swift(job.file, data, "source", sources.unit, "source")
        sketch = quick and quiet(quick.document, job.path.stem, self._around(job))
        if sketch:
            return Read(Facts(sketch, sketch.excerpts))
        return Read(self._source(job, data)[0])

    def _with_rules(self, job: SourceJob, data: bytes | Unreadable) -> Read:
        """Read without places, and again with them where there is something to say."""
        facts, source = self._quick(job, data)
        found = self._quoted(source)
        around = self._rules(job, found)
        hits = tuple(of_source(source, around)) if source else ()
        if source is None or hits:
            facts, full = self._source(job, data)
            if source is None:
                around = self._rules(job, found := self._quoted(full))
            source = full
            hits = tuple(of_source(source, around)) if source else ()
        if source:
            exempts = any(one.ignores for one in source.excerpts)
            facts = replace(facts, hits=hits, marks=marks(source), exempts=exempts, quoted=found)
        return Read(facts, daily=getattr(around, "asked_for_day", False))

    def _quick(self, job: SourceJob, data: bytes | Unreadable) -> tuple[Facts, Source | None]:
        if isinstance(data, Unreadable):
            return Facts(), None
        reading = self.formats.swift(job.file, data, "source", sources.unit, "source")
        if reading is None:
            return Facts(), None
        source = sources.source_of(reading, job.path.stem, self._around(job))
        if source is None or reading.diagnostics:
            return Facts(), None
        sketch = sketch_of(source)
        return Facts(sketch, sketch.excerpts), source

    def _source(self, job: SourceJob, data: bytes | Unreadable) -> tuple[Facts, Source | None]:
        """Everything that can be said of a source, each thing with its place."""
        reading = self._reading(job, data, "source", sources.unit, "source")
        if other := elsewhere(reading.value):
            said = (stray_policy(job.file),) if other == POLICY else ()
            return Facts(elsewhere=other, diagnostics=said), None
        typed = joined(sorted(sources.excerpts_typed(reading)))
        source = sources.source_of(reading, job.path.stem, self._around(job))
        sketch = sketch_of(source) if source else None
        return Facts(sketch, typed, "", tuple(reading.diagnostics)), source

    def _codes(self, job: CodesJob, data: bytes | Unreadable) -> Read:
        reading = self._reading(job, data, "codes", codes.second_unit, "second coding")
        source = outline(job.beside, job.lsp, every=True) if job.beside else None
        beside = codes.Beside(source, job.typed)
        known = self.ground.imperatives
        coding = codes.second_coding_of(reading, beside, known, job.path.stem)
        records = (replace(coding, codes=()),) if coding else ()
        hits: tuple[Diagnostic, ...] = ()
        if coding and self.ground.rules:
            had = had_before(job.coded_as, self.now)
            around = Around(self.ground.settings, None, self.imperatives, had=had)
            hits = tuple(of_second_coder(coding, around))
        return Read(Facts(diagnostics=tuple(reading.diagnostics), hits=hits), records=records)

    def _signoffs(self, job: SignoffJob, data: bytes | Unreadable) -> Read:
        unit = partnerships.signoff_unit
        reading = self._reading(job, data, "signoff", unit, "file of sign-offs")
        found = partnerships.signoffs_of(reading, job.lsp, self.ground.imperatives)
        return Read(Facts(diagnostics=tuple(reading.diagnostics)), records=found)

    def _reading(
        self, job: Job, data: bytes | Unreadable, kind: str, unit: Any, whole: str
    ) -> Reading:
        if isinstance(data, Unreadable):
            return Reading(unreadable(job.file, data), unit, whole).noted()
        return self.formats.reading(job.file, data, kind, unit, whole)

    def _around(self, job: SourceJob) -> sources.Surroundings:
        at, ground = job.partnership, self.ground
        bodies = {one.id: one.tier for one in at.bodies} if at else {} if job.national else None
        return sources.Surroundings(job.lsp, bodies, ground.settings, ground.imperatives)

    def _quoted(self, source: Source | None) -> Quoted | None:
        return quoted(source, self.shelf, self.ground.noted) if source else None

    def _rules(self, job: SourceJob, found: Quoted | None) -> _Watched:
        ground, asking = self.ground, self.ground.asking
        told = (asking.audience, asking.today, found, had_before(job.coded_as, self.now))
        return _Watched(ground.settings, job.partnership, self.imperatives, *told)


def marks(source: Source) -> bytes:
    """Eight bytes for the words of each coded excerpt, alike where case and signs differ."""
    return b"".join(_mark(one.text) for one in source.excerpts if one.codes)


def _mark(text: str) -> bytes:
    if text.isascii():
        words = text.lower().encode().translate(None, _NO_WORD)
    else:
        words = "".join(_WORD.findall(text.casefold())).encode("utf-8", "surrogatepass")
    return blake2b(words, digest_size=MARK).digest()
