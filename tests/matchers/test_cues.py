"""Cues of a no: where they fire, and where they stay quiet."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.matchers.cues import cues_in


def told(text: str) -> list[tuple[str, str]]:
    return [(cue.kind.value, text[cue.start : cue.end]) for cue in cues_in(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We were never asked what we need.", [("negation", "never asked")]),
        ("They didn't come.", [("negation", "didn't come")]),
        ("It hasn’t been paid", [("negation", "hasn’t been paid")]),
        ("We do not sit there.", [("negation", "not sit")]),
        ("It is no longer done", [("negation", "no longer done")]),
        ("We hardly see them", [("negation", "hardly see")]),
        ("it was not anybody round here", [("absence", "was not anybody")]),
        ("There isn't any money", [("absence", "isn't any")]),
        ("Nobody told us.", [("absence", "Nobody")]),
        ("nothing came of it", [("absence", "nothing")]),
        ("There was no training.", [("absence", "no training")]),
        ("They meet without us", [("absence", "without us")]),
        ("a lack of money", [("absence", "lack of")]),
        ("No one and no-one", [("absence", "No one"), ("absence", "no-one")]),
        ("The council refused to pay.", [("refusal", "refused")]),
        ("They turned us down", [("refusal", "turned us down")]),
        ("They won't let us in", [("refusal", "won't let")]),
        ("We are not allowed to", [("refusal", "not allowed")]),
        (
            "Nobody came, and they would not pay.",
            [("absence", "Nobody"), ("refusal", "would not pay")],
        ),
        ("Not yet paid.", [("negation", "Not yet paid")]),
    ],
)
def test_they_fire(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "We sit on the board and are heard.",
        "A noted nobleman knows nowadays' notes.",
        "No doubt they pay.",
        "The knot of nothingness",
        "",
    ],
)
def test_they_stay_quiet(text: str) -> None:
    assert told(text) == []


@given(
    st.lists(
        st.sampled_from(("nobody", "not", "never", "no", "won't", "let", "pay", "refused", "any"))
    )
)
def test_none_lies_over_another_and_all_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    found = cues_in(text)
    assert all(0 <= cue.start < cue.end <= len(text) for cue in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
