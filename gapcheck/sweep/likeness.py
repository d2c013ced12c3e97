"""Sources that rules across files may have something to say of, so that they are read in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gapcheck.load.facts import Facts
from gapcheck.sweep.reader import MARK

Marked = tuple[str, Facts]
"""A source's partnership, and what is known of it."""


def telling(sources: Iterable[Marked]) -> set[int]:
    """The numbers of sources with words that stand twice, or with exemptions from rules."""
    found: set[int] = set()
    first: dict[bytes, int] = {}
    home = ""
    for number, (lsp, facts) in enumerate(sources):
        if lsp != home:
            # Sources come partnership by partnership, and are compared within one alone.
            first, home = {}, lsp
        if facts.exempts:
            found.add(number)
        for mark in _marks(facts.marks):
            if mark in first:
                found |= {first[mark], number}
            first.setdefault(mark, number)
    return found


def _marks(marks: bytes) -> Iterator[bytes]:
    return (marks[start : start + MARK] for start in range(0, len(marks), MARK))
