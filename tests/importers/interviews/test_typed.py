"""Typed transcripts with their oddities: which lines are turns, and of whom."""

from __future__ import annotations

import pytest

from gapcheck.model.unfit import Unfit

from .shown import document, read

TEXTS = {
    "a label alone on its line": ("P03:\nWe sat.\n\nINT:\nWhere?", "P03: We sat.\nINT: Where?"),
    "after a tab": ("P03\tWe sat.\nINT\tWhere?", "P03: We sat.\nINT: Where?"),
    "every label once": ("Anna B: We sat.\nBo C: Where?", "P01: We sat.\nP02: Where?"),
    "a label that is none": (
        "P03: We said\nCouncil: no.\nP03: So.",
        "P03: We said Council: no.\nP03: So.",
    ),
    "a note": (
        "P03: We sat.\nNote: door open.\nP03: So.",
        "P03: We sat. Note: door open.\nP03: So.",
    ),
    "speech before a colon": (
        "P03: We sat.\nso they said: no.\nso they said: no.\nso they said: no.",
        "P03: We sat. so they said: no. so they said: no. so they said: no.",
    ),
    "small letters": (
        "bo: We sat.\nbo: So.\nbo: No.\nP: Oh.",
        "P01: We sat.\nP01: So.\nP01: No.\nP: Oh.",
    ),
    "times in the middle": ("P03: We sat. [00:01:10] Then we left.", "P03: We sat. Then we left."),
    "a time that is none": ("P03: We sat\nuntil 9:30\nP03: So.", "P03: We sat until 9:30 So."),
    "rules": ("P03: We sat.\n-----\n* * *\nINT: Where?", "P03: We sat.\nINT: Where?"),
    "many blanks": (f"P03:{' ' * 200}We{' ' * 200}sat.", "P03: We sat."),
    "halves of a sentence": (
        "P03: We sat,\nP03: all day.\nP03: So.",
        "P03: We sat, all day.\nP03: So.",
    ),
    "lines without labels": (
        "We sat.\nWe left.\nNobody came.",
        "We sat.\n\nWe left.\n\nNobody came.",
    ),
    "wrapped lines": (
        "We sat there and\nwatched. So we\nleft.",
        "We sat there and watched. So we left.",
    ),
    "names in brackets": ("[Anna B]: We sat.\n[Bo C]: Where?", "P01: We sat.\nP02: Where?"),
    "names in brackets alone": (
        "[P1] We sat.\n\n[id2] Where?\nAnd when?\n\n[laughs] Well.\n\n[P1] Here.\n\n{id3} No.",
        "P1: We sat.\nP02: Where? And when? [laughs] Well.\nP1: Here.\nP03: No.",
    ),
    "names in brackets alone, a line each": (
        "[Anna B] We sat.\n[Bo C] Where?\n[Anna B] Here.",
        "P01: We sat.\nP02: Where?\nP01: Here.",
    ),
    "sounds in brackets": (
        "[laughs] We sat.\n\n[laughs] Where?\n\n[pause] Here.",
        "[laughs] We sat.\n\n[laughs] Where?\n\n[pause] Here.",
    ),
    "a few words in brackets": (
        "[sic] We sat.\n\nWhere?\n\n[sic] Here.\n\nThere.",
        "[sic] We sat.\n\nWhere?\n\n[sic] Here.\n\nThere.",
    ),
    "a time before, unboxed": (
        "14:20 Anna B: We sat.\n14:25 Bo C: Oh.",
        "[00:14:20] P01: We sat.\n[00:14:25] P02: Oh.",
    ),
    "lines with times alone": (
        "[00:01:10] Right\n[00:01:12] We sat.",
        "[00:01:10] Right We sat.",
    ),
    "somebody who speaks once": (
        "P03: We sat.\nDora: No.\nP03: So.\n\nBodo: Oh",
        "P03: We sat.\nP01: No.\nP03: So.\nP02: Oh",
    ),
    "a line that goes on with a name": (
        "P03: We met\nDora: she said no.\nP03: So.",
        "P03: We met Dora: she said no.\nP03: So.",
    ),
    "a time and a name above": (
        "(00:12) Anna B\nWe sat.\n(00:15) Bo C\nOh no.\n(00:18) Anna B\nYes.\n(00:20) Bo C\nNo.",
        "[00:00:12] P01: We sat.\n[00:00:15] P02: Oh no.\n"
        "[00:00:18] P01: Yes.\n[00:00:20] P02: No.",
    ),
    "a name above at the end": (
        "(00:12) P03\nWe sat.\n\n(00:15) INT\n",
        "[00:00:12] P03: We sat. INT",
    ),
}


