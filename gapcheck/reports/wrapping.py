"""Styled words broken into lines by the cells that a terminal gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, get_character_cell_size

Run = tuple[str, str]
"""Words and the name of their style."""

Line = list[Run]
"""The runs of one line on the screen."""

# Letters and marks that are surely one cell wide: most text is, and need not be measured.
_ONE_CELL = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u2190-\u22ff\u2500-\u25fc]*"
)


def cells(text: str) -> int:
    """The width of a text in cells."""
    return len(text) if _ONE_CELL.fullmatch(text) else cell_len(text)


def line_cells(line: Line) -> int:
    """The width of a line in cells."""
    return sum(cells(text) for text, _ in line)


def wrap(runs: Sequence[Run], width: int) -> list[Line]:
    """The runs as lines of at most `width` cells, broken at spaces and line breaks.

    A word longer than a line is broken where it must be, never before a combining mark.
    """
    if len(runs) == 1:
        text, style = runs[0]
        return [[(text[start:end], style)] for start, end in _cuts(text, max(width, 1))]
    text = "".join(run[0] for run in runs)
    return [_between(runs, start, end) for start, end in _cuts(text, max(width, 1))]


def shorten(text: str, width: int, mark: str = "…") -> str:
    """The text in one line of at most `width` cells, cut at a word and marked where it is."""
    text = text.replace("\n", " ")
    if cells(text) <= width:
        return text
    room = width - len(mark)
    (start, end), *_ = _cuts(text, max(room - 1, 1))
    if " " not in text[:room]:
        return text[start : _fitting(text, 0, max(room, 1))] + mark
    return f"{text[start:end]} {mark}"


def pad(text: str, width: int) -> str:
    """The text with spaces after it up to `width` cells."""
    return text + " " * (width - cells(text))


def _cuts(text: str, width: int) -> Iterator[tuple[int, int]]:
    start = 0
    for paragraph in text.split("\n"):
        yield from _paragraph(text, start, start + len(paragraph), width)
        start += len(paragraph) + 1


def _paragraph(text: str, start: int, stop: int, width: int) -> Iterator[tuple[int, int]]:
    narrow = _ONE_CELL.fullmatch(text, start, stop) is not None
    while True:
        fits = min(start + width, stop) if narrow else _fitting(text[:stop], start, width)
        if fits >= stop:
            yield start, stop
            return
        space = text.rfind(" ", start, fits + 1)
        end = space if space > start and text[start:space].strip(" ") else fits
        yield start, start + len(text[start:end].rstrip(" "))
        start = end
        while start < stop and text[start] == " ":
            start += 1
        if start >= stop:
            return


def _fitting(text: str, start: int, width: int) -> int:
    """Where the text from `start` stops fitting, at least one character on."""
    room = width
    for place in range(start, len(text)):
        room -= get_character_cell_size(text[place])
        if room < 0:
            return max(place, start + 1)
    return len(text)


def _between(runs: Sequence[Run], start: int, end: int) -> Line:
    line: Line = []
    offset = 0
    for text, style in runs:
        piece = text[max(start - offset, 0) : max(end - offset, 0)]
        if piece:
            line.append((piece, style))
        offset += len(text)
    return line
