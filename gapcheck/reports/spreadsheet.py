"""Text that a spreadsheet takes for text: it calculates what begins with = + - or @."""

from __future__ import annotations

from gapcheck.cells import active
from gapcheck.reports.inert import visible


def inert(text: str) -> str:
    """A text for a file that says nothing of what its cells are: with a mark where it is active."""
    shown = visible(text)
    return f"'{shown}" if active(shown) else shown
