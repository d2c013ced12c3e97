"""Subtitles with their oddities: what is speech, whose it is, and what could not be read."""

from __future__ import annotations

import pytest

from gapcheck.model.unfit import Unfit

from .shown import document, read


def web(*cues: str) -> str:
    """WebVTT with these words, a second each."""
    made = (
        f"00:00:{number:02}.000 --> 00:00:{number:02}.900\n{cue}\n"
        for number, cue in enumerate(cues)
    )
    return "WEBVTT\n\n" + "\n".join(made)


TEXTS = {
    "two voices in one": (
        web("<v Bo>We sat.</v> <v Anna>Oh.</v>"),
        "[00:00:00] P01: We sat.\nP02: Oh.",
    ),
    "a voice that goes on": (
        web("<v Bo>We sat", "and left.</v>"),
        "[00:00:00] P01: We sat and left.",
    ),
    "nobody at first": (
        web("We sat.", "<v Bo>Oh."),
        "[00:00:00] Unknown: We sat.\n[00:00:01] P01: Oh.",
    ),
    "signs written out": (web("P03: A &amp; B &lt;3&nbsp;now"), "[00:00:00] P03: A & B <3 now"),
    "two in one by lines": (
        web("- P03: We sat.\n- INT: Where?"),
        "[00:00:00] P03: We sat.\nINT: Where?",
    ),
    "arrows before names": (web(">> Bo: We sat.", ">> Bo: Oh."), "[00:00:00] P01: We sat. Oh."),
    "a telephone": (
        web("+44 700 900 000: We sat.", "Bo: Oh.", "Bo: No."),
        "[00:00:00] P01: We sat.\n[00:00:01] P02: Oh. No.",
    ),
    "every name once": (
        web("Anna B: We sat.", "Bo C: Oh."),
        "[00:00:00] P01: We sat.\n[00:00:01] P02: Oh.",
    ),
    "a colon in speech": (
        web("The question is: why?", "Nobody knew.", "So we left."),
        "[00:00:00] The question is: why? Nobody knew. So we left.",
    ),
    "a label amid few": (
        web("P03: We sat.", "And left.", "Bo: Oh.", "As it was"),
        "[00:00:00] P03: We sat. And left.\n[00:00:02] P01: Oh. As it was",
    ),
    "empty ones": (web("P03: We sat.", "", "P03:", "P03: Oh."), "[00:00:00] P03: We sat. Oh."),
    "notes": (
        web("P03: We sat.") + "\nNOTE door open\n\nSTYLE\n::cue {}\n",
        "[00:00:00] P03: We sat.",
    ),
}


@pytest.mark.parametrize(("text", "written"), TEXTS.values(), ids=TEXTS)
def test_turns(text: str, written: str) -> None:
    assert document(read(text, "a.vtt")).text == written + "\n"


def test_lines_before_the_first_caption() -> None:
    found = read(
        "Board talk\nDate: 12 May 2004\n\n1\n00:00:01,000 --> 00:00:02,000\nWe sat.", "a.srt"
    )
    assert document(found).text == "[00:00:01] We sat.\n"
    assert dict(document(found).fields) == {"date": "2004-05-12"}


def test_times_that_cannot_be_read() -> None:
    bad = [f"x{number} --> 00:00:02.000\nWe sat on {number}.\n" for number in range(25)]
    found = read(web("P03: We left.") + "\n" + "\n".join(bad), "a.vtt")
    assert [one.where for one in found.brought.mishaps] == [f"line {6 + 3 * n}" for n in range(20)]
    first, *_, last = found.brought.mishaps
    assert first.message == "the times of a caption could not be read"
    assert last.message == (
        "the times of a caption could not be read; nor could those of 5 further ones"
    )
    assert "00:00:01.000 --> 00:00:04.000" in first.help
    assert (document(found).text or "").startswith("[00:00:00] P03: We left. We sat on 0. We sat")


@pytest.mark.parametrize("name", ["a.vtt", "a.srt"])
def test_no_caption(name: str) -> None:
    with pytest.raises(Unfit) as caught:
        read("WEBVTT\n\nP03: We sat.\nx --> y\n", name)
    assert caught.value.message == "no caption was found in it"
    assert "-->" in caught.value.help


EMBEDDED = {
    "names above": ("Anna B\nWe sat.", "Bo C\nOh.", "Anna B\nAnd left.", "Bo C\nSo."),
    "names before": ("Anna B: We sat.", "Bo C: Oh.", "Anna B: And left.", "Bo C: So."),
}


@pytest.mark.parametrize("cues", EMBEDDED.values(), ids=EMBEDDED)
def test_captions_in_a_document(cues: tuple[str, ...]) -> None:
    assert document(read(web(*cues).removeprefix("WEBVTT\n"))).text == (
        "[00:00:00] P01: We sat.\n[00:00:01] P02: Oh.\n"
        "[00:00:02] P01: And left.\n[00:00:03] P02: So.\n"
    )
