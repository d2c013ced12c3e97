"""Subtitles as transcripts: WebVTT and SubRip, from which all but the speech is taken away."""

from __future__ import annotations

import re

from gapcheck.transcripts.layout import Layout, blank, laid_out, timed

_TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
_CUE = re.compile(
    # The line with the times, and the name or number of the cue above it.
    rf"^(?:(?P<id>(?![^\n]*-->)[^\n]*)\n)?(?P<line>[ \t]*(?P<from>{_TIME})[ \t]*-->[^\n]*)$",
    re.MULTILINE,
)
_BLOCK = re.compile(
    r"(?:\AWEBVTT|^[ \t]*\n(?:NOTE|STYLE|REGION))\b[^\n]*(?:\n[ \t]*[^\s][^\n]*)*", re.MULTILINE
)
VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+(?P<name>[^>\n]{1,80})>")
"""The mark of a subtitle for the web before the words of somebody who is named in it."""
_TAG = re.compile(r"</?[a-zA-Z][^>\n]{0,120}>|<\d[\d:.]*>|\{\\[^}\n]{0,40}\}")


def captioned(text: str, *, web: bool) -> Layout:
    """The speech of subtitles; the time of each cue is kept with the place where it begins.

    Only those for the web have blocks that are no cues.
    """
    speech, stamps = uncued(text, web=web)
    voices = frozenset(one["name"].strip() for one in VOICE.finditer(text))
    rest = laid_out(speech)
    return Layout(rest.speech, stamps, rest.labels | voices)


def uncued(text: str, *, web: bool) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Subtitles with blanks for all but what is shown, and the time of each with its place."""
    bare = _BLOCK.sub(_unless_cue, text) if web else text
    stamps = tuple((one.start("line"), timed(_whole(one["from"]))) for one in _CUE.finditer(bare))
    return _TAG.sub(blank, _CUE.sub(_cue, bare)), stamps


def _unless_cue(found: re.Match[str]) -> str:
    # A file may go on with its first cue without an empty line.
    head, arrow, _ = found[0].partition("-->")
    if not arrow:
        return blank(found)
    kept = head.rfind("\n") + 1
    return re.sub(r"[^\n]", " ", found[0][:kept]) + found[0][kept:]


def _cue(found: re.Match[str]) -> str:
    """Blanks for the line with the times, and for the line above where that names the cue."""
    above = found["id"]
    whole = found[0]
    if above is None:
        return " " * len(whole)
    named = not above.strip() or above.strip().isdigit() or _alone(found)
    head = " " * len(above) if named else above
    return f"{head}\n{' ' * (len(whole) - len(above) - 1)}"


def _alone(found: re.Match[str]) -> bool:
    """Whether an empty line stands before the line above, so that it is no speech."""
    start, text = found.start("id"), found.string
    return not text[text.rfind("\n", 0, max(0, start - 1)) + 1 : start].strip()


def _whole(clock: str) -> str:
    return re.split(r"[.,]", clock)[0]
