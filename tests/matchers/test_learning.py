"""Learning from confirmed codes: what it adds, when it is switched on, and that it says so."""

from __future__ import annotations

import numpy as np
import pytest

from gapcheck.matchers import learning
from gapcheck.matchers.counts import Words
from gapcheck.matchers.ranking import ndcg
from gapcheck.matchers.space import Space
from gapcheck.matchers.texts import Floats, Integers, read

TEXTS = (
    "the cheque came late",
    "the cheque came in June",
    "papers reach us the night before",
    "papers come the night before",
    "the cheque is late again",
    "nothing of that",
)
CODES = np.array([[True, False], [True, False], [False, True], [False, True]])


def space() -> tuple[Space, Integers]:
    stems, asked, told = read(["pay", "consult"], TEXTS)
    return Space.of(Words(len(stems)), asked, told), told.places


def likeness() -> Floats:
    words, places = space()
    return learning.confirmed(words, places[:4], CODES)[places]


def test_what_resembles_confirmed_excerpts_is_near_to_their_imperative() -> None:
    found = likeness()
    assert found[4, 0] > 0.2 > found[4, 1]
    assert found[5].tolist() == [0, 0]


def test_an_excerpt_is_no_example_to_itself() -> None:
    found = likeness()
    # It has one other example: at most a third of what an excerpt is to itself.
    assert found[:4].max() < 1 / 3
    assert found[0, 0] > 0


def test_the_three_nearest_count_and_missing_ones_are_nought() -> None:
    words, places = space()
    every = np.ones((6, 1), dtype=bool)
    table = words.likeness(words.table(words.excerpts.take(places)))[places]
    np.fill_diagonal(table, 0)
    expected = -np.sort(-table, axis=1)[:, :3].mean(axis=1)
    assert np.allclose(learning.confirmed(words, places, every)[places][:, 0], expected)


def test_many_examples_are_gone_through_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = likeness()
    monkeypatch.setattr(learning, "_BLOCK", 2)
    assert np.allclose(likeness(), expected)


@pytest.mark.parametrize(("coded", "weight"), [(10, 0.5), (55, 0.75), (100, 1), (4000, 1)])
def test_the_more_is_coded_the_more_it_teaches(coded: int, weight: float) -> None:
    assert learning.weight_of(coded) == weight


def test_it_is_used_only_where_it_ranks_the_studys_own_codes_better() -> None:
    rows = np.arange(20)
    codes = np.tile([[True, False], [False, True]], (10, 1))
    telling = np.where(codes, 5.0, 0.0)
    level = np.zeros((20, 2))
    helps = learning.tried(level, telling, rows, codes)
    assert (helps.used, helps.without, helps.with_codes) == (
        True,
        round((1 + 1 / np.log2(3)) / 2, 4),
        1,
    )
    assert helps.excerpts == 20
    assert not learning.tried(telling, level, rows, codes).used
    assert not learning.tried(telling, -2 * telling, rows, codes).used


def test_it_is_not_used_where_few_gain_and_many_lose() -> None:
    codes = np.tile([[True] + [False] * 9], (20, 1))
    scores = np.where(codes, 0.1, 0.0)
    scores[0] = np.linspace(0, 0.9, 10)
    near = np.where(codes, 0.0, 0.0)
    near[0, 0] = 9
    near[1:3, 1] = 9
    found = learning.tried(scores, near, np.arange(20), codes)
    assert not found.used


def test_ndcg_is_of_the_first_ten() -> None:
    scores = -np.arange(12.0)[None, :]
    for place, expected in ((0, 1.0), (1, 1 / np.log2(3)), (9, 1 / np.log2(11)), (10, 0.0)):
        right = np.zeros((1, 12), dtype=bool)
        right[0, place] = True
        assert ndcg(scores, right)[0] == pytest.approx(expected)
    assert ndcg(scores, np.zeros((1, 12), dtype=bool)).tolist() == [0]
    both = np.array([[True, False, True] + [False] * 9])
    assert ndcg(scores, both)[0] == pytest.approx(1.5 / (1 + 1 / np.log2(3)))


def test_of_very_many_reviewed_excerpts_the_first_by_their_words_teach(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(learning, "MOST", 2)
    reviewed = np.array([True, False, True, True, False])
    places = np.array([4, 3, 0, 2, 1])
    # Beside what waits (1 and 4), of the three that were reviewed the two that stand first.
    assert learning.lessons(reviewed, places).tolist() == [1, 2, 3, 4]
    monkeypatch.setattr(learning, "MOST", 3)
    assert learning.lessons(reviewed, places).tolist() == [0, 1, 2, 3, 4]
