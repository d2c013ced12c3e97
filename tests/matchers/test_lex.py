"""The default matcher: what it scores, whatever the order, the parts and the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.matchers import lex
from gapcheck.matchers.counts import Letters, Words, grams
from gapcheck.matchers.hubs import without_hubs
from gapcheck.matchers.space import Space
from gapcheck.matchers.spelling import letters_likeness
from gapcheck.matchers.standard import standing_out
from gapcheck.matchers.texts import Floats, read

from . import oracle

IMPERATIVES = (
    "Bring the public, private, voluntary and community sectors into one partnership.",
    "Give local people the training and support they need to take part.",
    "Pay grants ahead of spending.",
    "Consult voluntary organisations early and give them twelve weeks to answer.",
)
EXCERPTS = (
    "We were never asked what training our people would need.",
    "The money comes in June, and we have paid the staff since April.",
    "They sat at the table and learned the words as they went.",
    "The paper came on a Monday for an answer by Friday.",
    "Grants are paid in advance now, every quarter, before we spend a penny.",
    "Voluntary groups have two seats, and nobody consults us on the agenda.",
)
WORDS = "board seat grant paid train trained training council consult voice money late never table"
sentences = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)
several = st.lists(sentences, min_size=1, max_size=6)
more = st.lists(sentences, min_size=1, max_size=30)


def scored(imperatives: Sequence[str], excerpts: Sequence[str], **more: Any) -> Floats:
    """Scores as they are used: hubs marked down, told to as many decimals as are kept."""
    scores = lex.score(imperatives, iter(excerpts), **more)[0]
    return np.round(standing_out(without_hubs(scores)), 6)


def test_each_excerpt_finds_its_imperative() -> None:
    found = scored(IMPERATIVES, EXCERPTS).argmax(axis=1)
    assert found.tolist()[0] == 1
    assert found.tolist()[4:] == [2, 3]


def test_the_scores_are_those_of_the_plain_recipe() -> None:
    expected = oracle.score(IMPERATIVES, EXCERPTS)
    assert np.abs(lex.score(IMPERATIVES, EXCERPTS)[0] - expected).max() < 1e-9
    expected = oracle.standing_out(oracle.without_hubs(expected))
    assert np.abs(scored(IMPERATIVES, EXCERPTS) - expected).max() < 1e-6


@given(
    st.lists(sentences, min_size=2, max_size=5, unique=True),
    st.lists(sentences, min_size=2, max_size=15, unique=True),
)
@settings(max_examples=40)
def test_the_scores_are_those_of_the_plain_recipe_whatever_is_said(
    imperatives: list[str], excerpts: list[str]
) -> None:
    # Fewer excerpts than lend their words: then no tie decides which of them do.
    # The program rounds what it chooses lenders by, at the ninth decimal.
    expected = oracle.score(imperatives, excerpts)
    assert np.abs(lex.score(imperatives, excerpts)[0] - expected).max() < 1e-7


@given(several, more, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_order_changes_nothing_but_order(
    imperatives: list[str], excerpts: list[str], chance: Any
) -> None:
    columns, rows = list(range(len(imperatives))), list(range(len(excerpts)))
    chance.shuffle(columns)
    chance.shuffle(rows)
    expected = scored(imperatives, excerpts)[np.ix_(rows, columns)]
    found = scored([imperatives[n] for n in columns], [excerpts[n] for n in rows])
    assert np.array_equal(found, expected)


@given(several, more)
@settings(max_examples=40)
def test_an_imperative_that_stands_twice_scores_alike(
    imperatives: list[str], excerpts: list[str]
) -> None:
    found = scored([*imperatives, imperatives[0]], excerpts)
    assert np.array_equal(found[:, 0], found[:, -1])
    twice = scored(imperatives, [*excerpts, excerpts[0]])
    assert np.array_equal(twice[0], twice[-1])


@given(several, more, st.integers(1, 9))
@settings(max_examples=40)
def test_how_many_are_looked_at_in_one_go_changes_nothing(
    imperatives: list[str], excerpts: list[str], rows: int
) -> None:
    assert np.array_equal(scored(imperatives, excerpts), scored(imperatives, excerpts, rows=rows))


@given(several, more)
@settings(max_examples=40)
def test_letters_are_worked_out_word_by_word_to_the_same(
    imperatives: list[str], excerpts: list[str]
) -> None:
    stems, asked, told = read(imperatives, excerpts)
    space = Space.of(Letters.of(stems), asked, told)
    probes = space.table(asked)
    assert np.allclose(letters_likeness(space, probes), space.likeness(probes), atol=1e-12)


@given(several, more)
@settings(max_examples=30)
def test_what_speaks_for_a_pair_is_what_it_shares(
    imperatives: list[str], excerpts: list[str]
) -> None:
    _, touched, _ = lex.score(imperatives, excerpts)
    for row, told in enumerate(excerpts):
        for column, asked in enumerate(imperatives):
            if set(oracle.grams(told)) & set(oracle.grams(asked)):
                assert touched[row, column]


TESTS = Path(__file__).parents[1]
SCRIPT = """
from matchers.test_lex import EXCERPTS, IMPERATIVES, scored
print(scored(IMPERATIVES, EXCERPTS).tobytes().hex())
"""


def test_the_seed_of_hashes_changes_nothing() -> None:
    found = set()
    for seed in ("0", "1", "4711"):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(TESTS)},
            capture_output=True,
            text=True,
            check=True,
        )
        found.add(done.stdout.strip())
    assert found == {scored(IMPERATIVES, EXCERPTS).tobytes().hex()}


@pytest.mark.parametrize(
    ("imperatives", "excerpts"),
    [
        ([], EXCERPTS),
        (IMPERATIVES, []),
        ([], []),
        (["Pay grants."], ["Grants."]),
        (IMPERATIVES, ["and so"]),
        ([""], ["grants"]),
        (["may"], EXCERPTS),
        (["Pay grants.", "Pay grants."], ["Grants are paid.", "Grants are paid."]),
    ],
)
def test_little_gives_scores_of_nought_and_no_trouble(
    imperatives: Sequence[str], excerpts: Sequence[str]
) -> None:
    scores, touched, _ = lex.score(imperatives, excerpts)
    assert scores.shape == touched.shape == (len(excerpts), len(imperatives))
    assert np.isfinite(scored(imperatives, excerpts)).all()


def test_a_very_long_excerpt_is_only_long() -> None:
    long = "The grant was paid late. " * 4000
    assert len(long) == 100_000
    found = scored(IMPERATIVES, [*EXCERPTS, long])
    assert found[-1].argmax() == 2
    assert np.isfinite(found).all()


def test_grams_are_runs_of_three_to_five_letters_with_the_ends_marked() -> None:
    assert grams("pay") == [" pa", "pay", "ay ", " pay", "pay ", " pay "]
    assert grams("to") == [" to", "to ", " to ", " to "]


def test_counts_are_what_a_text_holds() -> None:
    stems, asked, told = read(["pay grants"], ["grants, grants and seats", "", "pay"])
    assert stems == ["grant", "pay", "seat"]
    counts = Words(3).count(told.take(told.places))
    assert counts.rows.tolist() == [0, 0, 2]
    assert counts.columns.tolist() == [0, 2, 1]
    assert counts.counts.tolist() == [2, 1, 1]
    assert asked.lengths.tolist() == [2]
