"""What a problem is known by: the same wherever its line has moved, another for another problem."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.fingerprints import fingerprint, numbered

ONE = Diagnostic(
    Location("evidence/a/b.yaml", 3, 7, 3, 9),
    Severity.ERROR,
    "duplicate-id",
    "source `b` stands in two files",
    "Give one of them another id.",
    record="x1",
)


def test_it_is_a_short_name_without_any_word() -> None:
    assert len(fingerprint(ONE)) == 32
    assert set(fingerprint(ONE)) <= set("0123456789abcdef")
    # A baseline that teams keep would be worth nothing after a change of this.
    assert fingerprint(ONE) == "078821bf872d81abe939458c1ff92158"


@pytest.mark.parametrize(
    "same",
    [
        replace(ONE, location=Location("evidence/a/b.yaml", 90, 1, 91, 1)),
        replace(ONE, severity=Severity.WARNING),
        replace(ONE, help="Other help."),
    ],
)
def test_where_it_stands_how_it_weighs_and_how_it_is_mended_change_nothing(
    same: Diagnostic,
) -> None:
    assert fingerprint(same) == fingerprint(ONE)


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, location=Location("evidence/b/b.yaml", 3, 7, 3, 9)),
        replace(ONE, rule="duplicate-key"),
        replace(ONE, message="source `c` stands in two files"),
        replace(ONE, record="x2"),
        replace(ONE, left_out="the whole source"),
        replace(ONE, sensitive=True),
    ],
)
def test_another_problem_is_another(other: Diagnostic) -> None:
    assert fingerprint(other) != fingerprint(ONE)


@pytest.mark.parametrize("words", ["see policies/a.yaml:{}", "see a.yml:{}", "since line {}"])
def test_the_number_of_another_line_changes_nothing(words: str) -> None:
    first, second = (replace(ONE, message=words.format(number)) for number in (3, 40))
    assert fingerprint(first) == fingerprint(second)


def test_other_numbers_do() -> None:
    first, second = (replace(ONE, message=f"{number} is no month") for number in (13, 14))
    assert fingerprint(first) != fingerprint(second)


def test_how_many_are_not_listed_changes_nothing() -> None:
    first, second = (
        replace(ONE, rule="too-many", message=f"{number} more problems")
        for number in ("7", "1,200")
    )
    assert fingerprint(first) == fingerprint(second)


def test_nothing_of_a_sensitive_value_is_in_it() -> None:
    first, second = (replace(ONE, sensitive=True, message=name) for name in ("`A`", "`B`"))
    assert fingerprint(first) == fingerprint(second)


def test_several_alike_are_numbered_in_their_order() -> None:
    other = replace(ONE, rule="duplicate-key")
    names = [name for _, name in numbered([ONE, other, ONE])]
    assert [name.rpartition(":")[2] for name in names] == ["1", "1", "2"]
    assert names[0].rpartition(":")[0] == names[2].rpartition(":")[0] == fingerprint(ONE)
