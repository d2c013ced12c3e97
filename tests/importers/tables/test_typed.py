"""Values as people type them into spreadsheets."""

from __future__ import annotations

import pytest

from gapcheck.importers.personal import names_people, tells_when
from gapcheck.importers.typed import day_typed, items, yes_or_no

WRITTEN = "Dates are 2012-05-14, 2012-05 or 2012."


@pytest.mark.parametrize(
    ("text", "value", "advice"),
    [
        ("2012", "2012", ""),
        ("2012-05", "2012-05", ""),
        ("2012-05-14", "2012-05-14", ""),
        ("2012-05-14 00:30:00", "2012-05-14", ""),
        ("2012-02-30", "", WRITTEN),
        ("41043", "", f"Excel has made a number of a date. Did you mean 2012-05-14? {WRITTEN}"),
        ("14/05/2012", "", f"Did you mean 2012-05-14? {WRITTEN}"),
        ("14 May 2012", "", f"Did you mean 2012-05-14? {WRITTEN}"),
        ("soon", "", WRITTEN),
    ],
)
def test_days(text: str, value: str, advice: str) -> None:
    assert day_typed(text) == (value, advice)


@pytest.mark.parametrize(
    ("text", "meant"), [("Yes", True), ("TRUE", True), ("1", True), ("no", False), ("maybe", None)]
)
def test_yes_and_no(text: str, meant: bool | None) -> None:
    assert yes_or_no(text) is meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("late papers;  trust ; late papers", ("late papers", "trust")),
        ("one; two\nthree", ("one; two", "three")),
        ("one; two\n", ("one; two",)),
    ],
)
def test_lists(text: str, found: tuple[str, ...]) -> None:
    assert items(text) == found


@pytest.mark.parametrize(
    "head", ["Email", "Your name", "E-mail address", "Name", "Postcode", "DOB"]
)
def test_heads_that_name_people(head: str) -> None:
    assert names_people(head, [])


@pytest.mark.parametrize(
    "head", ["Sector", "Name of your organisation", "Group name", "Do you know the name of " * 3]
)
def test_heads_that_do_not(head: str) -> None:
    assert not names_people(head, ["vcs"])


def test_addresses_are_seen_whatever_the_head_says() -> None:
    assert names_people("Contact us?", ["", " someone@example.org "])


@pytest.mark.parametrize(
    ("head", "tells"),
    [("Timestamp", True), ("Completion time", True), ("ID", True), ("Start of term", False)],
)
def test_heads_that_tell_when(head: str, tells: bool) -> None:
    assert tells_when(head) is tells