@pytest.mark.parametrize(("text", "written"), TEXTS.values(), ids=TEXTS)
def test_turns(text: str, written: str) -> None:
    assert document(read(text)).text == written + "\n"


@pytest.mark.parametrize("text", ["", "\n\n", "P03:\nINT:\n", "-----", "[00:01:10]"])
def test_nothing_said(text: str) -> None:
    with pytest.raises(Unfit, match="No word of speech"):
        read(text)


def test_too_many_people() -> None:
    text = "".join(f"N{chr(97 + n % 26)}{chr(97 + n // 26)} M: Oh.\n" * 2 for n in range(301))
    with pytest.raises(Unfit, match="More than 300 names"):
        read(text)


ANSWERS = {
    "a murmur after a statement": ("INT: I see.\nP03: Yeah.", []),
    "an answer": ("INT: Do you vote?\nP03: Yeah.", [("Yeah.", "Do you vote?")]),
    "a denial": ("INT: I see.\nP03: No.", [("No.", "I see.")]),
    "no answer": ("INT: Do you vote?\nP03: Mm.", []),
    "many murmurs": ("INT: I see.\nP03: Yeah, yeah, mm, okay.", []),
    "more than a murmur": ("INT: I see.\nP03: Yeah, we do.", [("Yeah, we do.", "I see.")]),
    "a long row of them": ("INT: I see.\nP03: " + "Yeah. " * 60, None),
    "no word": ("INT: Do you vote?\nP03: [laughs]", []),
    "two questions": ("INT: Well.\nINT: Do you?\nP03: We do.", [("We do.", "Well. Do you?")]),
    "a murmur is no question": (
        "INT: Do you?\nP03: We do.\nINT: Mm.\nP03: Often.",
        [("We do.", "Do you?"), ("Often.", "Do you?")],
    ),
    "a murmur within": (
        "INT: Do you?\nP03: We do,\nINT: Mm-hm.\nP03: often.",
        [("We do, [INT: Mm-hm] often.", "Do you?")],
    ),
    "a murmur with brackets": (
        "INT: Do you?\nP03: We do,\nINT: Mm [laughs].\nP03: often.",
        [("We do,", "Do you?"), ("often.", "Do you?")],
    ),
    "two murmurs within": (
        "P03: We do\nINT: Mm.\nP03: or did\nINT: Yeah.\nP03: often.",
        [("We do [INT: Mm] or did [INT: Yeah] often.", "")],
    ),
    "a question within": (
        "P03: We do,\nINT: Often?\nP03: often.",
        [("We do,", ""), ("often.", "Often?")],
    ),
}


@pytest.mark.parametrize(("text", "told"), ANSWERS.values(), ids=ANSWERS)
def test_what_is_evidence(text: str, told: list[tuple[str, str]] | None) -> None:
    found = document(read(text))
    if told is None:
        assert len(found.passages) == 1
    else:
        assert [(p.text, p.asked) for p in found.passages] == told


def test_murmurs_are_counted() -> None:
    found = read("P03: We do\nINT: Mm.\nP03: often.\nINT: I see it.\nP03: Yeah.\nP03: [laughs]")
    told = {one.what: (str(one.fate), one.count) for one in found.brought.tallies}
    assert told["turns that only say that somebody listens"] == ("left out", 2)
    assert told["turns without a word"] == ("left out", 1)
    assert told["passages"] == ("taken", 1)
    assert told["turns of whoever asks"] == ("taken", 1)


def test_long_turns_have_times_of_their_own() -> None:
    said = " ".join(f"[00:{n:02}:00] We sat there on day {n} and then we left." for n in range(20))
    found = document(read(f"P03: {said}\nINT: I see."))
    assert [(p.at, len(p.text.split())) for p in found.passages] == [
        ("00:00:00", 100),
        ("00:10:00", 100),
    ]
    assert [line[:14] for line in (found.text or "").splitlines()] == [
        "[00:00:00] P03",
        "[00:10:00] We ",
        "[00:19:00] INT",
    ]


def test_a_passage_that_no_study_can_hold() -> None:
    found = read(f"P03: We sat.\nP03: {'sat' * 30_000}.")
    (mishap,) = found.brought.mishaps
    assert (mishap.where, mishap.message) == (
        "line 2",
        "a passage has 90,001 characters, and a text of a study at most 65,536",
    )
