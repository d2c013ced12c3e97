"""What a Word document is made of, as plain values: paragraphs, tables, pictures, each in a style.

Nothing here knows how a document is written, and nothing is formatted but by the name of a style.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gapcheck.reports.pieces import Piece


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one character style; `language` is its tag where it is not English.

    `target` is the name of a place in the same document that it leads to.
    """

    text: str
    style: str = ""
    language: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in its style; `name` makes it a place that others lead to."""

    style: str
    runs: tuple[Run, ...]
    name: str = ""

    @property
    def text(self) -> str:
        """All that it says."""
        return "".join(run.text for run in self.runs)


Cell = tuple[Paragraph, ...]
"""What stands in one cell of a table."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a head that repeats on every page; no head where it is empty.

    `widths` are shares of the width of the text. `title` says what it holds, for those who do not
    see it. A row of one cell alone goes across the whole table.
    """

    title: str
    style: str
    widths: tuple[int, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as wide as so many millimetres, and in words for those who do not see it."""

    png: bytes
    width: float
    words: str


Block = Paragraph | Table | Picture
"""One thing below another."""

Said = str | Run
"""Some words of a paragraph: bare, or in a character style."""


def paragraph(style: str, *said: Said, name: str = "") -> Paragraph:
    """A paragraph of words; those that are empty are left out."""
    runs = (each if isinstance(each, Run) else Run(each) for each in said)
    return Paragraph(style, tuple(each for each in runs if each.text), name)


def text(*said: Said) -> Paragraph:
    """A paragraph of running text."""
    return paragraph("Normal", *said)


def bullets(items: Iterable[Sequence[Said] | str]) -> list[Block]:
    """The points of a list."""
    each = ([item] if isinstance(item, str) else item for item in items)
    return [paragraph("List Bullet", *said) for said in each]


def cell(*said: Said, style: str = "Table Text") -> Cell:
    """A cell of one paragraph; an empty one too is a paragraph."""
    return (paragraph(style, *said),)


def plain_row(*said: str) -> tuple[Cell, ...]:
    """A row of words alone."""
    return tuple(map(cell, said))


def coded(pieces: Iterable[Piece]) -> list[Said]:
    """Pieces of a row, with names and places in their own style."""
    return [Run(piece.text, "Place") if piece.code else piece.text for piece in pieces]
