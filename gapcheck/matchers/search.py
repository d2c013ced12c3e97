"""Imperatives by what somebody types to find one: part of a name, a few words, a misspelling."""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.model.study import Imperative

_ENOUGH = 60
"""Of 100: what is less alike than this is not what was meant."""


def search(text: str, imperatives: Iterable[Imperative]) -> tuple[Imperative, ...]:
    """The imperatives that the typed text may mean, the likeliest first; all where it is empty."""
    wanted = " ".join(text.casefold().split())
    ordered = sorted(imperatives, key=lambda one: one.name)
    if not wanted:
        return tuple(ordered)
    found = ((_likeness(wanted, one), one) for one in ordered)
    likely = [pair for pair in found if pair[0] >= _ENOUGH]
    return tuple(one for _, one in sorted(likely, key=lambda pair: -pair[0]))


def _likeness(wanted: str, imperative: Imperative) -> float:
    """Of 100; what holds the typed words as they are comes before all that is only alike."""
    # Imported late: only who searches pays for it.
    from rapidfuzz import fuzz  # noqa: PLC0415

    said = [imperative.name, imperative.title, imperative.text, *imperative.terms]
    said += [imperative.id.replace("-", " "), *(each.text for each in imperative.indicators)]
    fields = [" ".join(field.casefold().split()) for field in said if field]
    if wanted == imperative.id.casefold():
        return 200
    held = max(
        (100 + 100 * len(wanted) / len(field) for field in fields if wanted in field), default=0
    )
    alike = max(
        min(fuzz.token_set_ratio(wanted, field), fuzz.partial_ratio(wanted, field))
        if " " in wanted
        else max(fuzz.ratio(wanted, word) for word in field.replace("/", " ").split())
        for field in fields
    )
    return held or float(alike)
