"""The most memory that a process and its children held, looked up while they run.

What the system tells of a process that ended (`ru_maxrss`) counts its largest child too, and what
its parent held when it was begun. Linux tells of each that runs (`VmHWM`: the most so far), so
only what grows in the last moments is missed. Elsewhere nothing is told.
"""

from __future__ import annotations

import resource
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

PROC = Path("/proc")
STEP = 0.02
"""Seconds between two looks: less would be felt in what is measured."""


class Peaks(threading.Thread):
    """Looks at a process and all below it, again and again."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process = process
        self._peaks: dict[int, int] = {}
        self._over = threading.Event()

    def run(self) -> None:
        """Look until it is over."""
        while not self._over.is_set():
            for process in (self._process, *descendants(self._process)):
                # The last word counts: until a child has its own program it shows its parent's.
                if peak := peak_of(process):
                    self._peaks[process] = peak
            self._over.wait(STEP)

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        if self.is_alive():
            self.join()

    def found(self) -> tuple[int | None, int | None]:
        """The bytes of the first process and of the largest below it."""
        below = (peak for process, peak in self._peaks.items() if process != self._process)
        return self._peaks.get(self._process), max(below, default=None)


def peak_of(process: int | str) -> int | None:
    """The most bytes that a process has held; None where nothing tells."""
    try:
        for line in (PROC / str(process) / "status").read_text("ascii", "replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return None


def own_peak() -> int:
    """The most bytes that this process has held."""
    scale = 1 if sys.platform == "darwin" else 1024
    return peak_of("self") or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale


def descendants(process: int) -> Iterator[int]:
    """All processes below one, as far as the system tells."""
    try:
        tasks = list((PROC / str(process) / "task").iterdir())
    except OSError:
        return
    for task in tasks:
        try:
            found = (task / "children").read_text("ascii").split()
        except OSError:
            continue
        for child in map(int, found):
            yield child
            yield from descendants(child)
