"""Workbooks for tests, made as Excel makes them, with what a test wants in their cells."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl

Sheets = Mapping[str, Sequence[Sequence[Any]]]


def book(sheets: Sheets, forms: Mapping[str, str] | None = None) -> bytes:
    """A workbook of rows by sheet; `forms` gives cells of the first sheet a number format."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                if value is not None:
                    sheet.cell(number, column, value)
    for place, form in (forms or {}).items():
        made.worksheets[0][place].number_format = form
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def repacked(data: bytes, changes: Mapping[str, bytes]) -> bytes:
    """A packed file with some parts changed or added."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, held in changes.items():
            new.writestr(name, held)
    return stream.getvalue()


def part(data: bytes, name: str) -> bytes:
    """One part of a packed file."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name)


def with_cell(data: bytes, cell: str, xml: str) -> bytes:
    """A workbook with the XML of one cell of its first sheet changed."""
    name = "xl/worksheets/sheet1.xml"
    held = part(data, name).decode()
    changed, found = re.subn(rf'<c r="{cell}"[^>]*?(?:/>|>.*?</c>)', lambda _: xml, held)
    assert found == 1
    return repacked(data, {name: changed.encode()})
