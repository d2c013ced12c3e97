"""Items cut out of a YAML list by lines."""

from __future__ import annotations

import pytest

from gapcheck.scaffold.cutting import without

TEXT = """\
policy: p
imperatives:
  - id: a
    text: >
      Words
      # no comment but words

  # about b
  # and more of it
  - id: b
    # inside b
    text: b

  - id: c
    text: c
url: after
"""
STARTS = [3, 10, 14]


def _cut(*dropped: int) -> str:
    cut = without(TEXT, STARTS, dropped)
    assert cut is not None
    return cut


def test_the_first_goes_and_no_gap_is_left_where_it_was() -> None:
    assert _cut(3) == TEXT.replace(TEXT[TEXT.index("  - id: a") : TEXT.index("  # about b")], "")


def test_one_in_the_middle_takes_its_comments_along() -> None:
    assert _cut(10) == TEXT.replace(
        TEXT[TEXT.index("\n  # about b") : TEXT.index("\n  - id: c")], ""
    )


def test_the_last_goes_and_what_follows_the_list_stays() -> None:
    assert _cut(14) == TEXT.replace("\n  - id: c\n    text: c\n", "")


def test_nothing_dropped_changes_nothing() -> None:
    assert _cut() == TEXT


def test_a_list_at_the_margin() -> None:
    text = "imperatives:\n- id: a\n  text: a\n\n- id: b\n  text: b\nurl: u\n"
    assert without(text, [2, 5], [2]) == "imperatives:\n- id: b\n  text: b\nurl: u\n"
    assert without(text, [2, 5], [5]) == "imperatives:\n- id: a\n  text: a\nurl: u\n"


def test_line_ends_of_windows_stay() -> None:
    text = TEXT.replace("\n", "\r\n")
    cut = without(text, STARTS, [3])
    assert cut is not None
    assert cut.replace("\r\n", "\n").rstrip() == _cut(3).rstrip()
    assert cut.count("\r\n") >= cut.count("\n") - 1


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("imperatives: [{id: a}, {id: b}]\n", [1, 1]),
        ("imperatives:\n  -\n    id: a\n  -\n    id: b\n", [3, 5]),
        ("imperatives:\n  - id: a\n    x:\n      - id: b\n", [2, 4]),
    ],
    ids=["on one line", "a dash alone", "not one list"],
)
def test_what_cannot_be_cut_by_lines_is_left_to_the_caller(text: str, starts: list[int]) -> None:
    assert without(text, starts, [starts[0]]) is None
