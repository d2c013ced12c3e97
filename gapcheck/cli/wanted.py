"""What of a study a report was asked for, and the reports that answer it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gapcheck.analysis import analyse
from gapcheck.assess.narrowing import only
from gapcheck.model.choices import Audience
from gapcheck.model.report import Report
from gapcheck.pending.run import with_pending

SENSITIVITY = "sensitivity"
"""The view for which everything is judged again."""


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a report that is asked for; `kinds` are verdicts and groups."""

    policies: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for, but for the partnerships."""

    root: Path
    today: date
    as_at: date | None
    audience: Audience
    coarsen: bool
    part: Part
    view: str = ""

    def judged(self, names: Sequence[str]) -> Report:
        """The report on some partnerships, or on all: what a gate looks at, whatever is shown."""
        return analyse(
            self.root,
            today=self.today,
            as_at=self.as_at,
            names=names,
            audience=self.audience,
            coarsen=self.coarsen,
            policies=self.part.policies,
            topics=self.part.topics,
            with_sensitivity=self.view == SENSITIVITY,
        )

    def shown(self, judged: Report) -> Report:
        """What of it is shown, with what waits to be reviewed."""
        return with_pending(only(judged, self.part.kinds), self.root, self.today)


def listed(typed: Iterable[str] | None) -> tuple[str, ...]:
    """The names of an option that may be repeated, or hold several with commas between them."""
    names = [one.strip() for each in typed or () for one in each.split(",")]
    return tuple(one for one in names if one)
