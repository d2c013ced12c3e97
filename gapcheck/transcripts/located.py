"""Where a quote stands in its transcript, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gapcheck.model.choices import Outcome


class Difference(StrEnum):
    """What differs between a quote and a passage that is almost the same, and weighs most."""

    FIGURE = "figure"
    NEGATION = "negation"


@dataclass(frozen=True, slots=True)
class Located:
    """What came of looking for a quote in a transcript.

    `score` is of 100. `start` and `end` are code points of the transcript's text, the end
    exclusive: of the passage, or of the one nearest to a quote that is missing; both are 0 where
    nothing is near. `spans` are the stretches of the quote's parts in it. Lines and columns count
    from 1; `time` is the last time stamp before, empty where there is none.
    """

    outcome: Outcome
    score: float = 0.0
    start: int = 0
    end: int = 0
    spans: tuple[tuple[int, int], ...] = ()
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    time: str = ""
    differences: tuple[Difference, ...] = ()

    @property
    def placed(self) -> bool:
        """Whether there is a passage to look at."""
        return self.end > 0
