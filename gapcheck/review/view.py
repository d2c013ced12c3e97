"""Everything that the screen shows at one moment, worked out: the page only arranges it."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.amend.refusal import Refusal
from gapcheck.amend.run import Amended
from gapcheck.model.settings import Settings
from gapcheck.review.card import Card
from gapcheck.review.decision import NOTHING, Decision


@dataclass(frozen=True, slots=True)
class Context:
    """What stands before and after an excerpt in its transcript, and where that is."""

    before: str
    after: str
    place: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work has come: `done` of `total` excerpts are reviewed, `aside` were skipped."""

    done: int
    total: int
    aside: int = 0
    time_left: str = ""

    def __str__(self) -> str:
        """`41 of 60 reviewed · about 12 min left`."""
        parts = [f"{self.done} of {self.total} reviewed", self.time_left]
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class View:
    """One moment of a sitting. `note` says what the last key did where that is not plain to see.

    `card` is None where nothing waits; `whole` shows all words of a very long excerpt.
    """

    title: str
    settings: Settings
    progress: Progress
    card: Card | None = None
    decision: Decision = NOTHING
    proposal: Amended | Refusal | None = None
    context: Context | None = None
    coder: str = ""
    invented: str = ""
    calibrated: bool = False
    note: str = ""
    whole: bool = False
