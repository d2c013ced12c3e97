"""How far a long step has come, on a terminal alone, in one line that goes when it is done."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 1.0
"""Seconds after which a step is long."""

_STEP = 0.1
"""Seconds between two looks at how far it has come."""


class Counter:
    """Says on stderr how much of how much is done; silent where that is no terminal."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._next = time.monotonic() + _PATIENCE
        self._wide = 0

    def __call__(self, done: int, whole: int) -> None:
        """Say it, if the step is long and this was not said just now."""
        now = time.monotonic()
        if now >= self._next and sys.stderr.isatty():
            self._next = now + _STEP
            line = f"{self._doing}: {done:,} of {whole:,}"
            self._wide = max(self._wide, len(line))
            self._write(line)

    def end(self) -> None:
        """Take the line away."""
        if self._wide:
            self._write("")
            sys.stderr.write("\r")

    def _write(self, line: str) -> None:
        sys.stderr.write(f"\r{line:<{self._wide}}")
        sys.stderr.flush()


@contextmanager
def counted(doing: str) -> Iterator[Counter]:
    """A counter for one step, whose line is gone whatever ends it."""
    counter = Counter(doing)
    try:
        yield counter
    finally:
        counter.end()
