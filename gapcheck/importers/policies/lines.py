"""Pieces of text that a page draws, put together to lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from gapcheck.importers.policies.mending import mended


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of text as it was drawn, from its left end at (x, y); it may end a line."""

    text: str
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page. `y` grows upwards; `pieces` are where its chunks begin."""

    text: str
    page: int = 0
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0
    pieces: tuple[tuple[float, int], ...] = ()


@dataclass(slots=True)
class _Growing:
    chunks: list[Chunk] = field(default_factory=list)

    def line(self, page: int) -> Line | None:
        """The line that these chunks make; None where they are blank."""
        full = [one for one in self.chunks if one.text.strip()]
        if not full:
            return None
        text, pieces = "", []
        for one in self.chunks:
            if one.text.strip():
                pieces.append((one.x, len(text)))
            text += one.text
        longest = max(full, key=lambda one: len(one.text))
        first = full[0]
        return Line(text, page, first.x, longest.y, longest.size, tuple(pieces))


def lines_of(chunks: Iterable[Chunk], page: int) -> list[Line]:
    """The lines of a page, in the order in which they were drawn."""
    found: list[Line] = []
    growing = _Growing()
    for chunk in chunks:
        first, *others = chunk.text.split("\n")
        if first:
            growing.chunks.append(Chunk(first, chunk.x, chunk.y, chunk.size))
        for other in others:
            if line := growing.line(page):
                found.append(line)
            growing = _Growing([Chunk(other, chunk.x, chunk.y, chunk.size)] if other else [])
    if line := growing.line(page):
        found.append(line)
    return [one for one in found if mended(one.text)]
