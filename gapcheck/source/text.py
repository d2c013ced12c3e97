"""Bytes to text: strict UTF-8, and no character that could hide or fake words."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from gapcheck.source.document import Span, Trouble

# Controls but tab and line ends, NEL, LS, PS, bidirectional embeddings, overrides and isolates,
# a byte-order mark anywhere but first, and numbers that stand for no character, at which libyaml
# stops. The marks U+200E and U+200F are ordinary writing.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
_NAMES = {
    "\x85": "a next-line sign",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
    "\ufeff": "a byte-order mark",
}
_COMMENT = re.compile(r"(?P<lines>(?:[ \t]*(?:\r\n|\r|\n))*)(?P<indent>[ \t]*)(?P<cut>#[^\r\n]*)")
_BREAK = re.compile("\r\n|\r|\n")
_MARK = "\ufeff".encode()
_PLAIN = bytes((*b"\t\n\r", *range(0x20, 0x7F)))


def decode(data: bytes) -> tuple[str, Trouble | None]:
    """The text of a file without its byte-order mark, or what keeps it from being read."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return "", _not_utf8(data, error)
    # Without its plain letters a text is still UTF-8, and a tenth as long to look through.
    rest = data.removeprefix(_MARK).translate(None, _PLAIN).decode("utf-8")
    if not FORBIDDEN.search(rest):
        return text, None
    found = FORBIDDEN.search(text)
    return text, _forbidden(text, found.start()) if found else None


def describe(character: str) -> str:
    """A forbidden character as people can read it: its number and, where it has one, its name."""
    control = unicodedata.category(character) == "Cc"
    unnamed = "a control character" if control else "no character at all"
    name = _NAMES.get(character) or unicodedata.name(character, unnamed).lower()
    return f"U+{ord(character):04X} ({name})"


def span_at(text: str, index: int, length: int = 1) -> Span:
    """The span of `length` characters from `index` on, counted as YAML counts lines."""
    line, start = 0, 0
    for found in _BREAK.finditer(text, 0, index):
        line, start = line + 1, found.end()
    return line, index - start, line, index - start + length


def cut_off(text: str, end: Any, column: int) -> Span | None:
    """Where plain words that end at a mark go on as a comment, for YAML; None where they do not.

    A comment on a line of its own counts where that line is indented beyond `column`, since
    that is where the words would go on.
    """
    found = _COMMENT.match(text, end.index)
    if not found:
        return None
    lines = found["lines"]
    if lines and len(found["indent"]) <= column:
        return None
    line = end.line + len(_BREAK.findall(lines))
    start = len(found["indent"]) + (0 if lines else end.column)
    return line, start, line, start + len(found["cut"].rstrip())


def maybe_cut_off(text: str, index: int) -> bool:
    """Whether a comment comes next after plain words that end at `index`."""
    return bool(_COMMENT.match(text, index))


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Trouble:
    before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message = "the file is UTF-16, not UTF-8"
    else:
        message = f"the file is not UTF-8: byte 0x{data[error.start]:02X} is no character in it"
    return Trouble(
        (),
        span_at(before, len(before)),
        "not-utf8",
        message,
        "Save it again with the encoding UTF-8 (in an editor: Save As, Encoding).",
        fatal=True,
    )


def _forbidden(text: str, index: int) -> Trouble:
    return Trouble(
        (),
        span_at(text, index),
        "forbidden-character",
        f"the file holds {describe(text[index])}, which can hide or fake words",
        "Delete the character; it usually came along with pasted text.",
        fatal=True,
    )
