"""Any table of a file that people make with a spreadsheet, or that programs save as one."""

from __future__ import annotations

from gapcheck.importers.grids.delimited import delimited
from gapcheck.importers.grids.grid import Grid
from gapcheck.importers.grids.limits import small_enough
from gapcheck.importers.grids.packed import is_packed
from gapcheck.importers.grids.spreadsheet import spreadsheet
from gapcheck.model.unfit import Unfit


def read_grids(name: str, data: bytes) -> tuple[Grid, ...]:
    """The tables of a file that hold anything; Unfit where it is no table.

    What kind of file it is shows in its bytes; its name is for messages alone.
    """
    small_enough(data)
    if not data.strip():
        raise Unfit("it is empty")
    grids = spreadsheet(name, data) if is_packed(data) else (delimited(name, data),)
    filled = tuple(each for each in grids if each.rows)
    if not filled:
        raise Unfit("it is an empty table")
    return filled
