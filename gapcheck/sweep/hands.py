"""Who reads the files: this process alone, or several that share them out."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.reduction import ForkingPickler
from types import MappingProxyType
from typing import Any

from gapcheck.sweep.jobs import Ground, Job
from gapcheck.sweep.reader import Read, Reader

CHUNK = 64
"""Files that a process is handed at once."""
FEW = 200
"""Files below which starting processes costs more than it saves."""
MOST = 8


def default_jobs() -> int:
    """As many processes as there are processors for us, within reason."""
    try:
        count = len(os.sched_getaffinity(0))
    except AttributeError:
        count = os.cpu_count() or 1
    return min(count, MOST)


@dataclass(frozen=True, slots=True)
class Alone:
    """One process reads everything: the one that asks."""

    def read(self, ground: Ground, jobs: Sequence[Job]) -> Iterator[Read]:
        """What each job came to, in the order of the jobs."""
        reader = Reader(ground)
        for start in range(0, len(jobs), CHUNK):
            with _without_collecting():
                found = [reader.read(job) for job in jobs[start : start + CHUNK]]
            yield from found


@dataclass(frozen=True, slots=True)
class Several:
    """So many processes read a chunk each; where one dies, this one reads the rest alone."""

    count: int

    def read(self, ground: Ground, jobs: Sequence[Job]) -> Iterator[Read]:
        """What each job came to, in the order of the jobs."""
        if len(jobs) < FEW or self.count < 2:
            yield from Alone().read(ground, jobs)
            return
        done = 0
        try:
            for found in _shared_out(self.count, ground, jobs):
                done += len(found)
                yield from found
        except (BrokenProcessPool, OSError):
            yield from Alone().read(ground, jobs[done:])


def _shared_out(count: int, ground: Ground, jobs: Sequence[Job]) -> Iterator[list[Read]]:
    ForkingPickler.register(MappingProxyType, _pickled)
    pool = ProcessPoolExecutor(
        count, mp_context=get_context("spawn"), initializer=_begin, initargs=(ground,)
    )
    waiting: deque[Future[list[Read]]] = deque()
    try:
        for start in range(0, len(jobs), CHUNK):
            waiting.append(pool.submit(_read, jobs[start : start + CHUNK]))
            # No more is under way than keeps everybody busy, so that results do not pile up.
            if len(waiting) > 2 * count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        # On an interruption nobody waits for what is no longer wanted.
        pool.shutdown(wait=not waiting, cancel_futures=True)


def _pickled(table: MappingProxyType[Any, Any]) -> tuple[Any, ...]:
    # The type has no name by which another process could find it.
    return _table, (dict(table),)


def _table(items: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(items)


_reader: Reader | None = None
"""The reader of this process, where it is one of several."""


def _begin(ground: Ground) -> None:
    global _reader  # noqa: PLW0603  # a process of a pool has nowhere else to keep what it is for
    # Who presses Ctrl-C speaks to the first process, which ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _reader = Reader(ground)


def _read(jobs: Sequence[Job]) -> list[Read]:
    assert _reader is not None
    with _without_collecting():
        return [_reader.read(job) for job in jobs]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Leave out the search for circles while files are read: what they are read into has none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
