"""Any table to rows of text: encodings, signs between cells, and where each cell stands."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.importers.grids import limits
from gapcheck.importers.grids.grid import letters
from gapcheck.importers.grids.reading import read_grids
from gapcheck.importers.grids.shown import shown
from gapcheck.model.brought import Mishap
from gapcheck.model.unfit import Unfit

WORDS = "id;text\r\nx1;Café – “naïve”\r\n"


def rows(data: bytes) -> list[tuple[int, tuple[str, ...]]]:
    [grid] = read_grids("table.csv", data)
    return [(row.number, row.cells) for row in grid.rows]


@pytest.mark.parametrize(
    ("data", "guessed"),
    [
        (WORDS.encode(), ""),
        (WORDS.encode("utf-8-sig"), ""),
        (WORDS.encode("utf-16"), ""),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), ""),
        (WORDS.encode("utf-16-le"), ""),
        (WORDS.encode("utf-16-be"), ""),
        (WORDS.encode("cp1252"), "cp1252"),
    ],
)
def test_every_encoding_gives_the_same_letters(data: bytes, guessed: str) -> None:
    [grid] = read_grids("table.csv", data)
    assert [row.cells for row in grid.rows] == [("id", "text"), ("x1", "Café – “naïve”")]
    assert grid.guessed == guessed


def test_letters_that_are_not_western_are_told_from_how_they_follow_each_other() -> None:
    told = "text\nМы сидели за одним столом, и нас никто не слушал до самого конца.\n"
    [grid] = read_grids("table.csv", told.encode("cp1251"))
    assert grid.guessed == "cp1251"
    assert grid.rows[1].cells[0].startswith("Мы сидели")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "it is empty"),
        (b" \n\n", "it is empty"),
        (b'""\n', "it is an empty table"),
        (b"a,b\nx\x00,y\n", "it is no table: it holds bytes that no text has"),
        (b"\xff\xfea\x00\x00\xd8", "it is damaged at byte 2: no UTF-16-LE stands there"),
        (b'a,b\n1,2\n3,"four\n', "a quotation mark that opens in the row at line 3 never closes"),
    ],
)
def test_what_is_no_table_says_so(data: bytes, message: str) -> None:
    with pytest.raises(Unfit) as caught:
        read_grids("table.csv", data)
    assert caught.value.message == message


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_sign_between_cells_is_the_one_that_makes_even_rows(sign: str) -> None:
    text = f'a{sign}b{sign}c\n1{sign}"x,y;z|w"{sign}3\n4{sign}one, two; three{sign}6\n'
    expected = ("4", "one, two; three", "6")
    if sign in ",;":
        text = text.replace("one, two; three", '"one, two; three"')
    assert rows(text.encode())[2] == (3, expected)


def test_prose_with_commas_in_a_table_of_semicolons_stays_in_its_cell() -> None:
    text = "doc;text\na;well, yes\nb;no\nc;one, two, three\n"
    assert [cells for _, cells in rows(text.encode())][3] == ("c", "one, two, three")


def test_one_column_is_a_table_too() -> None:
    assert rows(b"text\nOne, two.\nThree.\n") == [
        (1, ("text",)),
        (2, ("One", " two.")),
        (3, ("Three.",)),
    ]
    assert rows(b"text\nOne.\n") == [(1, ("text",)), (2, ("One.",))]


def test_a_line_that_names_the_sign_is_believed_and_passed_over() -> None:
    assert rows(b"sep=|\na,b|c\n") == [(2, ("a,b", "c"))]


def test_places_count_lines_within_cells() -> None:
    [grid] = read_grids("t.csv", b'id,text,code\n\nx1,"one\ntwo\n\nfour",seats\nx2,b,c\n')
    head, first, second = grid.rows
    assert grid.where(head, 2) == "line 1, column 3"
    assert (first.number, first.cells) == (3, ("x1", "one\ntwo\n\nfour", "seats"))
    assert grid.where(first, 1) == "line 3, column 2"
    assert grid.where(first, 2) == "line 6, column 3"
    assert grid.where(second, 0) == "line 7, column 1"
    assert grid.place(second) == "line 7"
    assert second[7] == ""


def test_a_mark_that_is_not_doubled_is_a_mishap_with_its_line() -> None:
    [grid] = read_grids("t.csv", b'id,text\nx1,"he said "no" to us"\nx2,b\n')
    assert grid.mishaps == (
        Mishap(
            "t.csv",
            "line 2",
            "a quotation mark stands in a cell that is in quotation marks, and is not doubled",
            "Type it twice, or save the table again from the program that it is from.",
        ),
    )
    assert [row.cells[0] for row in grid.rows] == ["id", "x1", "x2"]


def test_a_cell_larger_than_any_text_is_refused() -> None:
    with pytest.raises(Unfit, match="line 2 never closes"):
        read_grids("t.csv", b"a,b\n" + b"x" * 200_000 + b",y\n")


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ROWS", 2)
    with pytest.raises(Unfit, match="more than 2 rows"):
        read_grids("t.csv", b"a\n\n\nb\nc\n")
    assert len(rows(b"a\n\n\n\nb\n")) == 2
    monkeypatch.setattr(limits, "COLUMNS", 2)
    with pytest.raises(Unfit, match="more than 2 columns"):
        read_grids("t.csv", b"a,b,c\n")
    monkeypatch.setattr(limits, "FILE", 3)
    with pytest.raises(Unfit, match=r"^It holds 0 MiB"):
        read_grids("t.csv", b"a,b,c\n")


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (None, "General", ""),
        (True, "General", "TRUE"),
        (7, "General", "7"),
        (7.0, "0.00", "7"),
        (0.5, "General", "0.5"),
        (0.28, "0%", "28%"),
        (0.285, "0.0%", "28.5%"),
        (0.5, '0.0" %"', "0.5"),
        (1e20, "General", "1e+20"),
        (date(2012, 5, 14), "dd/mm/yyyy", "2012-05-14"),
        (datetime(2012, 5, 1), "mmm\\-yy", "2012-05"),
        (datetime(2012, 5, 14), "mmm-yy", "2012-05-14"),
        (datetime(2012, 1, 1), "yyyy", "2012"),
        (datetime(2012, 5, 1), "yyyy", "2012-05-01"),
        (datetime(2012, 5, 1), '[$-809]d "mmm" yyyy', "2012-05-01"),
        (datetime(2012, 5, 14, 10, 30), "yyyy-mm-dd", "2012-05-14 10:30:00"),
        (time(0, 12, 40), "hh:mm:ss", "00:12:40"),
        (timedelta(hours=30, seconds=5), "[h]:mm:ss", "30:00:05"),
        (timedelta(seconds=-5), "[h]:mm:ss", "-00:00:05"),
        ("one_x000D_\ntwo", "General", "one\ntwo"),
        ("a_x001F_b", "General", "a\x1fb"),
        ("_xABCD_", "General", "_xABCD_"),
    ],
)
def test_a_value_is_the_text_that_somebody_sees(value: object, form: str, text: str) -> None:
    assert shown(value, form) == text


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_have_the_letters_of_excel(column: int, name: str) -> None:
    assert letters(column) == name


_CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=12)


@given(
    st.lists(st.tuples(_CELLS, _CELLS, _CELLS), min_size=3, max_size=6), st.sampled_from(",;\t|")
)
def test_what_is_written_as_a_table_is_read_back(table: list[tuple[str, ...]], sign: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=sign, quoting=csv.QUOTE_ALL).writerows([("a", "b", "c"), *table])
    [grid] = read_grids("t.csv", stream.getvalue().encode("utf-8-sig"))
    kept = [row for row in table if any(cell.strip() for cell in row)]
    assert [row.cells for row in grid.rows[1:]] == kept
