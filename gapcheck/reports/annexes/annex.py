"""An annex as a value: what it is, a table, and what must be said beneath it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Annex:
    """Plain text throughout. `widths` are shares of the width of a page.

    A row of one cell is the head of those that follow.
    """

    title: str
    lead: tuple[str, ...]
    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    after: tuple[str, ...]
