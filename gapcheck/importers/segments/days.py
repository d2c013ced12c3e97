"""The date of each document of a list: one, and written as dates are here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gapcheck.importers.grids.grid import Grid
from gapcheck.importers.segments.columns import Columns
from gapcheck.importers.segments.gathering import DocumentKey, place_of
from gapcheck.importers.segments.roles import Role
from gapcheck.importers.segments.rows import Segment
from gapcheck.importers.typed import day_typed, quoted
from gapcheck.model.brought import Mishap


def dated(
    grid: Grid, columns: Columns, segments: Iterable[Segment]
) -> Iterator[tuple[DocumentKey, str | Mishap]]:
    """The date of each document, or what is wrong with it: said once for each."""
    if Role.DATE not in columns.roles:
        return
    column = columns.roles[Role.DATE]
    found: dict[DocumentKey, str] = {}
    for each in segments:
        where = place_of(each)
        if not each.date or found.get(where) == each.date:
            continue
        if where in found:
            message = f"{quoted(each.date)} is not the date that this document has above"
            yield (
                where,
                grid.mishap(each.row, column, message, f"There it is {quoted(found[where])}."),
            )
            continue
        found[where] = each.date
        value, advice = day_typed(each.date)
        message = f"{quoted(each.date)} is no date as dates are written here"
        yield where, value or grid.mishap(each.row, column, message, advice)
