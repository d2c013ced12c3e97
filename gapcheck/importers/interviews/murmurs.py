"""Turns that say no more than that somebody listens, and those without a word."""

from __future__ import annotations

import re

from gapcheck.importers.interviews.known_words import ANSWERS, MURMURS
from gapcheck.transcripts.layout import blank
from gapcheck.transcripts.marks import BRACKET, SOUND

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FEW = 6


def spoken(words: str) -> list[str]:
    """The words of a turn, without what an editor noted."""
    bare = SOUND.sub(blank, BRACKET.sub(blank, words))
    return [found[0].casefold() for found in _WORD.finditer(bare)]


def is_murmur(words: str, asked: str) -> bool:
    """Whether a turn is `Mm.` or `Yeah, yeah.`, and answers no question put just before."""
    if len(words) > 200:
        return False
    said = spoken(words)
    if not said or len(said) > _FEW or not MURMURS.issuperset(said):
        return False
    question = asked.rstrip("\"'”’) ").endswith("?")
    return not (question and ANSWERS.intersection(said))
