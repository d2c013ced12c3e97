"""The table of a survey by the heads of its columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from gapcheck.importers.grids.grid import Grid, Row
from gapcheck.importers.personal import names_people, tells_when
from gapcheck.importers.survey.answers import same
from gapcheck.model.unfit import Unfit
from gapcheck.near import did_you_mean, listed


@dataclass(frozen=True, slots=True)
class Answered:
    """A table: its heads in the first row that holds anything, and a row for each respondent."""

    grid: Grid
    heads: Row
    rows: tuple[Row, ...] = field(repr=False)

    def column(self, head: str) -> int:
        """The column of a head; Unfit where there is none, or where it says who somebody is."""
        names = [self.heads[at] for at in range(len(self.heads.cells))]
        found = next((at for at, name in enumerate(names) if name and same(name) == same(head)), -1)
        if found < 0:
            known = [name for name in names if name]
            advice = f"{did_you_mean(head, known)} Its columns are: {listed(known)}.".strip()
            raise Unfit(f"it has no column `{head[:60]}`", advice)
        if self.is_personal(found):
            message = f"the column `{names[found]}` may say who somebody is, and is never taken"
            raise Unfit(message, "Take it out of the map.")
        return found

    def cells(self, column: int) -> Iterator[str]:
        """What stands in a column, respondent by respondent."""
        return (row[column] for row in self.rows)

    def is_personal(self, column: int) -> bool:
        """Whether a column says who somebody is, or when they answered."""
        head = self.heads[column]
        return tells_when(head) or names_people(head, self.cells(column))


def answered(grid: Grid) -> Answered:
    """The table of a survey; Unfit where nobody answered."""
    if len(grid.rows) < 2:
        raise Unfit("it has heads and no answers")
    return Answered(grid, grid.rows[0], grid.rows[1:])
