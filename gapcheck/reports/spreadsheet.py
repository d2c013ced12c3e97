"""Text that a spreadsheet takes for text: it calculates what begins with = + - or @."""

from __future__ import annotations

from gapcheck.reports.inert import visible

_ACTIVE = ("=", "+", "-", "@")


def active(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula, behind blanks of any kind too."""
    return text.lstrip().startswith(_ACTIVE)


def inert(text: str) -> str:
    """A text for a file that says nothing of what its cells are: with a mark where it is active."""
    shown = visible(text)
    return f"'{shown}" if active(shown) else shown
