"""Bands: what a score is called, on a scale that needs no study to have been coded.

A score counts standard deviations above what is usual, half among all pairs of the study and
half among the excerpt's own. Three is seen by chance about once in seven hundred, two about once
in forty. Only one that is well ahead of every other is strong: two that are nearly level may
both be right, and cannot both be clear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gapcheck.model.suggestion import CLEAR, Band, Matching, Suggestion

STRONG, FAIR = 3.0, 2.0
"""The least scores of the two better bands."""

_ORDER = tuple(Band)


def band_of(score: float, lead: float) -> Band:
    """The band of a score; `lead` is how far it is ahead of the best of the others."""
    if score >= STRONG and lead >= CLEAR:
        return Band.STRONG
    return Band.FAIR if score >= FAIR else Band.WEAK


def at_least(matching: Matching, least: Band) -> Matching:
    """The suggestions with candidates of that band or a better one, and those alone."""
    return replace(matching, suggestions=tuple(narrowed(matching.suggestions, least)))


def narrowed(suggestions: Iterable[Suggestion], least: Band) -> Iterator[Suggestion]:
    """Those of the suggestions with such candidates, without the others."""
    kept = (_narrowed(each, least) for each in suggestions)
    return (each for each in kept if each.candidates)


def _narrowed(suggestion: Suggestion, least: Band) -> Suggestion:
    wanted = _ORDER[: _ORDER.index(least) + 1]
    candidates = tuple(each for each in suggestion.candidates if each.band in wanted)
    return replace(suggestion, candidates=candidates)
