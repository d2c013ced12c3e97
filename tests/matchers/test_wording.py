"""The texts that are matched."""

from __future__ import annotations

from dataclasses import replace

import pytest
from assess.builders import excerpt, imperative, source

from gapcheck.matchers.wording import is_english, text_of, words_of
from gapcheck.model.study import Indicator
from gapcheck.model.suggestion import Matchable


def test_an_imperatives_text_is_all_its_words() -> None:
    one = imperative(
        title="Seats",
        text="Bring them together.",
        indicators=(Indicator("votes", "They vote."), Indicator("papers", "Papers come early.")),
        terms=("third sector",),
        topics=("board-membership",),
    )
    assert text_of(one).split("\n") == [
        "Seats",
        "Bring them together.",
        "They vote.",
        "Papers come early.",
        "third sector",
        "board membership",
    ]
    assert text_of(imperative(text="Do it.")) == "Do it."


@pytest.mark.parametrize("language", ["en", "EN", "en-GB", "en_GB", "eng"])
def test_english_is_english_wherever_it_is_spoken(language: str) -> None:
    assert is_english(language)


@pytest.mark.parametrize("language", ["cy", "gd", "ent", "de-EN", ""])
def test_another_language_is_not(language: str) -> None:
    assert not is_english(language)


@pytest.mark.parametrize(
    ("language", "translation", "words"),
    [
        ("en", None, "Said."),
        ("en", "Anders.", "Said."),
        ("cy", "Translated.", "Translated."),
        ("cy", None, None),
    ],
)
def test_what_is_not_english_is_matched_by_its_translation(
    language: str, translation: str | None, words: str | None
) -> None:
    said = replace(excerpt("x1"), text="Said.", translation=translation)
    whole = source("int-01", "interview", said, language=language)
    assert words_of(Matchable(whole, said, "vcs", None, True, frozenset())) == words
