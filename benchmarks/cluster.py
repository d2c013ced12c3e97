"""A Dask cluster on this machine: a scheduler and workers, each begun by its own command line."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec

from costs import Failed
from peaks import peak_of

PATIENCE = 60
"""Seconds that it may take until every worker is there."""
IDLE = 600
"""Seconds after which a cluster ends by itself, should whoever began it have been killed."""


def installed() -> bool:
    """Whether this Python has what a cluster is made of."""
    return find_spec("distributed") is not None


@dataclass(slots=True)
class Dask:
    """A scheduler at an address, and its workers."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def hire(self, count: int) -> None:
        """Begin so many workers of one thread each, and wait until all of them are there."""
        for _ in range(count):
            words = (self.address, "--nthreads", "1", "--no-dashboard", "--no-nanny")
            self.workers.append(_begun("worker", *words, "--death-timeout", str(PATIENCE)))
        waiting = f"Client({self.address!r}, timeout={PATIENCE}).wait_for_workers({count}, 60)"
        program = f"from distributed import Client; {waiting}"
        ended = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
        if ended.returncode:
            raise Failed(f"no cluster of {count}: {ended.stderr.decode().strip()[-300:]}")

    def peak(self) -> int | None:
        """The bytes that the largest of the workers has held."""
        found = (peak_of(one.pid) for one in self.workers)
        return max((one for one in found if one is not None), default=None)

    def end(self) -> None:
        """End all that was begun."""
        for one in (*self.workers, self.scheduler):
            one.kill()
            one.wait()


def _begun(kind: str, *words: str) -> subprocess.Popen[bytes]:
    program = [sys.executable, "-m", "dask", kind, *words]
    return subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextmanager
def dask_with(workers: int) -> Iterator[Dask]:
    """A cluster with so many workers, which is gone afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ("--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
    scheduler = _begun("scheduler", *words, "--idle-timeout", f"{IDLE} s")
    found = Dask(f"tcp://127.0.0.1:{port}", scheduler)
    try:
        found.hire(workers)
        yield found
    finally:
        found.end()
