"""What a program counted when it wrote a position, found out from the selections themselves.

The standard says code points from nought, and nothing of line ends. Programs count UTF-16 units
or code points, and a line end of two characters as two or as one. Each of the four readings is
tried on all selections; the one in which they begin and end where words do is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")
_PAIR: Final = re.compile("\r\n")
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff]")
"""Letters of scripts that put no blanks between words: Thai, Lao, Burmese, Khmer, Han, kana."""

_BLANKS: Final = re.compile(r"\s+")
_TELLING: Final = 8
"""Letters of a name from which on it can only be the words of the selection by intent."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way of counting; `said` is how the loss report calls it."""

    utf16: bool
    paired: bool

    @property
    def said(self) -> str:
        """In words."""
        unit = "UTF-16 units" if self.utf16 else "code points"
        return f"{unit}, a line end of two characters as {'two' if self.paired else 'one'}"


READINGS: Final = tuple(
    Reading(utf16, paired) for utf16 in (False, True) for paired in (True, False)
)
"""All ways, that of the standard first: where all agree it is taken."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A selection as it was written: two positions, and a name that may repeat its words."""

    start: int
    end: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Ruler:
    """A text, and where each position of one reading stands in it with single line ends.

    `text` has LF for every line end.
    """

    text: str = field(repr=False)
    length: int
    _units: Sequence[int] = field(repr=False)
    _pairs: Sequence[int] = field(repr=False)

    def place(self, position: int) -> int | None:
        """The index in `text`; None where it is no place of the text, or inside a character."""
        if not 0 <= position <= self.length:
            return None
        before = bisect_left(self._units, position)
        # The second half of a character begins one unit after its first.
        if before and self._units[before - 1] == position - 1:
            return None
        index = position - before
        return index - bisect_left(self._pairs, index)


def ruler(raw: str, reading: Reading) -> Ruler:
    """The ruler of a reading for a text as it lies in the file."""
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    base = raw if reading.paired else raw.replace("\r\n", "\n")
    units: list[int] = []
    if reading.utf16:
        units = [found.start() + many for many, found in enumerate(_ASTRAL.finditer(base))]
    pairs = [found.start() + 1 for found in _PAIR.finditer(base)]
    return Ruler(text, len(base) + len(units), units, pairs)


def score(measure: Ruler, marks: Iterable[Mark]) -> float:
    """How many of 1 of the selections fit: 1 where they all repeat their words or cut no word."""
    fits = [_fit(measure, mark) for mark in marks]
    return sum(fits) / len(fits) if fits else 1.0


def span(measure: Ruler, mark: Mark) -> tuple[int, int] | None:
    """Where a selection begins and ends in the text; None where it lies outside of it."""
    start, end = measure.place(mark.start), measure.place(mark.end)
    return None if start is None or end is None or start >= end else (start, end)


def _fit(measure: Ruler, mark: Mark) -> float:
    found = span(measure, mark)
    if found is None:
        return 0.0
    start, end = found
    words = _BLANKS.sub(" ", measure.text[start:end]).strip()
    name = _BLANKS.sub(" ", mark.name).strip().rstrip("….").rstrip()
    if len(name) >= _TELLING and words.startswith(name):
        return 1.0
    return (_edge(measure.text, start, first=True) + _edge(measure.text, end, first=False)) / 2


def _edge(text: str, place: int, *, first: bool) -> float:
    """1 where a word begins (or ends) at a place, a half where only blanks do, 0 within a word."""
    before = text[place - 1 : place]
    after = text[place : place + 1]
    if before.isalnum() and after.isalnum() and not _UNSPACED.match(after):
        return 0.0
    inner = after if first else before
    return 0.5 if inner.isspace() else 1.0
