"""Which problems were asked for: of some rules, in some files."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gapcheck.diagnostic import Diagnostic

ALWAYS: Final = frozenset({"empty-study"})
"""Rules that nothing silences: a study in which nothing resolves is never called sound."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The rules and places that a run is narrowed to; empty ones narrow nothing."""

    root: Path
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    places: tuple[Path, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything is left unsaid."""
        return bool(self.select or self.ignore or self.places)

    def keeps(self, one: Diagnostic) -> bool:
        """Whether a problem was asked for."""
        if self.places and not lies_in(self.root / one.location.path, self.places):
            return False
        if one.rule in ALWAYS:
            return True
        return one.rule not in self.ignore and (not self.select or one.rule in self.select)


def lies_in(place: Path, named: Collection[Path]) -> bool:
    """Whether a place is one of those named, or lies in one."""
    return any(place == one or one in place.parents for one in named)
