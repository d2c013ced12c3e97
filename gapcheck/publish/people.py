"""Which sources are people: whose ids, days and numbers would tell of somebody."""

from __future__ import annotations

from gapcheck.model.choices import SourceKind
from gapcheck.model.dates import PartialDate

_SPOKEN = frozenset({SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP, SourceKind.OBSERVATION})


def is_spoken(kind: SourceKind) -> bool:
    """Whether people speak in a source, or are watched; else it is a paper or a survey."""
    return kind in _SPOKEN


def is_small(people: int, least: int) -> bool:
    """Whether so many people are few enough to be recognised; nobody is not few."""
    return 0 < people < least


def year(when: PartialDate) -> PartialDate:
    """The year alone that a date lies in."""
    return PartialDate.parse(f"{when.first.year:04}")
