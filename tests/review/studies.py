"""A study in which six excerpts wait, and a sitting over it with a clock that the test sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from load.studies import INT, LSP, SOUND, write

from gapcheck.analysis import prepare
from gapcheck.review.opening import turns_of
from gapcheck.review.turns import Turns

TODAY = date(2026, 11, 24)
TALK = "evidence/north/talk.yaml"
CLOSED = "evidence/north/closed.yaml"
WAITING: Mapping[str, str | bytes | None] = {
    **SOUND,
    TALK: """\
        source: talk          # typed on the train
        kind: focus-group
        date: 2004-06-01
        speakers:
          - {id: A, sector: vcs, role: officer}
          - {id: B, sector: council, role: clerk}
        consent: v2
        excerpts:
          - id: t1
            at: "00:01:10"
            speaker: A
            text: >
              We never had seats on the board, and nobody voted for us.
          # two at once
          - {id: t2, speaker: B, text: "The papers are sent a week ahead, in time."}
          - id: t3
            speaker: A
            text: We brought biscuits.
            barriers: [late papers]
          - id: t4
            speaker: A
            text: Our seats were given to the council, and the papers came late.
        """,
    CLOSED: """\
        source: closed
        kind: interview
        date: 2004-07-01
        speaker: {id: Q, sector: vcs, role: officer}
        consent: {quote: none}
        words: notes
        excerpts:
          - id: c1
            text: Says the papers arrive after the meeting.
            memo: Asked twice.
          - id: c2
            text: Ble mae'r papurau?
        """,
}


TRANSCRIPT = "transcripts/talk.txt"
SPOKEN: Mapping[str, str | bytes | None] = {
    **WAITING,
    TALK: str(WAITING[TALK]).replace(
        "consent: v2", "consent: v2\n        transcript: transcripts/talk.txt"
    ),
    TRANSCRIPT: (
        "[00:01:10]\nINTERVIEWER: Thank you for coming.\nINTERVIEWER: And seats?\n"
        "A: We never had seats on the board, and nobody voted for us.\n"
        "INTERVIEWER: I see.\nA: Yes.\nA: Well.\n[00:02:00]\n"
        "A: Our seats were all given to the council and the papers came in late.\n"
    ),
}
"""The same with the transcript of one source."""


@dataclass
class Clock:
    """Seconds that pass only when a test says so."""

    now: float = 0

    def __call__(self) -> float:
        return self.now


def sat_down(
    root: Path, files: Mapping[str, str | bytes | None] = WAITING, coder: str = "", top: int = 5
) -> Turns:
    """A sitting over all that waits in the study, laid below `root`."""
    turns = turns_of(root, prepare(write(root, files), today=TODAY, top=top, coder=coder), coder)
    turns.clock, turns.moments = Clock(), [0.0]
    return turns


def text(root: Path, file: str = TALK) -> str:
    return (root / file).read_text("utf-8")


__all__ = [
    "CLOSED",
    "INT",
    "LSP",
    "SPOKEN",
    "TALK",
    "TRANSCRIPT",
    "WAITING",
    "Clock",
    "sat_down",
    "text",
]
