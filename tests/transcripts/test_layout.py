"""What is taken away from a plain transcript before words are compared, and what must stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.transcripts.layout import laid_out, naming, unlabelled

SPOKEN = {
    "names before turns": (
        "Anna: We sat.\nBo: Where?\nAnna: There.\nBo: Oh.",
        "We sat. Where? There. Oh.",
    ),
    "a role that stands once": ("Interviewer: Where?\nThere.", "Where? There."),
    "a code": ("P03: We sat.", "We sat."),
    "a role with a number": ("Speaker 1: We sat.", "We sat."),
    "bold, in Markdown": ("**P03:** We *never* sat.\n- P03: No.", "We *never* sat. No."),
    "after a tab": ("P03\tWe sat.\nINT\tWhere?", "We sat. Where?"),
    "a colon in speech": ("So he said: we sat.", "So he said: we sat."),
    "an address": ("https: //x\nhttp://example.org is it", "https: //x http://example.org is it"),
    "a colon later in the line": ("P03: He said this: we sat.", "He said this: we sat."),
    "boxed times": ("[00:01:10] We (1:10) sat <00:02> there [1:02:03.5].", "We sat there ."),
    "times of a program": ("We sat #00:01:10-5# there #00:01:12#", "We sat there"),
    "a time before a turn": ("00:01:10 P03: We sat.", "We sat."),
    "a time alone on its line": ("14:20\nWe sat.", "We sat."),
    "a time in speech": (
        "9:30 is when we sat, at 10:15 or so",
        "9:30 is when we sat, at 10:15 or so",
    ),
    "a name with a time behind it": (
        "Anna Example  0:12\nWe sat.\nBo Example  0:15\nWhere?\nAnna Example  1:00:12\nThere."
        "\nBo Example 1:00:14\nOh.",
        "We sat. Where? There. Oh.",
    ),
    "a line of speech that ends in a time": ("We sat until 9:30", "We sat until 9:30"),
    "a name with a time in brackets": ("Speaker 1 (00:14): We sat.", "We sat."),
    "marks": ("We [laughs] sat [pause 3 seconds] there (laughs).", "We sat there ."),
    "sounds in other brackets": (
        "We (long pause) sat ((laughter)) there *sighs* <inaudible 00:12>.",
        "We sat there .",
    ),
    "brackets of speech": (
        "We (the board) sat (laughing stock that we are).",
        "We (the board) sat .",
    ),
    "a bracket that does not end": ("We [sat\nthere] then", "We [sat there] then"),
    "a long bracket": (f"We [{'sat ' * 40}] there", f"We [{'sat ' * 40}] there"),
}


@pytest.mark.parametrize(("text", "speech"), SPOKEN.values(), ids=SPOKEN)
def test_what_is_left(text: str, speech: str) -> None:
    laid = laid_out(text)
    assert " ".join(laid.speech.split()) == " ".join(speech.split())
    assert len(laid.speech) == len(text)


def test_the_times_and_where_they_stand() -> None:
    text = "[1:10] a\n#00:02:00-1# b\n00:03:00 P03: c\n14:20\nd\nP03  15:20\ne\nP03  16:20\n"
    assert laid_out(text).stamps == (
        (0, "00:01:10"),
        (text.index("#"), "00:02:00"),
        (text.index("00:03"), "00:03:00"),
        (text.index("14:20"), "00:14:20"),
        (text.index("P03  15"), "00:15:20"),
        (text.index("P03  16"), "00:16:20"),
    )


def test_the_names() -> None:
    text = "Anna: a\nAnna: b\nP03: c\nSo I said: d\nModerator: e\nCh: f\nwoman: g"
    assert laid_out(text).labels == {"Anna", "P03", "Moderator"}


@pytest.mark.parametrize(
    ("quote", "left"),
    [
        ("P03: We sat. Anna B: Where?", "We sat. Where?"),
        ("We sat, P03 said: where?", "We sat, P03 said: where?"),
        ("XP03: We sat.", "XP03: We sat."),
        ("We sat [00:01:10] there.\nAnna B:\nWhere?", "We sat there. Where?"),
    ],
)
def test_a_quote_without_names_and_times(quote: str, left: str) -> None:
    names = naming({"P03", "Anna B", "Anna", "a.b("})
    assert " ".join(unlabelled(quote, names).split()) == left


def test_a_quote_where_no_names_are_known() -> None:
    assert naming(()) is None
    assert unlabelled("P03: We sat.", None) == "P03: We sat."


PIECES = st.sampled_from(
    [
        "P03",
        "Anna",
        ":",
        "\t",
        " ",
        "\n",
        "[",
        "]",
        "(laughs)",
        "00:01:10",
        "#",
        "1:10",
        "sat",
        "*",
        "é",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_nothing_moves(text: str) -> None:
    laid = laid_out(text)
    assert len(laid.speech) == len(text)
    assert all(new in (old, " ") for new, old in zip(laid.speech, text, strict=True))
    assert [one for one in laid.speech if one == "\n"] == [one for one in text if one == "\n"]
    assert list(laid.stamps) == sorted(laid.stamps)
