"""A transcript made ready once, so that many quotes can be looked for in it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from hashlib import sha256
from operator import itemgetter

from gapcheck.source.files import Unreadable
from gapcheck.transcripts.captions import captioned
from gapcheck.transcripts.layout import laid_out, naming
from gapcheck.transcripts.words import Words, words_of

_LINE_END = re.compile("\n")
_CAPTIONS = (".vtt", ".srt")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
DISGUISED = (
    (b"PK\x03\x04", "a Word or OpenDocument file by another name"),
    (b"%PDF", "a PDF by another name"),
    (b"{\\rtf", "a rich text by another name"),
)
"""How files begin that are no plain text, and what they are."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """A full text: its path in the study, the hash of its bytes, its characters and its words.

    Places in it are counted in code points of `text`, which is the file without a byte-order
    mark; `lines` are those at which its lines begin. `stamps` are the times in it, each with its
    place, in the order of the text.
    """

    path: str
    sha256: str
    text: str = field(repr=False)
    words: Words = field(repr=False)
    lines: array[int] = field(repr=False)
    stamps: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    names: re.Pattern[str] | None = field(default=None, repr=False, compare=False)

    def position(self, place: int) -> tuple[int, int]:
        """The line and column of a place, both from 1."""
        number = bisect_right(self.lines, place)
        return number, place - self.lines[number - 1] + 1

    def time(self, start: int) -> str:
        """The last time that stands at or before a place (`00:14:20`); empty where none does."""
        before = bisect_right(self.stamps, start, key=itemgetter(0))
        return self.stamps[before - 1][1] if before else ""


def prepared(path: str, data: bytes) -> Transcript:
    """The transcript that a file holds; Unreadable says why it is none that can be read."""
    text = _decoded(data)
    # Every end of a line is one sign of the same length, so that no place moves.
    lines = text.replace("\r\n", " \n").replace("\r", "\n")
    ending = path.lower()[-4:]
    layout = captioned(lines, web=ending == ".vtt") if ending in _CAPTIONS else laid_out(lines)
    words = words_of(layout.speech)
    if not words.places:
        raise Unreadable("without a word in it")
    begins = array("I", [0, *(found.end() for found in _LINE_END.finditer(lines))])
    names = naming(layout.labels)
    return Transcript(path, digest(data), text, words, begins, layout.stamps, names)


def digest(data: bytes) -> str:
    """The hash by which a transcript is known again: sha256, as 64 hexadecimal digits."""
    return sha256(data).hexdigest()


def _decoded(data: bytes) -> str:
    if data[:2] in _UTF16:
        raise Unreadable("encoded in UTF-16, not UTF-8")
    for sign, kind in DISGUISED:
        if data.startswith(sign):
            raise Unreadable(kind)
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        # No more of it is told than the number of one byte.
        raise Unreadable(f"not encoded in UTF-8 (byte {error.start + 1:,})") from None
    if "\0" in text:
        raise Unreadable("no plain text: it holds characters that no text has")
    return text
