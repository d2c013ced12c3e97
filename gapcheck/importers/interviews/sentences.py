"""Where sentences of speech end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.importers.interviews.known_words import ABBREVIATIONS, COUNTED
from gapcheck.transcripts.layout import blank
from gapcheck.transcripts.marks import BRACKET

_STOP = re.compile(
    r"(?P<stop>[.?!…]+|[。？！])(?P<close>[\"'”’»)\]]*)(?=\s+(?P<next>\S+)|[^\x00-\u2fff])"
)
_WORD = re.compile(r"[^\s\"'“‘(\[]*\Z")
_LETTERS = re.compile(r"(?:\w\.)+\w")
_CLOSED = re.compile(r"(?<![.…])[.?!][\"'”’»)\]]*\s*\Z")
_OPENING = "\"'“‘([-–—*"


def sentence_ends(words: str) -> Iterator[int]:
    """The places behind the full stops of all sentences but the last."""
    # What an editor put in brackets is not looked into.
    bare = BRACKET.sub(blank, words)
    for found in _STOP.finditer(bare):
        if _is_end(bare, found):
            yield found.end()


def unfinished(words: str) -> bool:
    """Whether words break off before their sentence ends."""
    return not _CLOSED.search(BRACKET.sub(blank, words).rstrip())


def _is_end(bare: str, found: re.Match[str]) -> bool:
    after = (found["next"] or "").lstrip(_OPENING)
    stop = found["stop"]
    if stop in "。？！":
        return True
    if after[:1].islower():
        # `"Really?" she said`, `approx. two`.
        return False
    if stop == "…" or (len(stop) > 1 and set(stop) <= {".", "…"}):
        # Somebody pauses, and goes on with "I" as likely as with a new sentence.
        return after.rstrip(",") not in ("", "I", "I'm", "I’m", "I'd", "I’d", "I've", "I’ve")
    return stop != "." or not _abbreviated(bare, found.start(), after)


def _abbreviated(bare: str, place: int, after: str) -> bool:
    """Whether a full stop belongs to the word before it: `Dr.`, `J.`, `No. 5`, `a.m.`."""
    found = _WORD.search(bare, max(0, place - 20), place)
    word = found[0].strip(",;:").casefold() if found else ""
    if len(word) == 1 and word.isalpha() and found and found[0][-1:].isupper():
        return word != "i"
    if _LETTERS.fullmatch(word):
        return True
    return word in ABBREVIATIONS or (word in COUNTED and after[:1].isdigit())
