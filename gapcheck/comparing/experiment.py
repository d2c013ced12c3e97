"""Which of several differences make a change: found by trying them, alone and together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

_FEW = 8
"""So many differences are tried in every combination that can matter: 256 judgements at most."""

Holds = Callable[[frozenset[int]], bool]
"""Whether these differences together make the whole change."""


@dataclass(frozen=True, slots=True)
class Found:
    """The smallest sets that are enough; not `complete` where others may be too."""

    enough: tuple[tuple[int, ...], ...]
    complete: bool = True


def smallest(count: int, holds: Holds) -> Found:
    """The sets of `count` differences that make the change and of which no part does.

    Of few all are found. Of many one is, beside all single ones that are enough.
    """
    if count <= _FEW:
        return Found(tuple(_every(count, holds)))
    alone = tuple((one,) for one in range(count) if holds(frozenset((one,))))
    if alone:
        return Found(alone, complete=False)
    one = _reduced(tuple(range(count)), holds)
    return Found((one,) if one else (), complete=False)


def _every(count: int, holds: Holds) -> Sequence[tuple[int, ...]]:
    found: list[tuple[int, ...]] = []
    for size in range(1, count + 1):
        for chosen in combinations(range(count), size):
            if not any(set(chosen).issuperset(one) for one in found) and holds(frozenset(chosen)):
                found.append(chosen)
    return found


def _reduced(every: tuple[int, ...], holds: Holds) -> tuple[int, ...]:
    """What is left of all when everything is taken away that the change can do without."""
    kept = list(every)
    if not holds(frozenset(kept)):
        return ()
    shrinking = True
    while shrinking:
        shrinking = False
        for one in tuple(reversed(kept)):
            rest = [each for each in kept if each != one]
            if holds(frozenset(rest)):
                kept, shrinking = rest, True
    return tuple(kept)
