"""Words and their stems."""

from __future__ import annotations

import pytest

from gapcheck.matchers.explain import spellings
from gapcheck.matchers.tokens import PASSED_OVER, spoken, stem


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We sit on the board.", ["we", "sit", "on", "the", "board"]),
        ("Don’t; it's the council's", ["don't", "it's", "the", "council's"]),
        ("well-being, third_sector/VCS", ["well", "being", "third", "sector", "vcs"]),
        ("Bwrdd Gwasanaethau: tŷ, ŵyn", ["bwrdd", "gwasanaethau", "tŷ", "ŵyn"]),
        ("in 2004-05, £1.5m", ["in", "2004", "05", "1", "5m"]),
        ("… — [laughs]", ["laughs"]),
        ("", []),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, words: list[str]) -> None:
    assert spoken(text) == words


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("consulted", "consult"),
        ("consulting", "consult"),
        ("organisations", "organis"),
        ("council's", "council"),
        ("should", ""),
        ("us", ""),
        ("a", ""),
        ("7", ""),
        ("2004", "2004"),
    ],
)
def test_stems_bring_forms_of_a_word_together(word: str, root: str) -> None:
    assert stem(word) == root


def test_verbs_that_oblige_and_words_without_a_topic_are_passed_over() -> None:
    assert {"shall", "must", "may", "should", "not", "they", "ourselves"} <= PASSED_OVER
    assert not {"never", "nobody", "board"} & PASSED_OVER


def test_each_side_keeps_its_own_spelling() -> None:
    found = spellings("Training for the Trained; we train.")
    assert found == {"train": "Training"}
    assert spellings("and so on") == {}
