"""Standard scores, hubs and feedback."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from gapcheck.matchers.counts import Words
from gapcheck.matchers.feedback import enriched
from gapcheck.matchers.hubs import best_mean, without_hubs
from gapcheck.matchers.space import Space
from gapcheck.matchers.standard import standing_out, z
from gapcheck.matchers.texts import Floats, read

tables = arrays.arrays(
    np.float64, st.tuples(st.integers(1, 8), st.integers(1, 8)), elements=st.floats(-5, 5, width=16)
)


def test_standard_scores_have_mean_nought_and_deviation_one() -> None:
    assert z(np.array([[1.0, 3.0]])).tolist() == [[-1, 1]]
    assert z(np.array([[2.0, 2.0]])).tolist() == [[0, 0]]
    assert z(np.zeros((0, 3))).shape == (0, 3)


@given(tables)
def test_what_stands_out_keeps_the_order_within_an_excerpt(table: Floats) -> None:
    found = standing_out(table)
    for before, after in zip(table, found, strict=True):
        one, other = np.meshgrid(before, before)
        first, second = np.meshgrid(after, after)
        assert (first[one > other + 1e-6] >= second[one > other + 1e-6]).all()
    assert np.isfinite(found).all()


@given(tables, st.data())
def test_pairs_that_cannot_be_change_nothing(table: Floats, data: st.DataObject) -> None:
    among = data.draw(arrays.arrays(np.bool_, table.shape))
    changed = np.where(among, table, 99.0)
    one, other = standing_out(table, among), standing_out(changed, among)
    assert np.allclose(one[among], other[among])
    assert np.isneginf(one[~among]).all()


def test_a_row_that_is_high_throughout_does_not_stand_out() -> None:
    table = np.array([[9.0, 9.0, 9.0, 9.1], [0.0, 0.0, 0.0, 3.0]])
    found = standing_out(table)
    assert found[1, 3] - found[0].max() > z(table)[1, 3] - z(table)[0].max()
    assert found[0, 0] < 0.5 < z(table)[0, 0]


def test_hubs_are_marked_down() -> None:
    likes = np.full((9, 9), 0.2) + np.eye(9) * 0.6
    likes[:, 0] = 0.7
    found = without_hubs(likes)
    assert likes[1].argmax() == 1
    hub_before = z(likes)[1, 1] - z(likes)[1, 0]
    assert found[1, 1] - found[1, 0] > hub_before


@pytest.mark.parametrize(("count", "mean"), [(1, 4), (2, 3.5), (9, 2.5)])
def test_the_mean_of_the_best_is_of_all_where_there_are_fewer(count: int, mean: float) -> None:
    table = np.array([[1.0, 4.0, 2.0, 3.0]])
    assert best_mean(table, 1, count).tolist() == [mean]
    assert best_mean(table.T, 0, count).tolist() == [mean]


def lent(scores: list[float]) -> dict[str, float]:
    """The words of one imperative once the excerpts lent it theirs."""
    stems, asked, told = read(["pay grants"], ["money upfront", "seats", "grants"])
    words = Space.of(Words(len(stems)), asked, told)
    table = np.array(scores)[np.argsort(told.places)][:, None]
    (row,) = enriched(words.table(asked), table, words)
    return {root: float(weight) for root, weight in zip(stems, row, strict=True) if weight > 1e-6}


def test_excerpts_lend_words_by_how_far_they_are_ahead() -> None:
    found = lent([3.0, 2.5, -9.0])
    assert found["money"] == pytest.approx(found["upfront"])
    assert found["money"] > found["seat"] > 0
    assert lent([3.0, 3.0, -9.0])["seat"] > found["seat"]
    assert sum(weight**2 for weight in found.values()) == pytest.approx(1)


def test_without_excerpts_nothing_is_lent() -> None:
    stems, asked, told = read(["pay grants"], [])
    words = Space.of(Words(len(stems)), asked, told)
    probes = words.table(asked)
    assert enriched(probes, np.zeros((0, 1)), words) is probes
