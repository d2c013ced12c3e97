"""A cluster for tests: a scheduler and workers, each begun by its own command line."""

from __future__ import annotations

import gc
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import pytest

MAY_LEAVE_OPEN = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
"""What a client that lost its scheduler leaves open is its own affair, and no later test's."""


@dataclass
class Dask:
    """A scheduler and its workers, each begun by its own command line."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def hire(self, count: int) -> Dask:
        for _ in range(count):
            words = (self.address, "--nthreads", "1", "--no-dashboard", "--no-nanny")
            self.workers.append(_begun("worker", *words))
        waiting = f"Client({self.address!r}, timeout=60).wait_for_workers({count}, 60)"
        program = f"from distributed import Client; {waiting}"
        subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
        return self

    def end(self) -> None:
        for one in (*self.workers, self.scheduler):
            one.kill()
            one.wait()


def _begun(kind: str, *words: str) -> subprocess.Popen[bytes]:
    program = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *words]
    return subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def scheduled() -> Dask:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ("--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
    return Dask(f"tcp://127.0.0.1:{port}", _begun("scheduler", *words))


def meanwhile(
    monkeypatch: pytest.MonkeyPatch, module: ModuleType, events: Mapping[int, Callable[[], None]]
) -> list[int]:
    """What happens when so many answers have come; the list is as long as there are answers."""
    heard: Callable[..., Any] = vars(module)["heard"]
    answers: list[int] = []

    def hear(*given: object) -> Any:
        answers.append(len(answers) + 1)
        if answers[-1] in events:
            events[answers[-1]]()
        return heard(*given)

    monkeypatch.setattr(module, "heard", hear)
    return answers


@contextmanager
def dask_with(workers: int) -> Iterator[Dask]:
    """A cluster with so many workers, which is gone afterwards with all that it left open."""
    found = scheduled()
    try:
        yield found.hire(workers) if workers else found
    finally:
        found.end()
        gc.collect()
