"""What was added to a file, as a difference that shows nothing else of it: nobody's words.

Of a line that was there before no more than its key is shown; the rest is an ellipsis.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from gapcheck.amend.change import CODE_KEYS, LISTS
from gapcheck.amend.run import Amended

ELLIPSIS: Final = "…"
_LINE: Final = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_KEYS: Final = "|".join(("codes", "memo", *LISTS, *CODE_KEYS))
_HARMLESS: Final = re.compile(rf"\s*(?:-\s+)*(?:(?:{_KEYS})\s*:\s*)?")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines next to each other that are new, or have something new in them; the first is `line`."""

    line: int
    lines: tuple[str, ...]


def hunks(found: Amended) -> tuple[Hunk, ...]:
    """What was added, in the order of the file; lines count from 1."""
    page = _Page(found.text, [(mark.start, mark.end) for mark in found.marks])
    groups: list[list[int]] = []
    for mark in found.marks:
        numbers = page.touched((mark.start, mark.end))
        first = page.line(mark.start)
        if mark.gone.strip() and first not in numbers:
            # Something on that line gave way to lines below it.
            numbers = [first, *numbers]
        if groups and numbers and numbers[0] - groups[-1][-1] <= 1:
            groups[-1].extend(numbers)
        elif numbers:
            groups.append(numbers)
    return tuple(Hunk(group[0] + 1, page.shown(group)) for group in groups)


class _Page:
    """A text by its lines, counted from 0, with the spans that may be shown."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.text, self.spans = text, spans
        self._lines = [one.span(1) for one in _LINE.finditer(text)]
        self._starts = [start for start, _ in self._lines]

    def line(self, index: int) -> int:
        """The line of a character."""
        return bisect_right(self._starts, index) - 1

    def touched(self, span: Span) -> list[int]:
        """The lines on which more of a span can be seen than a comma, and those between them."""
        numbers = range(self.line(span[0]), self.line(span[1]) + 1)
        seen = [one for one in numbers if self._within(one, span).strip(" \t,")]
        return list(range(seen[0], seen[-1] + 1)) if seen else []

    def shown(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """Some lines, each once, without what stands outside of all spans."""
        return tuple(self._shown(number) for number in dict.fromkeys(numbers))

    def _within(self, number: int, span: Span) -> str:
        start, end = self._lines[number]
        return self.text[max(start, span[0]) : min(end, span[1])]

    def _shown(self, number: int) -> str:
        start, end = self._lines[number]
        parts, at = [], start
        for first, last in (*self.spans, (end, end)):
            if last < start or first > end:
                continue
            parts.append(_hidden(self.text[at : max(first, at)]))
            parts.append(self._within(number, (first, last)))
            at = max(at, min(last, end))
        return "".join(parts).rstrip()


def _hidden(text: str) -> str:
    """What was there before: blanks and a key, and an ellipsis for the rest."""
    found = _HARMLESS.match(text)
    harmless = found[0] if found else ""
    return harmless if harmless == text else f"{harmless}{ELLIPSIS}"
