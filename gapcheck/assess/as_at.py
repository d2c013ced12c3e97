"""The day as at which a partnership is judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from gapcheck.assess.admissible import source_exclusion
from gapcheck.model.study import Source


def newest_days(sources: Iterable[Source], today: date) -> dict[str, date]:
    """By partnership, the last day of its newest source that consent admits."""
    days: dict[str, date] = {}
    for source in sources:
        if source_exclusion(source, today) is None:
            days[source.lsp] = max(source.date.last, days.get(source.lsp, date.min))
    return days


def as_at(lsp: str, days: Mapping[str, date], given: date | None) -> date | None:
    """The day that was asked for, else the partnership's own, else the newest of any."""
    # Nobody asked here yet: what is known elsewhere dates the silence.
    return given or days.get(lsp) or max(days.values(), default=None)
