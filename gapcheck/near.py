"""The nearest known name, for every "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

_ENOUGH = 66
"""Of 100: below this a suggestion is more of a riddle than a help."""

_MANY = 40
"""Names that anybody reads through; a partnership may have a hundred forums."""


def nearest(name: str, known: Iterable[str], enough: float = _ENOUGH) -> str | None:
    """The known name that `name` was most likely meant to be, or None where none is near.

    `enough` is how near, of 100, it has to be.
    """
    # Imported late: it costs as much as reading a small study, and only mistakes need it.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    names, folded = _ordered(tuple(known))
    found = process.extractOne(name.casefold(), folded, scorer=fuzz.ratio, score_cutoff=enough)
    return names[found[2]] if found else None


@lru_cache(maxsize=4)
def _ordered(known: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Names in order, as they are and without regard to case: a file may ask a thousand times."""
    names = sorted(set(known))
    return names, [name.casefold() for name in names]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The sentence that offers the nearest name; empty where none is near."""
    found = nearest(name, known)
    return f"Did you mean `{found}`?" if found else ""


def offered(name: str, known: Iterable[str]) -> str:
    """The nearest name where one is near, and all that there are."""
    names = list(known)
    return f"{did_you_mean(name, names)} There are: {listed(names)}.".strip()


def listed(names: Iterable[str]) -> str:
    """Names with commas between them; of very many the first ones, and how many more there are."""
    every = list(names)
    if len(every) <= _MANY + 1:
        return ", ".join(every)
    return f"{', '.join(every[:_MANY])} and {len(every) - _MANY:,} more"
