"""Who reads the files: this process alone, or a crew among whom they are shared out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TypeVar

from gapcheck.far.stores import is_this_process_alone
from gapcheck.sweep.crews import Crew, Hired, Processes, default_jobs
from gapcheck.sweep.jobs import Ground, Job
from gapcheck.sweep.no_cluster import NoCluster
from gapcheck.sweep.parts import Grounded, Parcel, Unlike, parcel, read_part, without_collecting
from gapcheck.sweep.progress import Progress, unheard
from gapcheck.sweep.reader import Read, Reader

Part = TypeVar("Part")
Result = TypeVar("Result")

CHUNK = 64
"""Files that one process alone reads at once."""
PATIENCE = 1.0
"""Seconds after which is asked whether somebody is still there."""
FEW = 200
"""Files below which starting processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Portions:
    """How many parts are handed out at once: the `most` at first, as long as many remain.

    Each portion costs a way there and back, so there should be few; but the last of them should
    be small, down to the `least`, or all would wait for whoever has the last one.
    """

    least: int
    most: int

    def of(self, parts: int, count: int) -> Iterator[slice]:
        """So many parts, for so many who work at once."""
        start = 0
        while start < parts:
            size = max(self.least, min(self.most, (parts - start) // (2 * count)))
            yield slice(start, min(start + size, parts))
            start += size


FILES = Portions(16, 256)


@dataclass(frozen=True, slots=True)
class Alone:
    """One process reads everything: the one that asks."""

    progress: Progress = unheard

    def read(self, ground: Ground, jobs: Sequence[Job], before: int = 0) -> Iterator[Read]:
        """What each job came to but for those `before`, in the order of the jobs."""
        reader = Reader(ground)
        for start in range(before, len(jobs), CHUNK):
            with without_collecting():
                found = reader.each(jobs[start : start + CHUNK])
            yield from found
            self.progress(min(start + CHUNK, len(jobs)), len(jobs))


@dataclass(slots=True)
class Several:
    """A crew reads a chunk each; once it is `lost`, this process reads the rest alone."""

    crew: Crew
    progress: Progress = unheard
    lost: bool = False

    @classmethod
    def by(cls, crew: Crew | None, progress: Progress = unheard) -> Several:
        """A crew, or where none is named as many processes as help."""
        return cls(crew or Processes(default_jobs()), progress)

    def read(self, ground: Ground, jobs: Sequence[Job]) -> Iterator[Read]:
        """What each job came to, in the order of the jobs; NoCluster where a crew cannot work."""
        done = 0
        for done, found in self.shared_out(read_part, ground, jobs, FILES, few=FEW):  # noqa: B007
            yield from found
        yield from Alone(self.progress).read(ground, jobs, done)

    def told(self, parts: Sequence[Part], done: int) -> Iterator[Part]:
        """The parts that are still to be done by whoever asks, each told of when it is done."""
        for number in range(done, len(parts)):
            yield parts[number]
            self.progress(number + 1, len(parts))

    def shared_out(
        self,
        work: Callable[[Parcel, Sequence[Part]], Result],
        ground: Grounded,
        parts: Sequence[Part],
        portions: Portions,
        *,
        few: int,
    ) -> Iterator[tuple[int, Result]]:
        """What the work on one portion after the other came to, and how many parts are then done.

        It ends early where the crew is lost, and before the first where it is no help: whoever
        asks does the rest. NoCluster says why a worker cannot work.
        """
        if self.lost or not self.crew.helps(len(parts), few):
            return
        if not self.crew.far and is_this_process_alone(ground.root):
            return
        sent = parcel(ground, far=self.crew.far)
        try:
            for done, found in _shared_out(self.crew, work, sent, parts, portions):
                yield done, found
                self.progress(done, len(parts))
        except Unlike as error:
            raise NoCluster(f"A worker cannot help: {error}.") from None
        except ModuleNotFoundError as error:
            if not self.crew.far or error.name is None or not error.name.startswith("gapcheck"):
                raise
            raise NoCluster("A worker cannot help: gapcheck is not installed there.") from None
        except self.crew.gone:
            self.lost = True


def _shared_out(
    crew: Crew,
    work: Callable[[Parcel, Sequence[Part]], Result],
    ground: Parcel,
    parts: Sequence[Part],
    portions: Portions,
) -> Iterator[tuple[int, Result]]:
    waiting: deque[tuple[int, Future[Result]]] = deque()
    with crew.hired() as hired:
        for one in portions.of(len(parts), hired.count):
            waiting.append((one.stop, hired.executor.submit(work, ground, parts[one])))
            # No more is under way than keeps everybody busy, so that results do not pile up.
            if len(waiting) > 2 * hired.count:
                done, future = waiting.popleft()
                yield done, _result(future, hired)
        for done, future in waiting:
            yield done, _result(future, hired)


def _result(future: Future[Result], hired: Hired) -> Result:
    """What became of a part; ConnectionError where nobody is there any more to say it."""
    while True:
        try:
            return future.result(PATIENCE)
        except TimeoutError:
            # Also what work itself may raise, which is then there at once.
            if future.done():
                raise
            if not hired.is_there():
                raise ConnectionError from None
