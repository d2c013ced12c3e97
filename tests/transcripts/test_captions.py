"""Subtitles: what is speech in them, and when it was said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.transcripts.captions import captioned

from .spoken import made

WEB = """\
WEBVTT - made by a program
Kind: captions

NOTE this was made
by hand

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:04.000 align:start
<v Interviewer>So how do the <i>papers</i> reach you?</v>

intro
00:00:04.500 --> 00:00:09.000
<v.loud P03>They reach us the <00:00:05.000>night
before the meeting, 19 of 38 times.

00:14.000 --> 00:16.000
NOTE that nobody reads them.
"""
SUBRIP = """\
1
00:00:01,000 --> 00:00:04,000
So how do the papers reach you?

2
00:00:04,500 --> 00:00:09,000
{\\an8}NOTE that they reach us the night
before the meeting.

3
01:00:04,500 --> 01:00:09,000
P03: Nobody reads them. [laughs]
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_for_the_web(end: str) -> None:
    text = WEB.replace("\n", end)
    transcript = made(text, "transcripts/int.vtt")
    assert transcript.words.row == (
        " so how do the papers reach you they reach us the night before the meeting 19 of 38 times "
        "note that nobody reads them "
    )
    assert [(clock, text[at : at + 9]) for at, clock in transcript.stamps] == [
        ("00:00:01", "00:00:01."),
        ("00:00:04", "00:00:04."),
        ("00:00:14", "00:14.000"),
    ]


def test_subrip() -> None:
    transcript = made(SUBRIP, "transcripts/int.SRT")
    assert transcript.words.row == (
        " so how do the papers reach you note that they reach us the night before the meeting "
        "nobody reads them "
    )
    assert [clock for _, clock in transcript.stamps] == ["00:00:01", "00:00:04", "01:00:04"]


ODD = {
    "no empty line before the first cue": ("WEBVTT\n00:01.000 --> 00:02.000\nWe sat.\n", "We sat."),
    "no empty line between cues": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nWe sat.\n00:02.000 --> 00:03.000\nThere.\n",
        "We sat. There.",
    ),
    "a cue without words": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n00:02.000 --> 00:03.000\nThere.\n",
        "There.",
    ),
    "a comment that shows a cue": (
        "WEBVTT\n\nNOTE gone\n00:01.000 --> 00:02.000\nWe sat.\n",
        "We sat.",
    ),
    "a long name of a cue": (
        "WEBVTT\n\nf3a-9b/12-0\n00:01.000 --> 00:02.000\n<v Anna Example>We sat.</v>\n",
        "We sat.",
    ),
    "one figure for hours": ("WEBVTT\n\n0:0:1.340 --> 0:0:2.320\nWe sat.\n", "We sat."),
    "no head": ("00:01.000 --> 00:02.000\nWe sat.\n", "We sat."),
    "less than": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nWe were < 12 and > 3.\n",
        "We were < 12 and > 3.",
    ),
    "no cue at all": ("We sat.", "We sat."),
}


@pytest.mark.parametrize(("text", "speech"), ODD.values(), ids=ODD)
def test_odd_ones(text: str, speech: str) -> None:
    found = captioned(text, web=True)
    assert " ".join(found.speech.split()) == speech
    assert len(found.speech) == len(text)


def test_names_of_voices_are_known_to_quotes() -> None:
    assert captioned(WEB, web=True).labels == {"Interviewer", "P03"}


PIECES = st.sampled_from(
    [
        "WEBVTT",
        "NOTE",
        "00:01.000",
        " --> ",
        "\n",
        "\n\n",
        "12",
        "sat",
        "<v P03>",
        "</v>",
        "{\\an8}",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.booleans())
def test_nothing_moves(text: str, web: bool) -> None:
    found = captioned(text, web=web)
    assert len(found.speech) == len(text)
    assert all(new in (old, " ") for new, old in zip(found.speech, text, strict=True))
    assert found.speech.count("\n") == text.count("\n")
