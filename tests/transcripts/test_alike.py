"""The passage most like a part: what rapidfuzz's whole search finds is never lost."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from gapcheck.transcripts import alike as module
from gapcheck.transcripts.alike import (
    DOUBTFUL,
    LONG,
    NEAREST,
    VERIFIED,
    Passage,
    alike,
    everywhere,
    exact,
    nearest,
)

from .noise import NOISES, noisy, spoken_words

ROW = f" {' '.join(spoken_words(random.Random(7), 6_000))} "


@pytest.mark.parametrize(
    ("part", "bounds", "found"),
    [
        ("we sat", (0, None), (1, 7)),
        ("sat", (0, None), (4, 7)),
        ("sat", (5, None), (17, 20)),
        ("sat", (4, 7), (4, 7)),
        ("sat", (4, 6), None),
        ("sa", (0, None), None),
        ("there we", (0, None), (8, 16)),
        ("we sat on", (0, None), (14, 23)),
    ],
)
def test_word_for_word(
    part: str, bounds: tuple[int, int | None], found: tuple[int, int] | None
) -> None:
    row = " we sat there we sat on "
    place = exact(part, row, *bounds)
    assert place == (Passage(100.0, *found) if found else None)


def test_everywhere() -> None:
    row = " we sat there we sat on " + "sat " * 100
    assert [one.first for one in everywhere("we sat", row)] == [1, 14]
    assert len(list(everywhere("sat", row))) == 64
    assert list(everywhere("stood", row)) == []


CUTS = st.tuples(st.integers(0, 5_700), st.sampled_from([5, 7, 12, 30, 60, 110, 250]))


@settings(max_examples=120, deadline=None)
@given(CUTS, NOISES, st.booleans())
def test_nothing_that_the_whole_search_finds_is_lost(
    cut: tuple[int, int], noise: tuple[float, int], doubled: bool
) -> None:
    first, size = cut
    share, seed = noise
    part = noisy(random.Random(seed), " ".join(ROW.split()[first : first + size]), share)
    row = ROW + f"{part[: len(part) // 2]} and so on {part[len(part) // 3 :]} " if doubled else ROW
    whole = fuzz.partial_ratio_alignment(part, row)
    found = alike(part, row)
    assert whole is not None
    if len(part) > LONG:
        return
    for least in (VERIFIED, DOUBTFUL):
        if whole.score >= least:
            assert found is not None
            assert found.score >= min(whole.score, VERIFIED) - 1e-9
    if found:
        # What is told of a passage is true of it, or of one that ends within a word of its ends.
        best = fuzz.partial_ratio(part, row[max(0, found.first - 40) : found.last + 40])
        assert found.score <= max(best, fuzz.ratio(part, row[found.first : found.last])) + 1e-9
        assert row[found.first - 1] == row[found.last] == " "


@settings(max_examples=60, deadline=None)
@given(CUTS, st.integers(0, 2**16))
def test_a_part_that_stands_there_is_found_whole(cut: tuple[int, int], seed: int) -> None:
    first, size = cut
    part = " ".join(ROW.split()[first : first + size])
    found = alike(part, ROW)
    assert found is not None
    assert found.score == 100.0
    assert ROW[found.first : found.last] == part


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**16), st.sampled_from([6, 12, 40, 120]))
def test_what_nobody_said_is_not_found(seed: int, size: int) -> None:
    part = " ".join(spoken_words(random.Random(seed + 10_000), size))
    assert alike(part, ROW) is None


def test_long_parts_are_found_by_their_ends() -> None:
    words = ROW.split()
    part = " ".join(words[1_000:1_700])
    assert len(part) > LONG
    found = alike(noisy(random.Random(1), part, 0.04), ROW)
    assert found is not None
    assert found.score > VERIFIED - 3
    assert abs(found.first - ROW.index(part)) < 20
    for wrong in (
        " ".join(words[1_000:1_300] + words[3_000:3_400]),
        " ".join(words[1_400:1_800] + words[1_000:1_400]),
        " ".join(words[1_000:1_200] + words[4_000:4_300] + words[1_500:1_700]),
        " ".join(spoken_words(random.Random(5), 700)),
    ):
        assert alike(wrong, ROW) is None


def test_a_long_part_without_a_blank() -> None:
    part = "ab" * LONG
    assert alike(part, f" {part} ") == Passage(100.0, 1, 1 + len(part))


@pytest.mark.parametrize(
    ("part", "row", "score"),
    [("we sat there then on", " we sat there then ", 91.0), ("we sat on it all", " we ", None)],
)
def test_a_row_that_is_shorter(part: str, row: str, score: float | None) -> None:
    found = alike(part, row)
    assert (found and found.score // 1) == score
    if found:
        assert row[found.first : found.last] == row.strip()


def test_a_stretch_of_the_row_alone() -> None:
    words = ROW.split()
    part = " ".join(words[100:112])
    place = ROW.index(part)
    typed = part.replace("e", "a", 1)
    assert alike(typed, ROW, place - 30, place + 200) is not None
    assert alike(typed, ROW, place + 200) is None
    assert alike(typed, ROW, 0, place + 20) is None


def test_the_nearest_passage() -> None:
    words = ROW.split()
    short = " ".join([*words[100:108], "something", "quite", "else", "was", "said"])
    near = nearest(short, ROW)
    assert near is not None
    assert NEAREST <= near.score < DOUBTFUL
    assert abs(near.first - ROW.index(" ".join(words[100:108]))) < 30
    long = " ".join([*words[300:370], *spoken_words(random.Random(9), 25)])
    near = nearest(long, ROW)
    assert near is not None
    assert abs(near.first - ROW.index(" ".join(words[300:370]))) < 30
    for size in (12, 120):
        assert nearest(" ".join(spoken_words(random.Random(3), size)), "x" * 5_000) is None


def test_only_a_few_places_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []
    plain = module._aligned

    def counted(part: str, row: str, first: int, last: int, least: float) -> Passage | None:
        tried.append(last - first)
        return plain(part, row, first, last, least)

    monkeypatch.setattr(module, "_aligned", counted)
    words = " ".join(["and then they sat there for so long"] * 500)
    part = " ".join(["and then they sat there with us"] * 40)
    module.alike(part, f" {words} ")
    assert len(tried) <= 30
