"""How many problems are listed: a count stands for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from gapcheck.diagnostic import Diagnostic, Location, Severity

MOST_PER_FILE: Final = 50
MOST: Final = 1000


def limited(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """At most so many of a file and of a run; a count stands for the rest."""
    listed: list[Diagnostic] = []
    rest: list[Diagnostic] = []
    for _, group in groupby(found, key=lambda one: one.location.path):
        every = list(group)
        room = every[: min(MOST_PER_FILE, MOST - len(listed))]
        listed += room
        more = every[len(room) :]
        if more and len(listed) < MOST:
            listed.append(_more(more[0].location, more, "in this file"))
        else:
            rest += more
    yield from listed
    if rest:
        yield _more(Location(rest[0].location.path), rest, "of the study")


def _more(place: Location, unlisted: Sequence[Diagnostic], where: str) -> Diagnostic:
    """One line for many, as grave as the gravest of them, that still says what is lost."""
    message = f"{len(unlisted):,} more problems {where} are not listed"
    grave = Severity.ERROR if any(one.severity is Severity.ERROR for one in unlisted) else None
    lost = [one.left_out for one in unlisted if one.left_out]
    whole = next((one for one in lost if one.startswith("the whole")), "")
    return Diagnostic(
        place,
        grave or Severity.WARNING,
        "too-many",
        message,
        "Mend some of these first.",
        left_out=whole or ("what the unlisted problems hold" if lost else ""),
    )
