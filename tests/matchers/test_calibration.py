"""Chances from a study's own coding, and what is said of how they held."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.matchers.calibration import NEEDED, Curve, calibrated, leads
from gapcheck.matchers.texts import Floats

rows = st.lists(st.floats(-3, 3, width=16), min_size=1, max_size=6)


def coded(
    many: int, seed: int = 0
) -> tuple[Floats, np.ndarray[tuple[int, int], np.dtype[np.bool_]]]:
    """Scores of excerpts for five imperatives, right the oftener the higher they are."""
    chance = np.random.default_rng(seed)
    scores = chance.normal(0, 1.5, (many, 5))
    return scores, chance.random((many, 5)) < 1 / (1 + np.exp(3 - 2 * scores))


def test_a_lead_is_how_far_a_score_is_before_the_best_other() -> None:
    none = -np.inf
    table = np.array([[3.0, 1.0, 2.5], [1.0, 1.0, 0.0], [2.0, none, none], [none, none, none]])
    assert leads(table).tolist() == [[0.5, -2, -0.5], [0, 0, -1], [2, none, none], [none] * 3]
    assert leads(np.array([[0.7]])).tolist() == [[0.7]]


@given(rows)
def test_only_the_first_can_be_ahead(scores: list[float]) -> None:
    found = leads(np.array([scores]))[0]
    if len(scores) > 1:
        assert (found > 0).sum() <= 1
        assert found[int(np.argmax(scores))] == found.max() >= 0


def test_it_needs_fifty_and_right_and_wrong_ones() -> None:
    scores, right = coded(NEEDED)
    assert calibrated(scores, right) is not None
    assert calibrated(scores[1:], right[1:]) is None
    assert calibrated(scores, np.zeros_like(right)) is None
    assert calibrated(scores, np.ones_like(right)) is None


def test_chances_are_what_happens_where_the_scores_tell() -> None:
    scores, right = coded(1500)
    found = calibrated(scores, right)
    assert found is not None
    curve, told = found
    assert told.excerpts == 1500
    assert sum(each.of for each in told.bins) == 1500 * 5
    for each in told.bins:
        assert abs(each.expected - each.right / each.of) < 0.08
    again, true = coded(1500, seed=1)
    chances = curve.chance(again.ravel(), leads(again).ravel())
    high = chances > 0.7
    assert abs(chances[high].mean() - true.ravel()[high].mean()) < 0.05


def test_chances_are_even_where_the_scores_tell_nothing() -> None:
    chance = np.random.default_rng(2)
    scores = chance.normal(size=(400, 5))
    found = calibrated(scores, chance.random((400, 5)) < 0.2)
    assert found is not None
    chances = found[0].chance(scores.ravel(), leads(scores).ravel())
    assert 0.1 < chances.min() < chances.max() < 0.35


def test_what_cannot_apply_is_left_out_of_it() -> None:
    scores, right = coded(NEEDED)
    scores[:, 4] = -np.inf
    scores[0] = -np.inf
    found = calibrated(scores, right)
    without = calibrated(scores[:, :4], right[:, :4])
    assert found is not None
    assert without is not None
    assert found[1] == without[1]


def test_scores_that_part_right_from_wrong_without_a_mistake_do_no_harm() -> None:
    scores = np.tile([2.0, -1.0], (NEEDED, 1))
    found = calibrated(scores, scores > 0)
    assert found is not None
    high, low = found[0].chance(np.array([2.0, -1.0]), np.array([3.0, -3.0]))
    assert 0.9 < high <= 1
    assert 0 <= low < 0.1


@pytest.mark.parametrize("seed", range(3))
def test_a_curve_is_the_same_on_every_run(seed: int) -> None:
    scores, right = coded(200, seed)
    one, other = (Curve(scores.ravel(), leads(scores).ravel(), right.ravel()) for _ in range(2))
    at = np.linspace(-3, 3, 7)
    assert one.chance(at, at).tolist() == other.chance(at, at).tolist()
