"""How far a long step has come, on a terminal alone, in one line that goes when it is done."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from gapcheck.sweep.progress import Progress, Steps

_PATIENCE = 1.0
"""Seconds after which a step is long."""

_STEP = 0.1
"""Seconds between two looks at how far it has come."""

_FORETOLD = 3.0
"""Seconds after which it can be told how long the rest will take."""


class Counter:
    """Says on stderr how much of how much is done, and how long it will take; one step a time.

    It is silent where that is no terminal, or where `quiet` was asked for.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._next = time.monotonic() + _PATIENCE
        self._wide = 0

    def step(self, doing: str) -> Progress:
        """Begin a step: what is returned is told how far it has come."""
        began = time.monotonic()

        def told(done: int, whole: int) -> None:
            now = time.monotonic()
            if now >= self._next and not self._quiet and sys.stderr.isatty():
                self._next = now + _STEP
                left = _left(now - began, done, whole)
                self._write(f"{doing}: {done:,} of {whole:,}{left}")

        return told

    def end(self) -> None:
        """Take the line away."""
        if self._wide:
            self._write("")
            sys.stderr.write("\r")

    def _write(self, line: str) -> None:
        self._wide = max(self._wide, len(line))
        sys.stderr.write(f"\r{line:<{self._wide}}")
        sys.stderr.flush()


@contextmanager
def counted(*, quiet: bool = False) -> Iterator[Steps]:
    """Counts the steps of a run, in a line that is gone whatever ends it."""
    counter = Counter(quiet=quiet)
    try:
        yield counter.step
    finally:
        counter.end()


def _left(spent: float, done: int, whole: int) -> str:
    """How long the rest will take if it goes on like this; nothing where that is soon."""
    if spent < _FORETOLD or not done:
        return ""
    seconds = spent / done * (whole - done)
    if seconds < _FORETOLD:
        return ""
    if seconds < 55:
        return f", about {max(round(seconds / 5), 1) * 5} seconds left"
    if seconds < 90:
        return ", about a minute left"
    if seconds < 90 * 60:
        return f", about {round(seconds / 60)} minutes left"
    return f", about {round(seconds / 3600)} hours left"
