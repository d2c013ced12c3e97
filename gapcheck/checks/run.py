"""All checks over a Corpus, with the study's severities, in the order of the files."""

from __future__ import annotations

import fnmatch
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Final

from gapcheck.checks import (
    contradictory_codes,
    empty_parts,
    speakers,
    unknown_policy,
    withdrawn,
)
from gapcheck.checks.around import Around, Hit
from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.model.choices import Audience
from gapcheck.model.corpus import Corpus
from gapcheck.model.settings import SeverityRule
from gapcheck.model.study import Source

SOURCE_CHECKS: Final[tuple[Callable[[Source, Around], Iterator[Hit]], ...]] = (
    contradictory_codes.check,
    withdrawn.check,
)
"""Rules that look at one source alone."""

STUDY_CHECKS: Final[tuple[Callable[[Corpus], Iterator[Diagnostic]], ...]] = (
    empty_parts.check,
    speakers.check,
    unknown_policy.check,
)
"""Rules that look at the whole study."""

MOST_PER_FILE: Final = 50
MOST: Final = 1000


def check(
    corpus: Corpus,
    loaded: Iterable[Diagnostic],
    *,
    audience: Audience = Audience.TEAM,
    today: date | None = None,
) -> tuple[Diagnostic, ...]:
    """What loading found and what the checks find, ordered, weighed and counted."""
    found = [*loaded, *_of_sources(corpus, audience, today), *_of_study(corpus)]
    weighed = [one for one in (_weigh(one, corpus.settings.severities) for one in found) if one]
    ordered = sorted(weighed, key=_order)
    return tuple(_limited(ordered))


def _of_sources(corpus: Corpus, audience: Audience, today: date | None) -> Iterator[Diagnostic]:
    imperatives = {one.name: one for policy in corpus.policies for one in policy.imperatives}
    partnerships = {one.id: one for one in corpus.partnerships}
    for source in (*corpus.sources, *corpus.background):
        home = partnerships.get(source.lsp)
        around = Around(corpus.settings, home, imperatives, audience, today)
        for rule in SOURCE_CHECKS:
            for hit in rule(source, around):
                if not _exempt(hit):
                    yield hit.diagnostic


def _exempt(hit: Hit) -> bool:
    """Whether somebody wrote, with a reason, that the rule does not matter for this excerpt."""
    ignores = hit.excerpt.ignores if hit.excerpt else ()
    return any(one.rule == hit.diagnostic.rule for one in ignores)


def _of_study(corpus: Corpus) -> Iterator[Diagnostic]:
    return (one for rule in STUDY_CHECKS for one in rule(corpus))


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
