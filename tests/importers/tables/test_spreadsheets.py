"""Excel workbooks: what is seen in a cell is read, nothing is evaluated, and nothing bursts."""

from __future__ import annotations

import sys
import zipfile
from datetime import datetime
from io import BytesIO

import pytest

from gapcheck.importers.grids import packed
from gapcheck.importers.grids.reading import read_grids
from gapcheck.model.brought import Mishap
from gapcheck.model.unfit import Unfit

from .books import book, part, repacked, with_cell

PLAIN = book({"One": [["id", "n"], ["x1", 1]]})
SHEET = "xl/worksheets/sheet1.xml"


def refused(data: bytes) -> str:
    with pytest.raises(Unfit) as caught:
        read_grids("t.xlsx", data)
    return caught.value.message


def test_sheets_are_read_with_the_places_of_their_cells() -> None:
    data = book(
        {
            "First": [
                [None, None],
                [None, "id", "when"],
                [None, "x1", datetime(2012, 5, 1)],
                [],
                [0.5],
            ],
            "Empty": [],
            "Other": [["a", 2.0, False]],
        },
        {"C3": "mmm-yy"},
    )
    first, other = read_grids("t.xlsx", data)
    assert [(row.number, row.cells) for row in first.rows] == [
        (2, ("", "id", "when")),
        (3, ("", "x1", "2012-05")),
        (5, ("0.5",)),
    ]
    assert first.where(first.rows[1], 2) == "sheet First, cell C3"
    assert first.place(first.rows[1]) == "sheet First, row 3"
    assert (other.name, other.rows[0].cells) == ("Other", ("a", "2", "FALSE"))


def test_a_formula_gives_what_it_last_came_to_and_says_so_where_that_is_not_kept() -> None:
    data = book({"S": [["a", "=1+1"], ["b", "=2+2"]]})
    data = with_cell(data, "B2", '<c r="B2"><f>2+2</f><v>4</v></c>')
    [grid] = read_grids("t.xlsx", data)
    assert [row.cells for row in grid.rows] == [("a", ""), ("b", "4")]
    assert grid.mishaps == (
        Mishap(
            "t.xlsx",
            "sheet S, cell B1",
            "a formula stands here, and the file does not say what it came to",
            "Open the file in Excel and save it, or type the value in place of the formula.",
        ),
    )


def test_an_error_of_excel_is_a_mishap() -> None:
    data = with_cell(PLAIN, "B2", '<c r="B2" t="e"><v>#REF!</v></c>')
    [grid] = read_grids("t.xlsx", data)
    assert [(one.where, one.message) for one in grid.mishaps] == [
        ("sheet One, cell B2", "the cell shows an error of Excel, #REF!")
    ]


def test_a_sheet_that_says_it_is_endless_is_read_to_its_last_row() -> None:
    held = part(PLAIN, SHEET).replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    [grid] = read_grids("t.xlsx", repacked(PLAIN, {SHEET: held}))
    assert [row.cells for row in grid.rows] == [("id", "n"), ("x1", "1")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xd0\xcf\x11\xe0 old", "it is an old Excel file (.xls), or locked with a password"),
        (PLAIN[:200], "it is damaged, or no spreadsheet"),
        (
            repacked(PLAIN, {SHEET: b"<worksheet"}),
            "it is damaged, or no Excel workbook (ParseError)",
        ),
        (repacked(PLAIN, {"xl/workbook.bin": b""}), "it is a binary Excel workbook (.xlsb)"),
        (
            repacked(PLAIN, {"word/document.xml": b""}),
            "it is a Word document and no spreadsheet",
        ),
    ],
)
def test_what_is_no_workbook_says_what_it_is(data: bytes, message: str) -> None:
    assert refused(data) == message


def zipped(**parts: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name, held in parts.items():
            new.writestr(name, held)
    return stream.getvalue()


def test_other_packed_files_are_told_apart() -> None:
    assert refused(zipped(**{"content.xml": b""})) == "it is an OpenDocument file"
    assert refused(zipped(a=b"")) == "it is a packed folder and no spreadsheet"


def test_what_bursts_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "INFLATED", 1 << 20)
    big = repacked(PLAIN, {"xl/media/x.bin": b"\0" * (2 << 20)})
    assert refused(big) == "it comes to more than 1 MiB when it is unpacked"


def test_what_lies_about_its_size_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "INFLATED", 1 << 20)
    monkeypatch.setattr(packed, "_declared", lambda parts: None)
    big = repacked(PLAIN, {"xl/media/x.bin": b"\0" * (2 << 20)})
    assert refused(big) == "it comes to more than 1 MiB when it is unpacked"


def test_more_parts_than_any_spreadsheet_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "PARTS", 3)
    assert refused(PLAIN) == "it consists of more than 3 parts"


def test_a_locked_part_is_told() -> None:
    data = bytearray(PLAIN)
    # The flag of a part that is locked, in the list at the end of the file.
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data)) == "it is locked with a password"


@pytest.mark.parametrize(
    "held",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>',
        "<!DOCTYPE x><worksheet/>".encode("utf-16"),
        b"<worksheet>" + b" " * ((1 << 20) - 15) + b"<!DOCTYPE x></worksheet>",
    ],
)
def test_declarations_are_refused(held: bytes) -> None:
    message = "a part of it declares more than a spreadsheet does"
    assert refused(repacked(PLAIN, {SHEET: held})) == message


def test_a_picture_may_hold_what_it_likes() -> None:
    read_grids("t.xlsx", repacked(PLAIN, {"xl/media/a.svg": b"<!DOCTYPE svg>"}))


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(Unfit) as caught:
        read_grids("t.xlsx", PLAIN)
    assert caught.value.help == 'Type: pip install "gapcheck[xlsx]"'
