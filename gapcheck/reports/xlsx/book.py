"""Sheets written into a workbook: formats, widths, panes, filters, and how they are printed.

Every text is written as a text and marked as one, so that a spreadsheet neither calculates it nor
makes a link of it, not even after somebody has edited the cell. The same sheets give the same
bytes: no clock is in them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from gapcheck.cells import active, as_text
from gapcheck.reports.inert import visible
from gapcheck.reports.xlsx.sheet import Cell, Column, Sheet, cut

_WASHES = {
    "translated": ("#0b6b5f", "#dff1ed"),
    "partly": ("#7a5a00", "#fbf0cf"),
    "gap": ("#a8300f", "#fbe3da"),
    "contested": ("#5b3fa0", "#ece6f8"),
    "unknown": ("#16191d", "#e9ecef"),
    "outside": ("#5f6873", "#ffffff"),
    "fill-in": ("#16191d", "#fffdf3"),
}
"""Ink and ground of a style; the word in the cell says the same."""

_A4 = 9
_LINE, _HIGHEST, _READABLE = 13.0, 409.0, 120
"""Points of a line and of the highest row; characters of the widest line that is read easily."""
_PAGE = 210
"""So many characters in a row can still be read on a sheet of paper; more take two."""
_PLAIN = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True, "border": 1}
_HAIR = {"border_color": "#c3cad1"}


@dataclass(frozen=True, slots=True)
class Sewn:
    """A workbook and its formats: each style plain, and for a text that would be calculated."""

    book: Workbook
    formats: Mapping[tuple[str, bool], Format]
    head: Format
    notice: Format


def bind(
    sheets: Sequence[Sheet], notices: Sequence[str], foot: str, made: date, stream: BinaryIO
) -> None:
    """Write the sheets into a workbook, each with the notices above its table.

    `made` is the day that it is said to have been made: that which is judged at.
    """
    # In memory: no word of anybody lies in a temporary file.
    book = Workbook(stream, {"in_memory": True})
    created = datetime(made.year, made.month, made.day)
    book.set_properties({"author": "gapcheck", "created": created})
    sewn = Sewn(book, _formats(book), _head(book), _notice(book))
    for sheet in sheets:
        _sheet(sewn, sheet, notices, foot)
    book.close()


def _formats(book: Workbook) -> dict[tuple[str, bool], Format]:
    styles: dict[str, dict[str, object]] = {"": {}, "name": {"bold": True}}
    for name, (ink, ground) in _WASHES.items():
        styles[name] = {"font_color": ink, "bg_color": ground}
    plain: dict[str, object] = {**_PLAIN, **_HAIR}
    return {
        (name, quoted): book.add_format({**plain, **style, "quote_prefix": quoted})
        for name, style in styles.items()
        for quoted in (False, True)
    }


def _head(book: Workbook) -> Format:
    return book.add_format(
        _PLAIN | {"bold": True, "bg_color": "#e3e8ec", "border_color": "#16191d"}
    )


def _notice(book: Workbook) -> Format:
    own = {"font_name": "Arial", "font_size": 10, "bold": True, "valign": "top"}
    return book.add_format({**own, "text_wrap": True})


def _sheet(sewn: Sewn, sheet: Sheet, notices: Sequence[str], foot: str) -> None:
    own = sewn.book.add_worksheet(sheet.name)
    top = len(notices)
    _notices(own, sewn, sheet, notices)
    own.set_row(top, height([Cell(each.head) for each in sheet.columns], sheet.columns))
    for at, column in enumerate(sheet.columns):
        own.set_column(at, at, column.width)
        own.write_string(top, at, cut(visible(column.head)), sewn.head)
    for row, cells in enumerate(sheet.rows, start=top + 1):
        own.set_row(row, height(cells, sheet.columns))
        for at, each in enumerate(cells):
            _cell(own, sewn, row, at, each)
    own.freeze_panes(top + 1, sheet.frozen)
    if sheet.filtered and sheet.rows:
        own.autofilter(top, 0, top + len(sheet.rows), len(sheet.columns) - 1)
    _print(own, sheet, top, foot)


def _notices(own: Worksheet, sewn: Sewn, sheet: Sheet, notices: Sequence[str]) -> None:
    """Each in a row of its own, as wide as one reads without turning the head."""
    wide, last = sheet.columns[0].width, 0
    while wide < _READABLE and last + 1 < len(sheet.columns):
        last += 1
        wide += sheet.columns[last].width
    for row, said in enumerate(notices):
        text = cut(visible(said))
        own.set_row(row, height([Cell(text)], [Column("", wide)]))
        if last:
            own.merge_range(row, 0, row, last, "", sewn.notice)
        own.write_string(row, 0, text, sewn.notice)


def height(cells: Sequence[Cell], columns: Sequence[Column]) -> float:
    """How high a row has to be for all that stands in it; programs differ in finding that out."""
    lines = [1]
    for each, column in zip(cells, columns, strict=True):
        paragraphs = str(each.value).splitlines()
        lines.append(sum(-(-max(len(one), 1) // _room(column)) for one in paragraphs))
    return min(max(lines) * _LINE + 2, _HIGHEST)


def _room(column: Column) -> int:
    """How many characters of a text stand in a line that breaks between words."""
    return max(column.width, 1)


def _cell(own: Worksheet, sewn: Sewn, row: int, at: int, each: Cell) -> None:
    if isinstance(each.value, int):
        own.write_number(row, at, each.value, sewn.formats[each.style, False])
        return
    text = cut(visible(each.value))
    form = sewn.formats[each.style, active(text)]
    if text:
        own.write_string(row, at, as_text(text), form)
    else:
        own.write_blank(row, at, None, form)


def _print(own: Worksheet, sheet: Sheet, top: int, foot: str) -> None:
    own.set_landscape()
    own.set_paper(_A4)
    own.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.8)
    own.repeat_rows(top, top)
    wide = sum(column.width for column in sheet.columns)
    own.fit_to_pages(-(-wide // _PAGE), 0)
    if sheet.frozen:
        own.repeat_columns(0, sheet.frozen - 1)
    # An ampersand begins a code of Excel's there.
    words = visible(foot).replace("&", "&&")
    own.set_footer(f"&L&8 {words}&C&8 {sheet.name}&R&8 Page &P of &N")
