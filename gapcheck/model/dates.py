"""Dates as researchers know them: a day, a month or a year, each the span of its days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as typed (`2004`, `2004-05` or `2004-05-12`) and the first and last day it covers."""

    text: str
    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; ValueError says which part is none."""
        parts = text.split("-")
        year = int(parts[0])
        if len(parts) == 1:
            return cls(text, date(year, 1, 1), date(year, 12, 31))
        month = int(parts[1])
        if not 1 <= month <= 12:
            raise ValueError(f"{parts[1]} is no month")
        days = calendar.monthrange(year, month)[1]
        if len(parts) == 2:
            return cls(text, date(year, month, 1), date(year, month, days))
        if not 1 <= int(parts[2]) <= days:
            raise ValueError(f"{calendar.month_name[month]} {year} has no day {parts[2]}")
        day = date(year, month, int(parts[2]))
        return cls(text, day, day)

    def __str__(self) -> str:
        return self.text


Day = date | PartialDate
"""A day that is judged at, or (for the public) no more than the year that it lies in."""


@dataclass(frozen=True, slots=True)
class Period:
    """A time with a beginning and, where it is over or will be, an end (its last day included)."""

    start: PartialDate
    end: PartialDate | None = None

    def outside(self, when: PartialDate) -> bool:
        """Whether all of `when` lies before the first or after the last day of this period."""
        return when.last < self.start.first or (self.end is not None and when.first > self.end.last)

    def over(self, when: Day | None) -> bool:
        """Whether it ended before `when`, of a year before the first of its days."""
        day = when.first if isinstance(when, PartialDate) else when
        return self.end is not None and day is not None and self.end.last < day
