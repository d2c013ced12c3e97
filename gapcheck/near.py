"""The nearest known name, for every "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable

_ENOUGH = 66
"""Of 100: below this a suggestion is more of a riddle than a help."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name` was most likely meant to be, or None where none is near."""
    # Imported late: it costs as much as reading a small study, and only mistakes need it.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    candidates = sorted(set(known))
    found = process.extractOne(
        name.casefold(), candidates, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_ENOUGH
    )
    return found[0] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The sentence that offers the nearest name; empty where none is near."""
    found = nearest(name, known)
    return f"Did you mean `{found}`?" if found else ""
