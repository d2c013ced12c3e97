"""Reasons: every share is of the same whole, and stands with the word that brought it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from gapcheck.matchers import lex
from gapcheck.matchers.evidence import Brought, shares
from gapcheck.matchers.explain import Lexical

from .test_lex import EXCERPTS, IMPERATIVES, more, several


def test_what_was_brought_adds_up_to_the_score() -> None:
    scores, touched, parts = lex.score(IMPERATIVES, EXCERPTS)
    evidence = Lexical(scores, touched, parts)
    every = np.arange(len(IMPERATIVES))
    whole = np.array(
        [
            [
                sum(word[1] for word in each.words) + each.letters
                for each in evidence.brought(n, every)
            ]
            for n in range(len(EXCERPTS))
        ]
    )
    # The score is the sum of the parts less what is usual, which is the same for every pair.
    assert np.ptp(whole - scores) < 1e-9


@given(several, more)
@settings(max_examples=30)
def test_shares_come_to_one_or_there_are_none(imperatives: list[str], excerpts: list[str]) -> None:
    scores, touched, parts = lex.score(imperatives, excerpts)
    evidence = Lexical(scores, touched, parts)
    every = np.arange(len(imperatives))
    for row in range(len(excerpts)):
        for column, brought in enumerate(evidence.brought(row, every)):
            told = shares([brought])
            total = sum(word[1] for word in told.words) + told.letters + told.meaning
            assert total == pytest.approx(1 if touched[row, column] else 0, abs=1e-9)


def test_feedback_is_a_word_that_the_imperative_has_not() -> None:
    told = (
        "Grants are paid late: the cheque is late.",
        "The cheque is late.",
        "We sit on the board.",
    )
    evidence = Lexical(*lex.score(IMPERATIVES, told))
    (brought,) = evidence.brought(1, np.array([2]))
    assert {root: lent for root, _, lent in brought.words} == {"chequ": True, "late": True}
    (brought,) = evidence.brought(0, np.array([2]))
    assert {root: lent for root, _, lent in brought.words if not lent} == {
        "grant": False,
        "paid": False,
    } or "grant" in {root for root, _, lent in brought.words if not lent}


def test_matchers_are_brought_together() -> None:
    one = Brought((("grant", 1.0, False), ("late", 0.5, True)), letters=0.25)
    other = Brought((("late", 0.25, False),), meaning=2)
    told = shares([one, other])
    assert told.words == (("grant", 0.25, False), ("late", 0.1875, False))
    assert (told.letters, told.meaning) == (0.0625, 0.5)
    assert shares([]) == Brought()
