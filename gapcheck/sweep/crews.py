"""Whoever reads in parts: the processes of this machine, or the workers of a Dask cluster."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from gapcheck.missing_extra import needing
from gapcheck.sweep.interrupting import heedless, undisturbed
from gapcheck.sweep.no_cluster import NoCluster

MOST = 8
PATIENCE = 10.0
"""Seconds that a scheduler has to answer."""


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Hired:
    """An executor, how many work at once, and whether it is still there."""

    executor: Executor
    count: int
    is_there: Callable[[], bool] = _always


class Crew(Protocol):
    """An executor that can be had, how many work there, and what it says when it is gone."""

    @property
    def far(self) -> bool:
        """Whether they may sit on other machines."""

    def helps(self, parts: int, few: int) -> bool:
        """Whether to share out so many parts is worth it; `few` are done sooner by one alone."""

    @property
    def gone(self) -> tuple[type[Exception], ...]:
        """What is raised where the executor itself, and no file, was the matter."""

    @contextmanager
    def hired(self) -> Iterator[Hired]:
        """The executor, which is let go whatever happens."""


@dataclass(frozen=True, slots=True)
class Processes:
    """So many processes of this machine, begun anew for each task."""

    count: int
    far = False
    gone = (BrokenExecutor, OSError)

    def helps(self, parts: int, few: int) -> bool:
        """Starting processes costs something, and one alone is no more than who asks."""
        return self.count > 1 and parts >= few

    @contextmanager
    def hired(self) -> Iterator[Hired]:
        """A pool of processes; on an interruption nobody waits for what is no longer wanted."""
        # Imported late: a run that remembers everything says how many are to read, and needs none.
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
        from multiprocessing import active_children, get_context  # noqa: PLC0415

        pool = ProcessPoolExecutor(
            self.count, mp_context=get_context("spawn"), initializer=heedless
        )
        done = False
        try:
            with undisturbed():
                # Each of these begins a process, since none of those begun is ready so soon.
                for _ in range(self.count):
                    pool.submit(os.getpid)
            yield Hired(pool, self.count)
            done = True
        finally:
            pool.shutdown(wait=done, cancel_futures=True)
            if not done:
                # They would end what they are at first, and the program would wait for them.
                for child in active_children():
                    child.terminate()


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers behind the scheduler at an address, `tcp://HOST:PORT`."""

    address: str
    far = True

    def helps(self, parts: int, few: int) -> bool:  # noqa: ARG002  # it was asked for, and is there
        """Whatever there is to do."""
        return parts > 0

    @property
    def gone(self) -> tuple[type[Exception], ...]:
        """A scheduler that went away, or parts over which one worker after the other died."""
        try:
            from distributed import KilledWorker  # noqa: PLC0415
        except ImportError:
            return (CancelledError, OSError)
        return (CancelledError, KilledWorker, OSError)

    @contextmanager
    def hired(self) -> Iterator[Hired]:
        """The executor of a client; NoCluster where no scheduler answers, or nobody works."""
        with needing("distributed", "cluster"):
            from distributed import Client  # noqa: PLC0415
        _hush()
        try:
            client = Client(self.address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise NoCluster(f"No scheduler answers at {self.address}.") from error
        try:
            count = sum(client.ncores().values())
            if not count:
                raise NoCluster(f"Nobody works for the scheduler at {self.address}.")
            # A client that has lost its scheduler tries for long to find it again.
            yield Hired(client.get_executor(pure=False), count, lambda: client.status == "running")
        finally:
            client.close()


def default_jobs() -> int:
    """As many processes as there are processors for us, within reason."""
    try:
        count = len(os.sched_getaffinity(0))
    except AttributeError:
        count = os.cpu_count() or 1
    return min(count, MOST)


def _hush() -> None:
    """Keep what a cluster says of itself off the screen: what became of the run is said here."""
    for name in logging.root.manager.loggerDict:
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
