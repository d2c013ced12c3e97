"""An invented interview, and what the tests ask of a transcript."""

from __future__ import annotations

from gapcheck.transcripts.locate import locate
from gapcheck.transcripts.located import Located
from gapcheck.transcripts.transcript import Transcript, prepared

INTERVIEW = """\
Interview with P03, 12 May 2004
Interviewer: So how do the papers reach you?  [00:01:10]

P03:  Well, the papers – if they come at all – reach us the night
before. I mean, we’re on the board, but [pause] the chairman decides,
um, what’s on the agenda and that's it (laughs). So I said: we can't
work like that; 19 of the 38 meetings were like that in 2003–04.

Interviewer: And did that change?
P03: No. No, no, it didn't. They said they'd look into it, and the co-
ordinator wrote to everybody, and then nothing. We never got an answer.
[00:14:20] P03: Yes, we do.
Interviewer: Right.
[00:15:02] P03: Yes, we do. I remember one evening when residents came with questions on transport.
"""


def made(text: str = INTERVIEW, name: str = "transcripts/int.txt") -> Transcript:
    """A transcript of this text."""
    return prepared(name, text.encode())


def found(quote: str, text: str = INTERVIEW, at: str = "") -> tuple[str, str]:
    """What came of a quote, and the words of the passage; empty where nothing is near."""
    one = locate(quote, made(text), at)
    return str(one.outcome), text[one.start : one.end]


def look_for(quote: str, text: str = INTERVIEW) -> Located:
    """Where a quote stands."""
    return locate(quote, made(text))
