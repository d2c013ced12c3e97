"""Sheets of text sewn into a workbook that is easy to type in, the same bytes every time.

Every cell is a text and marked as one, so that nothing is calculated, and Excel makes no date of
what looks like one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from gapcheck.cells import active, as_text, pieces
from gapcheck.exporters.workbook.rows import Row
from gapcheck.model.workbook import LISTS, Head

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MORE = 1_000
"""Empty rows in which the lists are offered too."""

_A4 = 9
_TEXT = "@"
_CREATED = datetime(1980, 1, 1)
_FONT = {"font_name": "Arial", "font_size": 10, "valign": "top"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with heads; `typed` where people go on typing below its rows."""

    name: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    frozen: int = 0
    typed: bool = True


@dataclass(frozen=True, slots=True)
class _Sewing:
    book: Workbook
    plain: Format
    quoted: Format
    head: Format
    offered: Mapping[str, str]


def bind(
    first: Sheet, sheets: Sequence[Sheet], lists: Mapping[str, Sequence[str]], stream: BinaryIO
) -> None:
    """Write the sheets, the lists last; what may be chosen in a column is offered in its cells."""
    from xlsxwriter import Workbook  # noqa: PLC0415  # an extra

    # In memory: no word of anybody lies in a temporary file.
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"author": "gapcheck", "created": _CREATED})
    cell = {**_FONT, "text_wrap": True, "num_format": _TEXT}
    sewing = _Sewing(
        book,
        book.add_format(cell),
        book.add_format({**cell, "quote_prefix": True}),
        book.add_format({**_FONT, "bold": True, "bg_color": "#e3e8ec", "bottom": 1}),
        dict(_offered(lists)),
    )
    heads = tuple(Head(name, 24) for name in lists)
    for sheet in (first, *sheets, Sheet(LISTS, heads, tuple(_across(lists)), typed=False)):
        _sheet(sewing, sheet)
    book.close()


def _across(lists: Mapping[str, Sequence[str]]) -> Iterator[Row]:
    longest = max(len(words) for words in lists.values())
    for number in range(longest):
        yield {name: words[number] for name, words in lists.items() if number < len(words)}


def _offered(lists: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    for column, (name, words) in enumerate(lists.items()):
        if words:
            letter = chr(ord("A") + column)
            yield name, f"={LISTS}!${letter}$2:${letter}${len(words) + 1}"


def _sheet(sewing: _Sewing, sheet: Sheet) -> None:
    own = sewing.book.add_worksheet(sheet.name)
    last = len(sheet.rows) + (_MORE if sheet.typed else 0)
    column = 0
    for head in sheet.heads:
        cells = [pieces(row.get(head.name, "")) for row in sheet.rows]
        for number in range(max((len(each) for each in cells), default=1)):
            name = head.name if number == 0 else f"{head.name} ({number + 1})"
            own.set_column(column, column, head.width, sewing.plain)
            own.write_string(0, column, name, sewing.head)
            for row, each in enumerate(cells, start=1):
                _cell(own, sewing, row, column, each[number] if number < len(each) else "")
            if sheet.typed and head.choices in sewing.offered:
                _offer(own, head, (1, column, last, column), sewing.offered[head.choices])
            column += 1
    own.freeze_panes(1, sheet.frozen)
    if sheet.typed:
        own.autofilter(0, 0, last, column - 1)
    _print(own, sheet)


def _cell(own: Worksheet, sewing: _Sewing, row: int, column: int, text: str) -> None:
    if text:
        form = sewing.quoted if active(text) else sewing.plain
        own.write_string(row, column, as_text(text), form)


def _offer(own: Worksheet, head: Head, place: tuple[int, int, int, int], source: str) -> None:
    own.data_validation(
        *place,
        {
            "validate": "list",
            "source": source,
            "error_type": "stop" if head.strict else "warning",
            "error_title": head.name.capitalize(),
            "error_message": f"Choose one of the list, which stands on the sheet {LISTS}.",
        },
    )


def _print(own: Worksheet, sheet: Sheet) -> None:
    own.set_landscape()
    own.set_paper(_A4)
    own.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.8)
    own.repeat_rows(0)
    own.fit_to_pages(1, 0)
    own.set_footer(f"&L&8 {sheet.name}&R&8 Page &P of &N")
