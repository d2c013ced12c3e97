"""The plain table: columns that stand, figures to the right, nothing that a terminal obeys."""

from __future__ import annotations

import io
from collections.abc import Sequence

from gapcheck.reports.screen import make_console
from gapcheck.reports.table import Cell, write

from .screens import encoded, too_wide

HEAD = ("name", "codes", "text")


def table(*rows: Sequence[Cell], width: int = 40, ascii_only: bool = False) -> str:
    stream = io.StringIO()
    write(HEAD, rows, make_console(stream, width=width, ascii_only=ascii_only))
    return stream.getvalue()


def test_without_rows_it_says_so() -> None:
    assert table() == "Nothing yet.\n"


def test_columns_stand_and_figures_stand_to_the_right() -> None:
    assert table(("a", 7, "One."), ("bcdef", 1234, "Two.")) == (
        "name   codes  text\na          7  One.\nbcdef   1234  Two.\n"
    )


def test_the_last_column_is_cut_where_it_must_be() -> None:
    text = table(("a", 1, "word " * 20))
    assert not too_wide(text, 40)
    assert text.splitlines()[1].endswith("word …")
    assert table(("a", 1, "word " * 20), ascii_only=True).splitlines()[1].endswith("word ...")


def test_where_there_is_no_room_the_last_column_keeps_a_little() -> None:
    row = table(("n" * 40, 1, "some words here")).splitlines()[1]
    assert row.startswith("n" * 40)
    assert row.endswith("  some …")


def test_wide_letters_count_as_two() -> None:
    lines = table(("議事", 1, "a"), ("abcd", 2, "b")).splitlines()
    assert lines[1] == "議事      1  a"
    assert lines[2] == "abcd      2  b"


def test_controls_are_shown_and_not_obeyed() -> None:
    assert "\\x1b[31m\\n" in table(("\x1b[31m\n", 1, "a"))


def test_marks_become_ascii_where_they_must() -> None:
    assert table(("a", 1, "“b” – c"), ascii_only=True).isascii()
    text = encoded(lambda console: write(HEAD, [("a", 1, "“b”")], console), "ascii")
    assert '"b"' in text
