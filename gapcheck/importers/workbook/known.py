"""What may be chosen in a workbook: the lists of its last sheet, and what is fixed for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from gapcheck.importers.grids.grid import Grid
from gapcheck.model.choices import Basis, QuoteConsent, Rung, SourceKind, Stance, Words
from gapcheck.model.workbook import LIST_NAMES

_CHOICES: Mapping[str, type[StrEnum]] = {
    "kinds": SourceKind,
    "stances": Stance,
    "bases": Basis,
    "rungs": Rung,
    "quoting": QuoteConsent,
    "states of words": Words,
}
_FIXED = MappingProxyType({name: tuple(map(str, words)) for name, words in _CHOICES.items()})


@dataclass(frozen=True, slots=True)
class Known:
    """Words by the name of their list; a list that is empty is not known, and allows any word."""

    lists: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _FIXED)

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a list."""
        return self.lists.get(name, ())


def known(grid: Grid | None) -> Known:
    """The lists of a workbook; where somebody deleted the sheet, only those that never change."""
    if grid is None or not grid.rows:
        return Known()
    found: dict[str, tuple[str, ...]] = {}
    for column, cell in enumerate(grid.rows[0].cells):
        if cell.strip() in LIST_NAMES:
            found[cell.strip()] = tuple(_filled(row[column] for row in grid.rows[1:]))
    return Known({**found, **_FIXED})


def _filled(cells: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(cell for cell in cells if cell)
