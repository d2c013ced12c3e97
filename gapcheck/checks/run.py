"""All checks over a Corpus, with the study's severities, in the order of the files."""

from __future__ import annotations

import fnmatch
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from gapcheck.checks import (
    contradictory_codes,
    empty_parts,
    speakers,
    unknown_policy,
    withdrawn,
)
from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.model.corpus import Corpus
from gapcheck.model.settings import SeverityRule

CHECKS: Final[tuple[Callable[[Corpus], Iterator[Diagnostic]], ...]] = (
    contradictory_codes.check,
    empty_parts.check,
    speakers.check,
    unknown_policy.check,
    withdrawn.check,
)
MOST_PER_FILE: Final = 50
MOST: Final = 1000


def check(corpus: Corpus, loaded: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What loading found and what the checks find, ordered, weighed and counted."""
    found = [*loaded, *(one for rule in CHECKS for one in rule(corpus))]
    weighed = [one for one in (_weigh(one, corpus.settings.severities) for one in found) if one]
    ordered = sorted(weighed, key=_order)
    return tuple(_limited(ordered))


def _order(one: Diagnostic) -> tuple[object, ...]:
    place = one.location
    return place.path, place.line, place.column, one.rule, one.message


def _weigh(one: Diagnostic, severities: tuple[SeverityRule, ...]) -> Diagnostic | None:
    """The diagnostic with the severity that the study gives its rule; None where it is off."""
    for rule in reversed(severities):
        if rule.rule == one.rule and fnmatch.fnmatch(one.location.path, rule.path or "*"):
            if rule.severity == "off":
                # What is left out of every verdict must still be told, if only as a warning.
                return replace(one, severity=Severity.WARNING) if one.left_out else None
            return replace(one, severity=Severity(rule.severity))
    return one


def _limited(found: list[Diagnostic]) -> Iterator[Diagnostic]:
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


def _more(place: Location, unlisted: list[Diagnostic], where: str) -> Diagnostic:
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
