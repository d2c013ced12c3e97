"""What is almost the same is found, however long it is and wherever it was changed."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from gapcheck.checks import near_duplicate
from gapcheck.checks.around import Around
from gapcheck.diagnostic import Location
from gapcheck.model.choices import SourceKind
from gapcheck.model.dates import PartialDate
from gapcheck.model.settings import Settings
from gapcheck.model.study import Consent, Excerpt, Source

AROUND = Around(Settings("A study"), None, {})
WORDS = st.text("abdehinorst", min_size=2, max_size=12)
OTHERS = st.text("abehinorst", min_size=2, max_size=6)


def almost(*texts: str) -> list[str]:
    """The excerpts that are found to repeat one before them."""
    excerpts = tuple(Excerpt(f"x{n}", text, Location("int.yaml")) for n, text in enumerate(texts))
    day = PartialDate.parse("2004")
    source = Source(
        "int", "north", SourceKind.INTERVIEW, day, Location("int.yaml"), Consent(), excerpts
    )
    hits = near_duplicate.check(source, AROUND)
    return [hit.excerpt.id for hit in hits if hit.excerpt]


@given(st.lists(WORDS, min_size=12, max_size=120), OTHERS, st.integers(0, 119))
def test_a_word_more_anywhere(words: list[str], other: str, place: int) -> None:
    one, two = " ".join(words), " ".join([*words[:place], other, *words[place:]])
    assume(fuzz.token_sort_ratio(one, two) >= 90)
    assert almost(one, two) == almost(two, one) == ["x1"]


@given(st.lists(st.lists(WORDS, min_size=1, max_size=80).map(" ".join), max_size=5))
def test_nothing_is_found_that_is_not_almost_the_same(texts: list[str]) -> None:
    for name in almost(*texts):
        number = int(name[1:])
        assert any(fuzz.token_sort_ratio(texts[number], one) >= 90 for one in texts[:number])
