"""Names of three letters for the columns of a narrow matrix, each unlike the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapcheck.model.study import Partnership


def short_names(partnerships: Sequence[Partnership]) -> dict[str, str]:
    """By id: the first letters of a name, or others of it where those are taken."""
    taken: dict[str, str] = {}
    for partnership in partnerships:
        own = next(name for name in _candidates(partnership.name) if name not in taken)
        taken[own] = partnership.id
    return {own: name for name, own in taken.items()}


def _candidates(name: str) -> Iterator[str]:
    words = ["".join(filter(str.isalnum, word)) for word in name.split()]
    first, *others = [word for word in words if word] or ["P"]
    yield first[:3]
    for other in others:
        yield first[:2] + other[0]
    for letter in first[3:]:
        yield first[:2] + letter
    number = 2
    while True:
        yield f"{first[:1]}{number}"
        number += 1
