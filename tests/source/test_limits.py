"""What a file may hold at most, so that no file can take the program down."""

from __future__ import annotations

import time

import pytest

from .reading import HEAD, SOURCE, excerpt, excerpts, said

QUICK = 2.0
"""Seconds within which anything is refused; most of it takes a hundredth of that."""


@pytest.mark.parametrize("opening", ["[", "{", "- ", "{a: ", "[[a], ", "? "])
def test_depth_ends_early(opening: str) -> None:
    before = time.perf_counter()
    assert len(said(opening * 100_000)) == 1
    assert time.perf_counter() - before < QUICK


@pytest.mark.parametrize(
    ("typed", "place"),
    [("[" * 17, "1:17-1:18"), ("- " * 17, "1:33-1:33"), ("{a: " * 17, "1:65-1:66")],
)
def test_seventeen_levels_are_too_many(typed: str, place: str) -> None:
    assert said(typed) == [f"{place} too-deep nested deeper than 16 levels | "]


@pytest.mark.parametrize("typed", ["[" * 16 + "]" * 16, "{a: " * 16 + "}" * 16])
def test_sixteen_levels_are_read(typed: str) -> None:
    assert "too-deep" not in " ".join(said(typed))


def test_keys_and_values_are_counted() -> None:
    many = 50_000 - 20  # the head has twenty
    assert [one.split()[1] for one in said(f"{HEAD}  - [{'a,' * many}]\n")] == ["wrong-type"]
    before = time.perf_counter()
    column = 6 + 2 * many
    assert said(f"{HEAD}  - [{'a,' * many}a]\n") == [
        f"7:{column}-7:{column + 1} too-large the file holds more than 50,000 keys and values | "
        "Split it into several sources."
    ]
    assert time.perf_counter() - before < QUICK


def test_the_longest_text() -> None:
    assert excerpts(excerpt("id: x1", "text: " + "a" * 65_536))[0]["text"] == "a" * 65_536
    assert said(excerpt("id: x1", "text: " + "a" * 65_537)) == [
        "8:11-8:65548 too-long the text has 65,537 characters; at most 65,536 are read | "
        "Split it into several excerpts."
    ]


def test_the_longest_key() -> None:
    assert "too-long" not in said(SOURCE + "k" * 128 + ": a\n")[0]
    assert said(SOURCE + "k" * 129 + ": a\n") == ["7:1-7:130 too-long a key has 129 characters | "]
    assert said(SOURCE + "? " + "k" * 70_000 + "\n: a\n")[0].endswith("70,000 characters | ")
