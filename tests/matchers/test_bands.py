"""Bands, and the suggestions that a least band leaves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reports import match_sample as sample

from gapcheck.matchers.bands import at_least, band_of
from gapcheck.model.suggestion import Band, Candidate, SharedWord


@pytest.mark.parametrize(
    ("score", "lead", "band"),
    [
        (3.0, 0.5, Band.STRONG),
        (9.0, 6.0, Band.STRONG),
        (9.0, 0.49, Band.FAIR),
        (9.0, -0.2, Band.FAIR),
        (2.99, 2.99, Band.FAIR),
        (2.0, -4.0, Band.FAIR),
        (1.99, 1.99, Band.WEAK),
        (-1.0, -3.0, Band.WEAK),
    ],
)
def test_a_band_is_a_score_and_for_the_best_a_lead(score: float, lead: float, band: Band) -> None:
    assert band_of(score, lead) is band


@pytest.mark.parametrize(
    ("least", "left"),
    [
        (Band.STRONG, [["strong"]]),
        (Band.FAIR, [["strong", "fair"]]),
        (Band.WEAK, [["strong", "fair", "weak", "weak"], ["weak", "weak"], ["weak"], ["weak"]]),
    ],
)
def test_a_least_band_leaves_what_reaches_it(least: Band, left: list[list[str]]) -> None:
    found = at_least(sample.UNCALIBRATED, least)
    assert [[each.band for each in one.candidates] for one in found.suggestions] == left
    assert found.waiting == sample.UNCALIBRATED.waiting
    assert replace(found, suggestions=()) == replace(sample.UNCALIBRATED, suggestions=())


@pytest.mark.parametrize(
    ("letters", "meaning", "letters_only", "meaning_only"),
    [
        (1.0, 0.0, True, False),
        (0.985, 0.0, False, False),
        (0.2, 0.75, False, True),
        (0.2, 0.74, False, False),
        (0.0, 1.0, False, True),
        (0.0, 0.0, False, False),
    ],
)
def test_what_carries_a_candidate_nearly_alone(
    letters: float, meaning: float, letters_only: bool, meaning_only: bool
) -> None:
    words = (SharedWord("grants", "grants", round(1 - letters - meaning, 3)),)
    one = Candidate(sample.TRAIN, 1.0, Band.WEAK, words, letters=letters, meaning=meaning)
    assert (one.letters_only, one.meaning_only) == (letters_only, meaning_only)


def test_cues_count_in_what_was_matched() -> None:
    assert sample.WELSH.matched == "We did not get it."
    assert sample.SPOKEN.matched == sample.SPOKEN.quote
    assert sample.HELD_BACK.matched is None
