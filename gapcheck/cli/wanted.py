"""What of a study a report was asked for, and the reports that answer it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from gapcheck.analysis import analyse
from gapcheck.assess.narrowing import only
from gapcheck.cli.gate import gate_of
from gapcheck.cli.progress import counted
from gapcheck.judging.size import is_large
from gapcheck.model.choices import Audience
from gapcheck.model.report import Report
from gapcheck.pending.run import with_pending

if TYPE_CHECKING:
    from gapcheck.sweep.crews import Crew

SENSITIVITY = "sensitivity"
"""The view for which everything is judged again."""


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a report that is asked for; `kinds` are verdicts and groups."""

    policies: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, policies: Iterable[str] | None, topics: Iterable[str] | None, only_: str | None
    ) -> Part:
        """The part that options name; Refused says what is no verdict and no group."""
        return cls(listed(policies), listed(topics), gate_of(only_, "--only"))


@dataclass(frozen=True, slots=True)
class How:
    """How a report is made, whatever is in it.

    `crew` is whoever works on a whole study; `quiet`: nobody is told how far that has come;
    `slim`: where all of it is shown side by side, there is no room for any finding's working.
    """

    crew: Crew | None = None
    quiet: bool = False
    slim: bool = False


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
    how: How = How()

    def judged(self, names: Sequence[str]) -> Report:
        """The report on some partnerships, or on all: what a gate looks at, whatever is shown."""
        if self.in_parts(names):
            return self._in_parts()
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

    def in_parts(self, names: Sequence[str]) -> bool:
        """Whether no more than a few partnerships at a time are in memory.

        So it is where the study is large, or somebody was named who works; that goes for the
        whole study and the team alone: an edition for the public weighs all of the study before
        it tells of any part.
        """
        whole = not names and self.audience is Audience.TEAM and self.view != SENSITIVITY
        if self.how.crew and not whole:
            raise typer.BadParameter(
                "--jobs and --cluster are for the whole study, and the team, without --sensitivity."
            )
        return whole and (self.how.crew is not None or is_large(self.root))

    def _in_parts(self) -> Report:
        # Imported late: where all is read at once, nobody is needed among whom to share it out.
        from gapcheck.judging.run import report_in_parts  # noqa: PLC0415

        with counted(quiet=self.how.quiet) as steps:
            return report_in_parts(
                self.root,
                today=self.today,
                as_at=self.as_at,
                policies=self.part.policies,
                topics=self.part.topics,
                crew=self.how.crew,
                slim=self.how.slim and not self.view,
                steps=steps,
            )

    def shown(self, judged: Report) -> Report:
        """What of it is shown, with what waits to be reviewed."""
        with counted(quiet=self.how.quiet) as steps:
            return with_pending(only(judged, self.part.kinds), self.root, self.today, steps)


def listed(typed: Iterable[str] | None) -> tuple[str, ...]:
    """The names of an option that may be repeated, or hold several with commas between them."""
    names = [one.strip() for each in typed or () for one in each.split(",")]
    return tuple(one for one in names if one)
