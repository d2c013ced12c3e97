"""One thing that a study says of its methods, and where it is taken from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gapcheck.model.methods import Methods
from gapcheck.model.report import Report
from gapcheck.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence, where it is taken from, and whether it is `enough` of an answer by itself."""

    said: str
    place: str
    enough: bool = False


Open = Callable[[Report], Iterator[Fact]]
"""Facts that a report holds for every audience."""

Counted = Callable[[Methods, Settings], Iterator[Fact]]
"""Facts that count people, or name coders: they are told to the team alone."""

SETTINGS = "gapcheck.yaml"
"""The file that holds what a study says of itself."""
