"""Dates that are typed in another way, and what is offered in their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.model.dates import PartialDate
from gapcheck.source.days import is_date, mended, why_no_date


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12/05/2026", "2026-05-12"),
        ("1-2-2026", "2026-02-01"),
        ("31.12.1999", "1999-12-31"),
        ("05/13/2026", None),
        ("2026/5/12", "2026-05-12"),
        ("2026.5", "2026-05"),
        ("2004-5", "2004-05"),
        ("2004-5-3", "2004-05-03"),
        ("2004-13-45", None),
        ("May 2004", "2004-05"),
        ("Sept. 2004", "2004-09"),
        ("3 May 2004", "2004-05-03"),
        ("21st december, 2004", "2004-12-21"),
        ("31 June 2004", None),
        ("Mai 2004", None),
        ("spring 2004", None),
        ("12/05/26", None),
        ("2004", None),
        ("", None),
    ],
)
def test_what_was_meant(typed: str, meant: str | None) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2004-13", "13 is no month"),
        ("2004-00-01", "00 is no month"),
        ("2004-02-30", "February 2004 has no day 30"),
        ("2003-02-29", "February 2003 has no day 29"),
        ("2004-05-00", "May 2004 has no day 00"),
        ("20040", "`20040` is no date as dates are written here"),
        ("a" * 50, f"`{'a' * 40}` is no date as dates are written here"),
        ("2004-05-03", "`2004-05-03` is no date as dates are written here"),
    ],
)
def test_why_it_is_none(typed: str, why: str) -> None:
    assert why_no_date(typed) == why


@pytest.mark.parametrize(
    ("typed", "is_one"),
    [("2004", True), ("2004-02-29", True), ("0000", False), ("x", False), (3, True), (None, True)],
)
def test_whether_it_is_one(typed: object, is_one: bool) -> None:
    assert is_date(typed) is is_one


@given(st.dates(), st.sampled_from(["{0.day}/{0.month}/{0.year:04}", "{0.day} {0:%B} {0.year:04}"]))
def test_what_is_offered_is_that_day(day: object, style: str) -> None:
    assert mended(style.format(day)) == str(day)


@given(st.text() | st.from_regex(r"[0-9./ -]{4,12}", fullmatch=True))
def test_what_is_offered_is_a_date(typed: str) -> None:
    meant = mended(typed)
    assert meant is None or str(PartialDate.parse(meant)) == meant
    assert isinstance(why_no_date(typed), str)
