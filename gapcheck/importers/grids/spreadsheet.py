"""The sheets of an Excel workbook: what was last calculated is read, and nothing is evaluated."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

from gapcheck.importers.grids.grid import Grid, Row, letters
from gapcheck.importers.grids.limits import counted
from gapcheck.importers.grids.packed import Packed, checked
from gapcheck.importers.grids.shown import shown
from gapcheck.model.brought import Mishap
from gapcheck.model.unfit import Unfit

_NO_VALUE = "a formula stands here, and the file does not say what it came to"
_SAVE = "Open the file in Excel and save it, or type the value in place of the formula."
_CellPlace = tuple[str, int, int]


def spreadsheet(file: str, data: bytes) -> tuple[Grid, ...]:
    """Every sheet of a workbook, hidden ones too, in their order."""
    packed = checked(data)
    try:
        # Damage shows in many ways inside of the library; each of them means the same to a reader.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            formulas = _formulas(packed) if packed.calculates else frozenset()
            return tuple(_grid(file, sheet, formulas) for sheet in _sheets(packed, values=True))
    except Unfit:
        raise
    except Exception as error:
        kind = type(error).__name__
        message = f"it is damaged, or no Excel workbook ({kind})"
        raise Unfit(message, "Open it in Excel and save it again as .xlsx.") from None


def _sheets(packed: Packed, *, values: bool) -> Iterator[Any]:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415  # an extra; and slow to import
    except ModuleNotFoundError:
        message = "reading Excel files needs a package that is not installed"
        raise Unfit(message, 'Type: pip install "gapcheck[xlsx]"') from None
    book = load_workbook(
        io.BytesIO(packed.data), read_only=True, data_only=values, keep_links=False
    )
    for sheet in book.worksheets:
        # What a sheet says of its own size may be wrong, or a million rows.
        sheet.reset_dimensions()
        yield sheet
    book.close()


def _formulas(packed: Packed) -> frozenset[_CellPlace]:
    return frozenset(
        (sheet.title, cell.row, cell.column)
        for sheet in _sheets(packed, values=False)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None and cell.data_type == "f"
    )


def _grid(file: str, sheet: Any, formulas: frozenset[_CellPlace]) -> Grid:
    mishaps: list[Mishap] = []
    told = {(row, column) for title, row, column in formulas if title == sheet.title}
    rows = tuple(counted(_rows(file, sheet, told, mishaps)))
    return Grid(file, str(sheet.title), rows, tuple(mishaps))


def _rows(
    file: str, sheet: Any, formulas: set[tuple[int, int]], mishaps: list[Mishap]
) -> Iterator[Row]:
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        texts = []
        for column, cell in enumerate(cells):
            where = f"sheet {sheet.title}, cell {letters(column)}{number}"
            if cell.value is None:
                texts.append("")
                if (number, column + 1) in formulas:
                    mishaps.append(Mishap(file, where, _NO_VALUE, _SAVE))
            elif cell.data_type == "e":
                texts.append("")
                message = f"the cell shows an error of Excel, {str(cell.value)[:20]}"
                mishaps.append(Mishap(file, where, message, "Type what belongs there."))
            else:
                texts.append(shown(cell.value, cell.number_format or ""))
        yield Row(number, tuple(texts))
