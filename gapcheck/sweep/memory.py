"""Hands that remember: a file that was read on the same ground before is not read again."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gapcheck.cache import FactsRow
from gapcheck.load.facts import Facts
from gapcheck.sweep.beside import Beside
from gapcheck.sweep.jobs import Ground, Job, SourceJob, digest
from gapcheck.sweep.known import read, written
from gapcheck.sweep.program import program
from gapcheck.sweep.reader import Read
from gapcheck.sweep.rows import New
from gapcheck.sweep.study import Hands


@dataclass(slots=True)
class Remembering:
    """Asks other hands only for files that are not known; notes what they find."""

    hands: Hands
    rows: Mapping[str, FactsRow]
    hashes: Mapping[str, bytes]
    beside: Beside
    news: dict[str, New] = field(default_factory=dict)

    def read(self, ground: Ground, jobs: Sequence[Job]) -> Iterator[Read]:
        """What each job came to, in the order of the jobs."""
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
        self.news[job.file] = New(found.content, row)


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
