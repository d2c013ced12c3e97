"""Letters and lines as they were meant: ligatures, soft hyphens, and words cut at a line's end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

_LIGATURES: Final = MappingProxyType(
    {0xFB00 + number: letters for number, letters in enumerate(("ff", "fi", "fl", "ffi", "ffl"))}
    | {0xFB05: "st", 0xFB06: "st", 0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None}
    | {0xA0: " ", 0x2007: " ", 0x202F: " ", 0x2010: "-", 0x2011: "-", 0x2028: " ", 0x2029: " "}
)
_CUT: Final = re.compile(r"(?P<word>\w*[^\W\d_])-$")
_KEPT: Final = frozenset(
    word
    for words in (
        "well non self co re pre post cross long short multi sub semi inter anti ex mid part full ",
        "third sector best one two three four five six high low decision day year end face ",
    )
    for word in words.split()
)
# What is neither writing nor a sign: PDF files keep marks of their own in this range.
_CONTROL: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def mended(text: str) -> str:
    """A text without ligatures, soft hyphens and signs that are no writing, blanks single."""
    plain = text.translate(_LIGATURES)
    if not plain.isascii() or not plain.isprintable():
        plain = "".join(" " if _no_writing(one) else one for one in plain)
    return " ".join(plain.split())


def joined(lines: Iterable[str]) -> str:
    """Lines as one paragraph: a word that was cut at a line's end is whole again."""
    pieces: list[str] = []
    for raw in lines:
        line = raw.strip()
        last = pieces[-1] if pieces else ""
        cut = _CUT.search(last)
        if last.endswith("\u00ad"):
            pieces[-1] = last[:-1]
        elif cut and line[:1].islower():
            pieces[-1] = last if cut["word"].lower() in _KEPT else last[:-1]
        elif pieces:
            pieces.append(" ")
        pieces.append(line)
    return mended("".join(pieces))


def _no_writing(letter: str) -> bool:
    return not letter.isprintable() and unicodedata.category(letter) in _CONTROL
