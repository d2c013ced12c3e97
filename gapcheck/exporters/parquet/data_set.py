"""What is written as a data set: known before it is known whether anything can write it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from gapcheck.exporters.selected import Kept
from gapcheck.model.report import Report
from gapcheck.model.study import Partnership

FORMAT: Final = "gapcheck-parquet/1"
README: Final = "README.md"
"""The page beside the tables."""

Told = Callable[[Partnership | None], Mapping[str, str]]
"""What a file tells of itself: one on a partnership, or (None) on all of them."""


@dataclass(frozen=True, slots=True)
class DataSet:
    """A report, the sources that go with it (None: no excerpts are told), and what files tell."""

    report: Report
    sources: tuple[Kept, ...] | None
    told: Told
