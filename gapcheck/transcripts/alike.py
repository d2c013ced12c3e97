"""The passage of a row of words that is most like a part of a quote, and how like it is.

The measure is rapidfuzz's: of 100, the letters that two passages share in their order
(normalised indel similarity), for the best passage of the row (partial_ratio_alignment).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

VERIFIED = 95.0
"""From here on a quote is taken for the passage."""
DOUBTFUL = 88.0
"""From here on a person is asked."""
NEAREST = 65.0
"""Below this a passage is no nearer than any other: what is shown must be worth looking at."""

_ROUGH = 80.0
"""What a passage that begins and ends within words must come to: with whole ones it may be more."""

LONG = 2_000
"""Letters from which on a part is looked for by its two ends: the work grows by the square."""
_END = 1_000
_ANCHORED = 150
"""Letters from which on some of the words are looked for first; below, that saves nothing."""
_RUN = 3
_RUNS = 12
_PLACES = 2
_AROUND = 4
_MOST = 64


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a row: from its first letter to behind its last, and how alike, of 100."""

    score: float
    first: int
    last: int


def exact(part: str, row: str, first: int = 0, last: int | None = None) -> Passage | None:
    """The first place where a part stands in a row word for word."""
    found = row.find(f" {part} ", max(0, first - 1), None if last is None else last + 1)
    return None if found < 0 else Passage(100.0, found + 1, found + 1 + len(part))


def everywhere(part: str, row: str) -> Iterator[Passage]:
    """The places where a part stands word for word, from the first on, a few dozen at most."""
    found = exact(part, row)
    for _ in range(_MOST):
        if found is None:
            return
        yield found
        found = exact(part, row, found.first + 1)


def alike(part: str, row: str, first: int = 0, last: int | None = None) -> Passage | None:
    """The passage most like a part, if it is as like it as `DOUBTFUL`.

    Where one is found that is good enough to be `VERIFIED`, no better one is looked for.
    """
    end = len(row) if last is None else min(last, len(row))
    if len(part) > LONG:
        return _by_ends(part, row, first, end)
    best = None
    if len(part) >= _ANCHORED and end - first > 4 * len(part):
        best = _near_runs(part, row, first, end, _ROUGH)
        if best and best.score >= VERIFIED:
            return best
    least = best.score if best else _ROUGH
    found = _better(best, _aligned(part, row, first, end, least))
    return found if found and found.score >= DOUBTFUL else None


def nearest(part: str, row: str) -> Passage | None:
    """The passage that a part which is nowhere comes nearest to, if any is worth looking at."""
    if len(part) < 2 * _ANCHORED:
        return _aligned(part, row, 0, len(row), NEAREST)
    # To look through the whole for so little likeness would take longer than to find.
    return _near_runs(part[:LONG], row, 0, len(row), NEAREST)


def _near_runs(part: str, row: str, first: int, last: int, least: float) -> Passage | None:
    """The best passage around a few words that stand next to each other, as in the part."""
    best: Passage | None = None
    tried: list[int] = []
    # So much longer or shorter than the part may be what stands before those words.
    room = 16 + len(part) // 16
    for begin in _anchors(part, row, first, last):
        if any(abs(begin - other) < room for other in tried):
            continue
        tried.append(begin)
        low, high = max(first, begin - room), min(last, begin + len(part) + room)
        best = _better(best, _aligned(part, row, low, high, best.score if best else least))
        if best and best.score >= VERIFIED:
            break
    return best


def _aligned(part: str, row: str, first: int, last: int, least: float) -> Passage | None:
    # Imported late: a study whose quotes all stand word for word never needs it.
    from rapidfuzz import fuzz  # noqa: PLC0415

    stretch = row[first:last]
    if len(stretch) < len(part):
        # The shorter is sought in the longer, but here it is the quote that has to be found.
        whole = stretch.strip(" ")
        begin = first + len(stretch) - len(stretch.lstrip(" "))
        score = fuzz.ratio(part, whole, score_cutoff=least)
        return Passage(score, begin, begin + len(whole)) if score else None
    found = fuzz.partial_ratio_alignment(part, stretch, score_cutoff=least)
    if found is None:
        return None
    rough = Passage(found.score, first + found.dest_start, first + found.dest_end)
    return _to_words(part, row, rough)


def _to_words(part: str, row: str, rough: Passage) -> Passage:
    """A passage from the beginning of a word to the end of one, the best nearby."""
    from rapidfuzz import fuzz  # noqa: PLC0415

    begins = _begins(row, rough.first)
    ends = [place - 1 for place in _begins(row, rough.last + 1)]
    near = min(ends, key=lambda place: abs(place - rough.last))
    first = max(
        (one for one in begins if one < near),
        key=lambda place: (fuzz.ratio(part, row[place:near]), -place),
        default=rough.first,
    )
    last = max(
        (one for one in ends if one > first),
        key=lambda place: (fuzz.ratio(part, row[first:place]), -place),
        default=rough.last,
    )
    return Passage(max(rough.score, fuzz.ratio(part, row[first:last])), first, last)


def _begins(row: str, place: int) -> list[int]:
    """Where the few words around a place begin; behind the last word, where one would."""
    found: list[int] = []
    back = min(place, len(row))
    while len(found) <= _AROUND and back > 0:
        back = row.rfind(" ", 0, back)
        found.append(back + 1)
    ahead = max(found, default=0)
    for _ in range(_AROUND):
        ahead = row.find(" ", ahead) + 1
        if not ahead:
            break
        found.append(ahead)
    return sorted({one for one in found if one > 0})


def _anchors(part: str, row: str, first: int, last: int) -> Iterator[int]:
    """Where a part would begin if some of its words stood where they stand in the row."""
    words = part.split(" ")
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    step = max(_RUN, len(words) // _RUNS)
    for number in range(0, len(words) - _RUN + 1, step):
        run = f" {' '.join(words[number : number + _RUN])} "
        place = row.find(run, first, last)
        for _ in range(_PLACES):
            if place < 0:
                break
            yield place + 1 - starts[number]
            place = row.find(run, place + 1, last)


def _by_ends(part: str, row: str, first: int, last: int) -> Passage | None:
    from rapidfuzz import fuzz  # noqa: PLC0415

    # Where a word has no end for so long, it is cut.
    cut, rest = part.rfind(" ", 0, _END), part.find(" ", len(part) - _END)
    begin = alike(part[: cut if cut > 0 else _END], row, first, last)
    if begin is None:
        return None
    reach = begin.first + len(part) * 5 // 4
    tail = part[rest + 1 if rest > 0 else len(part) - _END :]
    end = alike(tail, row, begin.first, min(last, reach))
    if end is None or end.last <= begin.first:
        return None
    score = fuzz.ratio(part, row[begin.first : end.last], score_cutoff=DOUBTFUL)
    return Passage(score, begin.first, end.last) if score else None


def _better(one: Passage | None, other: Passage | None) -> Passage | None:
    """The one that is more alike; of two alike the first in the row."""
    if one is None or other is None:
        return one or other
    return min(one, other, key=lambda each: (-each.score, each.first))
