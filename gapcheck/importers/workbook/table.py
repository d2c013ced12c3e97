"""A sheet by the heads of its columns, wherever somebody has moved them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gapcheck.importers.grids.grid import Grid, Row
from gapcheck.model.brought import Fate, Mishap, Tally
from gapcheck.model.unfit import Unfit
from gapcheck.model.workbook import CONSENT, SHEETS
from gapcheck.near import did_you_mean, listed, nearest

_LOOKED_AT = 20
_MORE = re.compile(r"(?P<head>.+?) \((?P<number>\d+)\)")


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that people type in; a head has several columns where its texts are too long for one.

    `mishaps` are heads that are misspelt, `left` those that nobody knows.
    """

    grid: Grid
    heads: Mapping[str, tuple[int, ...]]
    rows: tuple[Row, ...] = field(repr=False)
    mishaps: tuple[Mishap, ...] = ()
    left: tuple[str, ...] = ()

    def whole(self, row: Row, head: str) -> str:
        """What stands in a row under a head, its pieces put together again."""
        columns = self.heads.get(head, ())
        return "".join(row.cells[each] for each in columns if each < len(row.cells))

    def text(self, row: Row, head: str) -> str:
        """What stands there, without the blanks around it."""
        return self.whole(row, head).strip()

    def mishap(
        self, row: Row, head: str, message: str, advice: str = "", *, sensitive: bool = False
    ) -> Mishap:
        """A problem in a row under a head; in its first cell where there is no such column."""
        column = self.heads.get(head, (0,))[0]
        return self.grid.mishap(row, column, message, advice, sensitive=sensitive)

    def tallies(self) -> Iterator[Tally]:
        """The columns that were left out."""
        if self.left:
            names = tuple(f"{self.grid.name}: {each}" for each in self.left)
            yield Tally(Fate.LEFT, "columns", len(names), "the workbook knows no such head", names)


def table(grid: Grid, needed: tuple[str, ...]) -> Table:
    """The table of a sheet; Unfit where a column is not there without which nothing can be read."""
    known = {_plain(head.name): head.name for head in SHEETS[grid.name]}
    heads = max(
        grid.rows[:_LOOKED_AT],
        key=lambda row: sum(_plain(_numbered(cell)[0]) in known for cell in row.cells),
    )
    found: dict[str, list[tuple[int, int]]] = {}
    strange: list[tuple[int, str]] = []
    for column, cell in enumerate(heads.cells):
        name, number = _numbered(cell)
        if _plain(name) in known:
            found.setdefault(known[_plain(name)], []).append((number, column))
        elif cell.strip():
            strange.append((column, " ".join(cell.split())))
    columns = {head: tuple(each for _, each in sorted(places)) for head, places in found.items()}
    absent = [each for each in known.values() if each not in found]
    mishaps, left = _misspelt(grid, heads, strange, absent)
    for head in needed:
        if head not in found:
            names = [name for _, name in strange]
            advice = f"{did_you_mean(head, names)} Its columns are: {listed([*found, *names])}."
            raise Unfit(f"the sheet {grid.name} has no column `{head}`", advice.strip())
    body = tuple(row for row in grid.rows if row.number > heads.number)
    return Table(grid, columns, body, tuple(mishaps), tuple(left))


def _plain(head: str) -> str:
    """A head without regard to case and punctuation; parts of a consent go by their names."""
    folded = head.casefold().replace(CONSENT.strip(), "").removeprefix("consent ")
    return " ".join(re.findall(r"\w+", folded.replace("_", " ")))


def _numbered(cell: str) -> tuple[str, int]:
    found = _MORE.fullmatch(" ".join(cell.split()))
    return (found["head"], int(found["number"])) if found else (cell, 1)


def _misspelt(
    grid: Grid, heads: Row, strange: list[tuple[int, str]], absent: list[str]
) -> tuple[list[Mishap], list[str]]:
    mishaps, left = [], []
    for column, name in strange:
        if near := nearest(name, absent):
            message = f"`{name[:40]}` is no column of this sheet"
            mishaps.append(grid.mishap(heads, column, message, f"Did you mean `{near}`?"))
        else:
            left.append(name)
    return mishaps, left
