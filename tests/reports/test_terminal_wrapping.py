from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from gapcheck.reports.plain_letters import plain
from gapcheck.reports.wrapping import cells, line_cells, pad, shorten, wrap


def lines(text: str, width: int) -> list[str]:
    return ["".join(run[0] for run in line) for line in wrap([(text, "")], width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 13, ["one two three"]),
        ("one two three", 12, ["one two", "three"]),
        ("one  two", 4, ["one", "two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a\nb c", 10, ["a", "b c"]),
        ("a\n\nb", 10, ["a", "", "b"]),
        ("東京の人 東京", 6, ["東京の", "人", "東京"]),
        ("東京の人 東京", 7, ["東京の", "人 東京"]),
        ("ne\u0301e ne\u0301e", 3, ["ne\u0301e", "ne\u0301e"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("10\u00a0000 people", 7, ["10\u00a0000", "people"]),
    ],
)
def test_words_break_at_spaces_or_where_they_must(
    text: str, width: int, expected: list[str]
) -> None:
    assert lines(text, width) == expected


def test_styles_follow_their_words_over_a_break() -> None:
    runs = [("Why it ", "bold"), ("is so ", ""), ("[rule]", "dim")]
    assert wrap(runs, 8) == [[("Why it", "bold")], [("is so", "")], [("[rule]", "dim")]]
    assert wrap(runs, 9) == [[("Why it ", "bold"), ("is", "")], [("so ", ""), ("[rule]", "dim")]]


@given(text=st.text(st.sampled_from("ab 東e\u0301\n—x"), max_size=80), width=st.integers(2, 30))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, width: int) -> None:
    shown = lines(text, width)
    assert "".join(shown).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(cell_len(line) <= width for line in shown)


@given(text=st.text(max_size=60), width=st.integers(5, 40))
def test_a_shortened_text_fits(text: str, width: int) -> None:
    assert cells(shorten(text, width)) <= width


def test_a_text_is_shortened_at_a_word_and_says_so() -> None:
    assert shorten("Give local people training", 17) == "Give local …"
    assert shorten("Neighbourhood", 9) == "Neighbou…"
    assert shorten("short", 9) == "short"


def test_wide_letters_are_padded_by_their_cells() -> None:
    assert pad("東京", 6) == "東京  "
    assert line_cells([("東", ""), ("a", "")]) == 3


def test_marks_have_a_letter_in_ascii() -> None:
    assert plain("● ◐ ○ ≠ – “so” ‘it’ … █ ▓ ▒ ╳") == "* / o ! - \"so\" 'it' ... # + o x"
    assert plain("Council · Health") == "Council | Health"
    assert plain("café £5") == "café £5"
