"""A quote amid its lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.model.choices import Outcome
from gapcheck.transcripts.context import Context, context
from gapcheck.transcripts.locate import locate
from gapcheck.transcripts.located import Located

from .spoken import INTERVIEW, made

QUOTE = "We never got an answer."


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("lines", "before", "after"),
    [
        (0, "ordinator wrote to everybody, and then nothing. ", ".\n"),
        (
            1,
            "P03: No. No, no, it didn't. They said they'd look into it, and the co-\n"
            "ordinator wrote to everybody, and then nothing. ",
            ".\n[00:14:20] P03: Yes, we do.\n",
        ),
    ],
)
def test_so_many_lines(lines: int, before: str, after: str, end: str) -> None:
    transcript = made(INTERVIEW.replace("\n", end))
    around = context(transcript, locate(QUOTE, transcript), lines)
    assert around == Context(
        before.replace("\n", end), "We never got an answer", after.replace("\n", end)
    )


def test_the_whole_where_there_are_no_more_lines() -> None:
    transcript = made(INTERVIEW.rstrip("\n"))
    around = context(transcript, locate(QUOTE, transcript), 100)
    assert around.before + around.quote + around.after == INTERVIEW.rstrip("\n")


def test_what_is_only_near_can_be_shown_too() -> None:
    transcript = made()
    near = locate("They told us that they'd look into it some time", transcript)
    assert near.outcome is Outcome.MISSING
    assert "look into it" in context(transcript, near).quote


def test_nothing_to_show() -> None:
    with pytest.raises(ValueError, match="nothing was found that could be shown"):
        context(made(), Located(Outcome.MISSING))


def test_it_prints_no_word() -> None:
    transcript = made()
    assert repr(context(transcript, locate(QUOTE, transcript))) == "Context()"


@given(st.integers(0, 12), st.sampled_from(["the agenda", "Yes, we do.", "Right", "transport"]))
def test_the_three_parts_are_one_stretch_of_whole_lines(lines: int, quote: str) -> None:
    transcript = made()
    around = context(transcript, locate(quote, transcript), lines)
    whole = around.before + around.quote + around.after
    start = INTERVIEW.index(whole)
    assert start == 0 or INTERVIEW[start - 1] == "\n"
    assert whole.endswith("\n")
    assert around.before.count("\n") <= lines
