"""The bytes of a plain text as characters, with the encoding where it had to be guessed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from gapcheck.model.unfit import Unfit
from gapcheck.transcripts.transcript import DISGUISED

LONGEST = 4 << 20
"""Characters that one transcript may have: seventy hours of speech."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LIKELY = [
    "cp1252", "mac_roman", "cp1250", "iso8859_15", "iso8859_2", "cp850", "cp437", "cp1251",
    "koi8_r", "cp1253", "cp1254", "cp1257",
]  # fmt: skip
"""Encodings that text editors of offices write, by their names in Python."""
_EASTERN = ["shift_jis", "gb18030", "big5", "euc_kr"]
_WESTERN = "‘’“”–—…•£€éèêëàâäçîïôöûüñßùáíóúÉÈÀÇÖÜÄ°½\u00a0"
"""What Windows puts into English beyond ASCII; together these mean little in other encodings."""
_SAMPLE = 1 << 15

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text whose lines all end in LF; `guessed` names its encoding where nothing told it.

    `removed` counts characters that no text has and no file of a study may hold.
    """

    text: str = field(repr=False)
    guessed: str = ""
    removed: int = 0


def decoded(data: bytes) -> Decoded:
    """The characters of a plain text; Unfit where it is none."""
    for sign, kind in DISGUISED:
        if data.startswith(sign):
            raise Unfit(f"it is {kind}", "Give the file the ending of what it is.")
    text, guessed = _characters(data)
    if "\0" in text:
        raise Unfit(
            "it is no plain text: it holds characters that no text has",
            "Save the transcript as plain text (.txt, UTF-8) or as .docx.",
        )
    return tidy(text, guessed)


def tidy(text: str, guessed: str = "") -> Decoded:
    """A text with one kind of line end and without characters that nobody sees or typed."""
    if len(text) > LONGEST:
        raise Unfit(
            f"its text is longer than {LONGEST:,} characters, which no interview is",
            "Split it into one file for each interview.",
        )
    plain, removed = _UNSEEN.subn("", _LINE_ENDS.sub("\n", text))
    return Decoded(plain, guessed, removed)


def _characters(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), ""
            except UnicodeDecodeError as error:
                raise Unfit(
                    f"it begins as {encoding.upper()} and is not (byte {error.start + 1:,})",
                    "Save it again as UTF-8.",
                ) from None
    if unmarked := _unmarked(data):
        return unmarked
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _guessed(data)


def _unmarked(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: every other byte of European words is zero."""
    head = data[: _SAMPLE & ~1]
    if len(head) < 4 or len(data) % 2:
        return None
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if zeros.count(0) * 10 >= len(zeros) * 8:
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                return None
    return None


def _guessed(data: bytes) -> tuple[str, str]:
    # Imported late: nearly every file is UTF-8.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    # Only lines with letters beyond ASCII tell encodings apart, and few of them are enough.
    telling = b"\n".join(line for line in data.splitlines() if not line.isascii())[:_SAMPLE]
    beyond = sum(byte > 127 for byte in telling)
    shown = telling.decode("cp1252", "replace")
    if beyond * 5 < len(telling) and all(one.isascii() or one in _WESTERN for one in shown):
        return data.decode("cp1252", "replace"), "cp1252"
    likely = _LIKELY if beyond * 3 < len(telling) else _LIKELY + _EASTERN
    best = from_bytes(telling, cp_isolation=likely).best()
    for encoding in (best.encoding if best else "cp1252", "cp1252"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise Unfit(
        "its encoding could not be told", "Open it in a text editor and save it again as UTF-8."
    )
