"""Long turns in passages that end where sentences do."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise

from gapcheck.importers.interviews.sentences import sentence_ends
from gapcheck.importers.interviews.turn import Mark

LONG = 120
"""Words from which on a turn is more than one passage."""
_AIM = 100
_UNENDING = 240
"""Words without the end of a sentence from which on nobody can have typed full stops."""
_MOST = 8_000

_WORD = re.compile(r"\S+")

Span = tuple[int, int]


def cut(words: str, marks: Iterable[Mark]) -> tuple[list[Span], int]:
    """Where the passages of a turn begin and end; how many of their ends are none of sentences."""
    begins = [found.start() for found in _WORD.finditer(words)]
    if len(begins) <= LONG:
        return [(0, len(words))], 0
    places = list(marks)
    ends = {bisect_left(begins, place) for place in sentence_ends(words)}
    ends |= {bisect_left(begins, mark.place) for mark in places if mark.ends}
    lines = sorted({bisect_left(begins, mark.place) for mark in places})
    sure = sorted(ends - {0, len(begins)})
    stops, broken = _with_breaks(sure, lines, len(begins))
    chosen = _chosen(stops, len(begins))
    bounds = [0, *(begins[number] for number in chosen), len(words)]
    spans = [(first, first + len(words[first:last].rstrip())) for first, last in pairwise(bounds)]
    return spans, sum(1 for number in chosen if number in broken)


def _chosen(stops: list[int], count: int) -> list[int]:
    """The stops nearest to where passages of one length would end, in numbers of words."""
    parts = -(-count // _AIM)
    found: list[int] = []
    for part in range(1, parts):
        aim = part * count / parts
        place = bisect_left(stops, aim)
        near = stops[max(0, place - 1) : place + 1]
        if near:
            best = min(near, key=lambda stop: (abs(stop - aim), stop))
            if not found or best > found[-1]:
                found.append(best)
    return found


def _with_breaks(sure: list[int], lines: list[int], count: int) -> tuple[list[int], set[int]]:
    """The ends of sentences; in long stretches without any, the ends of lines or captions too.

    A stretch that no line parts either is cut where a text of a study would be too long.
    """
    broken: set[int] = set()
    for first, last in zip([0, *sure], [*sure, count], strict=True):
        if last - first <= _UNENDING:
            continue
        inner = lines[bisect_right(lines, first) : bisect_left(lines, last)]
        bounds = [first, *inner, last]
        broken.update(inner)
        for low, high in pairwise(bounds):
            broken.update(range(low + _MOST, high, _MOST))
    return sorted({*sure, *broken}), broken
