"""Who reads the files: this process alone, or a crew among whom they are shared out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from gapcheck.sweep.crews import Crew
from gapcheck.sweep.jobs import Ground, Job
from gapcheck.sweep.no_cluster import NoCluster
from gapcheck.sweep.parts import Unlike, parcel, read_part, without_collecting
from gapcheck.sweep.reader import Read, Reader

CHUNK = 64
"""Files that are handed out at once."""
FEW = 200
"""Files below which starting processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Alone:
    """One process reads everything: the one that asks."""

    def read(self, ground: Ground, jobs: Sequence[Job]) -> Iterator[Read]:
        """What each job came to, in the order of the jobs."""
        reader = Reader(ground)
        for start in range(0, len(jobs), CHUNK):
            with without_collecting():
                found = [reader.read(job) for job in jobs[start : start + CHUNK]]
            yield from found


@dataclass(slots=True)
class Several:
    """A crew reads a chunk each; once it is `lost`, this process reads the rest alone."""

    crew: Crew
    lost: bool = False

    def read(self, ground: Ground, jobs: Sequence[Job]) -> Iterator[Read]:
        """What each job came to, in the order of the jobs; NoCluster where a crew cannot work."""
        if self.lost or len(jobs) < (1 if self.crew.far else FEW):
            yield from Alone().read(ground, jobs)
            return
        done = 0
        try:
            for found in _shared_out(self.crew, ground, jobs):
                done += len(found)
                yield from found
        except Unlike as error:
            raise NoCluster(f"A worker cannot help: {error}.") from None
        except ModuleNotFoundError as error:
            if not self.crew.far or error.name is None or not error.name.startswith("gapcheck"):
                raise
            raise NoCluster("A worker cannot help: gapcheck is not installed there.") from None
        except self.crew.gone:
            self.lost = True
            yield from Alone().read(ground, jobs[done:])


def _shared_out(crew: Crew, ground: Ground, jobs: Sequence[Job]) -> Iterator[list[Read]]:
    packed = parcel(ground, far=crew.far)
    waiting: deque[Future[list[Read]]] = deque()
    with crew.hired() as (executor, count):
        for start in range(0, len(jobs), CHUNK):
            waiting.append(executor.submit(read_part, packed, jobs[start : start + CHUNK]))
            # No more is under way than keeps everybody busy, so that results do not pile up.
            if len(waiting) > 2 * count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
