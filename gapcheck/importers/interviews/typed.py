"""The turns of a transcript that was typed, by the names before them."""

from __future__ import annotations

import re

from gapcheck.importers.interviews.boxes import unboxed
from gapcheck.importers.interviews.head import read_head
from gapcheck.importers.interviews.named import named_in
from gapcheck.importers.interviews.script import Script
from gapcheck.importers.interviews.sheet import Sheet
from gapcheck.importers.interviews.turn import turn_of
from gapcheck.importers.interviews.unnamed import paragraphs
from gapcheck.transcripts.layout import STAMP, blank, timed

_BOXED = re.compile(
    r"^[ \t]*\[(?P<name>[^\W\d_][^\[\]\n:]{0,60})\](?=[ \t]*:|[ \t]+\d{1,2}:\d{2})", re.MULTILINE
)
_LEADING = re.compile(
    r"^[ \t]*(?P<clock>\d{1,2}:\d{2})(?=[ \t]+[^\W\d_a-z][^\n:\t]{0,38}:\s)", re.MULTILINE
)
_PROGRAM = re.compile(
    r"^[^\n]{0,80}\b(?:started|stopped) transcription[ \t]*$"
    r"|^[ \t]*transcribed by (?:https?://)?[\w.]*otter\.ai[^\n]*$",
    re.MULTILINE | re.IGNORECASE,
)
_SPACES = re.compile(r"[ \t\u00a0]{3,}")


def typed(text: str) -> Script:
    """The turns of a text; where nobody is named in it, its paragraphs are."""
    # So many blanks tell nothing, and looking for names in them takes long.
    text = _SPACES.sub("  ", _PROGRAM.sub(blank, text))
    text = _BOXED.sub(lambda found: found[0].replace("[", " ").replace("]", " "), text)
    text, boxed = unboxed(text)
    stamps = [
        (one.start(), timed(next(filter(None, one.groups())))) for one in STAMP.finditer(text)
    ]
    timeless = STAMP.sub(blank, text)
    stamps += [(one.start(), timed(one["clock"])) for one in _LEADING.finditer(timeless)]
    sheet = Sheet(_LEADING.sub(blank, timeless), tuple(sorted(stamps)))
    named, once = named_in(sheet, boxed)
    if not named:
        return paragraphs(sheet)
    sheet = sheet.with_stamps((one.start, one.time) for one in named if one.time)
    stops = [*(one.start for one in named[1:]), len(text)]
    turns = (
        turn_of(one.name, [*sheet.pieces(one.end, stop)])
        for one, stop in zip(named, stops, strict=True)
    )
    head = read_head(text[: named[0].start].splitlines())
    return Script(tuple(turn for turn in turns if turn.words), head, once=once)
