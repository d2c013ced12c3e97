"""Hands that remember: a file that was read on the same ground before is not read again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gapcheck.cache import FactsRow
from gapcheck.load.facts import Facts
from gapcheck.sweep.beside import Beside
from gapcheck.sweep.jobs import Ground, Job, SourceJob, digest
from gapcheck.sweep.known import read, written
from gapcheck.sweep.program import program
from gapcheck.sweep.reader import Read
from gapcheck.sweep.study import Hands

_OFTEN = 2_000
"""Files after which is kept what they came to."""


@dataclass(slots=True)
class Remembering:
    """Asks other hands only for files that are not known; notes what they find.

    `keep` is given what files came to, some thousands at a time, so that a run that is broken
    off need not begin anew; `news` are the hashes of what was read.
    """

    hands: Hands
    rows: Mapping[str, FactsRow]
    hashes: Mapping[str, bytes]
    beside: Beside
    keep: Callable[[Sequence[FactsRow]], None]
    news: dict[str, bytes] = field(default_factory=dict)
    _unkept: list[FactsRow] = field(default_factory=list, init=False)

    def read(self, ground: Ground, jobs: Sequence[Job]) -> Iterator[Read]:
        """What each job came to, in the order of the jobs."""
        try:
            yield from self._read(ground, jobs)
        finally:
            self._keep()

    def _read(self, ground: Ground, jobs: Sequence[Job]) -> Iterator[Read]:
        marks = _Marks(ground)
        recalled = [self._recall(job, ground, marks) for job in jobs]
        missing = [job for job, facts in zip(jobs, recalled, strict=True) if facts is None]
        fresh = self.hands.read(ground, missing)
        for job, facts in zip(jobs, recalled, strict=True):
            if facts is not None:
                yield Read(facts)
                continue
            found = next(fresh)
            if isinstance(job, SourceJob) and found.content:
                self._note(job, found, ground, marks)
            yield found

    def _recall(self, job: Job, ground: Ground, marks: _Marks) -> Facts | None:
        row = self.rows.get(job.file) if isinstance(job, SourceJob) else None
        if row is None or not isinstance(job, SourceJob):
            return None
        content = self.hashes.get(job.file)
        if content is None or row.day not in ("", str(ground.asking.today)):
            return None
        if row.mark != marks.of(job, content):
            return None
        facts = read(row.facts, job.file)
        return facts if self.beside.still(facts, ground.noted) else None

    def _note(self, job: SourceJob, found: Read, ground: Ground, marks: _Marks) -> None:
        facts = written(found.facts)
        day = str(ground.asking.today) if found.daily else ""
        mark = marks.of(job, found.content)
        row = FactsRow(job.file, time.time_ns(), mark, day, facts) if facts else None
        self.news[job.file] = found.content
        if row:
            self._unkept.append(row)
        if len(self._unkept) >= _OFTEN:
            self._keep()

    def _keep(self) -> None:
        if self._unkept:
            self.keep(self._unkept)
            self._unkept = []


class _Marks:
    """What a file's content and all that stands around it come to."""

    def __init__(self, ground: Ground) -> None:
        self._ground = digest(program()) + ground.mark()
        self._homes: dict[str, bytes] = {}

    def of(self, job: SourceJob, content: bytes) -> bytes:
        """The mark of one file with such a content."""
        if job.lsp not in self._homes:
            self._homes[job.lsp] = digest(repr((job.partnership, job.national)))
        parts = (self._ground, self._homes[job.lsp], content)
        return digest(f"{job.file}\0{b''.join(parts).hex()}\0{job.coded_as}")
