"""A text of which the times are blanked out, and where they and its lines stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from gapcheck.importers.interviews.turn import Piece

_LATEST = "~"
_RULE = re.compile(r"[-–—=_*~#|+\s\\]+")


class Lines:
    """Where the lines of a text begin."""

    __slots__ = ("begins", "end")

    def __init__(self, text: str) -> None:
        self.begins = [0, *(one.end() for one in re.finditer("\n", text))]
        self.end = len(text)

    def number(self, place: int) -> int:
        """The line of a place, from 1."""
        return bisect_right(self.begins, place)

    def span(self, number: int) -> tuple[int, int]:
        """Where a line begins and ends, without its sign of the end."""
        last = number >= len(self.begins)
        return self.begins[number - 1], self.end if last else self.begins[number] - 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text and the times that stood in it, each with its place, in their order."""

    text: str = field(repr=False)
    stamps: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    lines: Lines = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", Lines(self.text))

    def with_stamps(self, more: Iterable[tuple[int, str]]) -> Sheet:
        """The same text with more times."""
        return Sheet(self.text, tuple(sorted([*self.stamps, *more])))

    def line(self, place: int) -> str:
        """The text of the line in which a place stands."""
        begin, end = self.lines.span(self.lines.number(place))
        return self.text[begin:end]

    def stamped(self, start: int, end: int) -> bool:
        """Whether a time stands between two places."""
        low = bisect_left(self.stamps, (start, ""))
        return low < len(self.stamps) and self.stamps[low][0] < end

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The words between two places, parted where lines end and where a time stands."""
        ends = False
        for number in range(self.lines.number(start), self.lines.number(end) + 1):
            begin, stop = self.lines.span(number)
            begin, stop = max(start, begin), min(end, stop)
            if begin > start and not self.text[begin:stop].strip():
                ends = True
                continue
            for left, right in self._between(begin, stop):
                words = " ".join(self.text[left:right].split())
                if words and not _RULE.fullmatch(words):
                    place = left + re.match(r"\s*", self.text[left:right]).end()  # type: ignore[union-attr]
                    yield Piece(words, self._time(place), number, ends)
                    ends = False

    def _between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        low, high = bisect_left(self.stamps, (start, "")), bisect_left(self.stamps, (end, ""))
        cuts = [start, *(place for place, _ in self.stamps[low:high]), end]
        yield from pairwise(cuts)

    def _time(self, place: int) -> str:
        number = bisect_right(self.stamps, (place, _LATEST))
        return self.stamps[number - 1][1] if number else ""
