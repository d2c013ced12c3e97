"""A sheet as a value: what stands in it, and how it is shown and printed."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.cells import MOST, fits

CUT = " […] cut: a cell holds no more"


@dataclass(frozen=True, slots=True)
class Cell:
    """A text or a number; `style` is a group's, `fill-in`, `name` or none."""

    value: str | int
    style: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column, and how wide it is in characters."""

    head: str
    width: int
    style: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: notices above it, a head that stays in sight, and rows that can be filtered.

    `frozen` columns stay in sight too. Without `columns` it is a page of labels and words.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    frozen: int = 0
    filtered: bool = True


def cut(text: str) -> str:
    """A text that fits into a cell; where it was cut it says so."""
    if fits(text):
        return text
    room = MOST - len(CUT)
    held = text.encode("utf-16-le")[: room * 2].decode("utf-16-le", errors="ignore")
    return held + CUT


def cell(text: str, style: str = "") -> Cell:
    """A cell of text."""
    return Cell(text, style)
