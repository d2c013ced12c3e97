"""Dates, numbers and lists in sentences."""

from __future__ import annotations

import pytest

from gapcheck.assess import wording

from .builders import when

LABELS = {"vcs": "Voluntary sector", "council": "Council"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2008-07-09", "on 9 July 2008"),
        ("2008-07", "in July 2008"),
        ("2008-12", "in December 2008"),
        ("2008", "in 2008"),
        ("2008-02-29", "on 29 February 2008"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(typed: str, said: str) -> None:
    assert wording.at_time(when(typed)) == said


@pytest.mark.parametrize(("count", "word"), [(0, "no"), (3, "three"), (10, "ten"), (11, "11")])
def test_numbers(count: int, word: str) -> None:
    assert wording.number(count) == word


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (["council", "vcs"], "Voluntary sector, Council"),
        (["zoo", "council", "ark"], "Council, ark, zoo"),
        (["zoo"], "zoo"),
        ([], ""),
    ],
)
def test_labels_stand_in_the_vocabularys_order(ids: list[str], expected: str) -> None:
    assert wording.labels(ids, LABELS) == expected
