"""All checks over a Corpus, with the study's severities, in the order of the files."""

from __future__ import annotations

import fnmatch
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
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
    ordered = sorted(weighed, key=lambda one: (one.location, one.rule, one.message))
    return tuple(_limited(ordered))


def _weigh(one: Diagnostic, severities: tuple[SeverityRule, ...]) -> Diagnostic | None:
    """The diagnostic with the severity that the study gives its rule; None where it is off."""
    for rule in reversed(severities):
        if rule.rule == one.rule and fnmatch.fnmatch(one.location.path, rule.path or "*"):
            if rule.severity == "off":
                return None
            return replace(one, severity=Severity(rule.severity))
    return one


def _limited(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """At most so many of a file and of a run; a count stands for the rest."""
    every = Counter(one.location.path for one in found)
    shown: Counter[str] = Counter()
    for number, one in enumerate(found):
        if number >= MOST:
            yield _more(Location(one.location.path), len(found) - number, "of the study")
            return
        path = one.location.path
        shown[path] += 1
        if shown[path] <= MOST_PER_FILE:
            yield one
        elif shown[path] == MOST_PER_FILE + 1:
            yield _more(one.location, every[path] - MOST_PER_FILE, "in this file")


def _more(place: Location, count: int, where: str) -> Diagnostic:
    message = f"{count:,} more problems {where} are not listed"
    return Diagnostic(place, Severity.ERROR, "too-many", message, "Mend some of these first.")
