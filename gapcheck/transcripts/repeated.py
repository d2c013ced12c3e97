"""Words that stand in a transcript several times, and which of the places an excerpt means."""

from __future__ import annotations

import re

from gapcheck.transcripts.alike import Passage, everywhere, exact
from gapcheck.transcripts.layout import timed
from gapcheck.transcripts.transcript import Transcript

_CLOCK = re.compile(r"\[?\s*(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*\]?")


def repeated(part: str, transcript: Transcript, at: str = "") -> Passage | None:
    """Where a part stands word for word: nearest to the time that is told, else first."""
    clock = _CLOCK.fullmatch(at.strip())
    if not clock or not transcript.stamps:
        return exact(part, transcript.words.row)
    wanted = _seconds(timed(clock[1]))
    return min(
        everywhere(part, transcript.words.row),
        key=lambda one: (_distance(one, transcript, wanted), one.first),
        default=None,
    )


def _distance(one: Passage, transcript: Transcript, wanted: int) -> int:
    start, _ = transcript.words.span(one.first, one.last)
    return abs(_seconds(transcript.time(start) or "0:0:0") - wanted)


def _seconds(clock: str) -> int:
    hours, minutes, seconds = map(int, clock.split(":"))
    return 3600 * hours + 60 * minutes + seconds
