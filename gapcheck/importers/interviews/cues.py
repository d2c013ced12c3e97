"""The turns of subtitles, by the voices that are marked or named in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from itertools import groupby

from gapcheck.importers.interviews.head import read_head
from gapcheck.importers.interviews.leads import Said, led, topped
from gapcheck.importers.interviews.script import Script
from gapcheck.importers.interviews.sheet import Lines
from gapcheck.importers.interviews.turn import Piece, Turn, turn_of
from gapcheck.model.unfit import Unfit
from gapcheck.transcripts.captions import VOICE, uncued

UNKNOWN = "Unknown"
"""Whoever speaks before the first voice that is named."""

_ARROW = re.compile(r"^[^\n]*-->[^\n]*$", re.MULTILINE)


Named = Callable[[list[Said]], list[Said]]


def subtitled(text: str, *, web: bool) -> Script:
    """The turns of a file of subtitles; Unfit where there is not one caption."""
    return _script(text, led, web=web)


def embedded(text: str) -> Script | None:
    """The turns of captions in a text, each with a name on its first line; None without any."""
    few = sum(1 for _ in zip(_ARROW.finditer(text), range(2), strict=False)) < 2
    return None if few else _script(text, topped, web=False)


def _script(text: str, named: Named, *, web: bool) -> Script:
    speech, stamps = uncued(text, web=web)
    if not stamps:
        raise Unfit(
            "no caption was found in it",
            "A caption begins with its times, as in `00:00:01.000 --> 00:00:04.000`, and what is "
            "said stands on the lines below.",
        )
    lines = Lines(text)
    spoiled = tuple(lines.number(one.start()) for one in _ARROW.finditer(speech))
    speech = _ARROW.sub(lambda found: " " * len(found[0]), speech)
    said = list(_said(text, speech, stamps, lines))
    if not any(one.voice for one in said):
        said = named(said)
    head = read_head(speech[: stamps[0][0]].splitlines())
    known = any(one.voice for one in said)
    turns = tuple(_turns(said, UNKNOWN if known else ""))
    return Script(turns, head, known, spoiled=spoiled, running=True)


def _said(
    text: str, speech: str, stamps: tuple[tuple[int, str], ...], lines: Lines
) -> Iterator[Said]:
    voices = [(one.start(), one["name"].strip()) for one in VOICE.finditer(text)]
    places = [(place, time, None) for place, time in stamps]
    marks = sorted([*places, *((place, "", name) for place, name in voices)], key=lambda m: m[0])
    time, voice = "", ""
    stops = [*(mark[0] for mark in marks[1:]), len(speech)]
    for (start, clock, name), stop in zip(marks, stops, strict=True):
        if name is None:
            time, voice = clock, ""
        else:
            voice = unescape(name)
        yield from _lines(Said(voice, "", time), speech, start, stop, lines)


def _lines(one: Said, speech: str, start: int, stop: int, lines: Lines) -> Iterator[Said]:
    words = speech[start:stop]
    if not words.strip():
        return
    number = lines.number(start)
    kept = [
        (number + more, plain)
        for more, line in enumerate(words.split("\n"))
        if (plain := " ".join(unescape(line).split()))
    ]
    for count, (line, plain) in enumerate(kept, 1):
        yield replace(one, words=plain, line=line, first=count == 1, last=count == len(kept))


def _turns(said: list[Said], unknown: str) -> Iterator[Turn]:
    """What one voice says until another does; a line without a voice goes on with the last one."""
    voice = unknown
    owned: list[tuple[str, Said]] = []
    for one in said:
        voice = one.voice or voice
        if one.words:
            owned.append((voice, one))
    for label, group in groupby(owned, key=lambda pair: pair[0]):
        yield turn_of(label, [Piece(one.words, one.time, one.line) for _, one in group])
