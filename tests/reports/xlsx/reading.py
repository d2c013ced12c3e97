"""A workbook written and read back by another program's eyes: its sheets, cells and parts."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import Any

import openpyxl

from gapcheck.model.report import Report
from gapcheck.reports.xlsx import writer

from ..html.reports import REPORTS


def written(report: Report, *, transposed: bool = False) -> bytes:
    """The bytes of a report's workbook, partnerships in rows however many they are."""
    stream = io.BytesIO()
    alone = len(report.partnerships) == 1
    writer.write(report, stream, transposed=transposed != alone)
    return stream.getvalue()


@cache
def kept(name: str, *, transposed: bool = False) -> bytes:
    """The workbook of one of the reports that are tried."""
    return written(REPORTS[name](), transposed=transposed)


def read(data: bytes) -> Any:
    """The workbook as openpyxl has it, formulas as formulas."""
    return openpyxl.load_workbook(io.BytesIO(data))


def parts(data: bytes) -> dict[str, str]:
    """The parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {each: packed.read(each).decode("utf-8") for each in packed.namelist()}


def top(sheet: Any) -> int:
    """The number of the row with the heads: the last that is printed on every page."""
    return int(sheet.print_title_rows.rpartition("$")[2])


def table(sheet: Any) -> list[dict[str, Any]]:
    """The rows below the heads, by the words of the heads; an empty cell is an empty text."""
    rows = list(sheet.iter_rows(min_row=top(sheet), values_only=True))
    heads = [str(each) for each in rows[0]]
    return [
        dict(zip(heads, ("" if c is None else c for c in row), strict=True)) for row in rows[1:]
    ]


def notices(sheet: Any) -> list[str]:
    """What stands above the heads."""
    return [str(sheet.cell(row, 1).value) for row in range(1, top(sheet))]
