"""Bytes to text, whatever encoding a program saved them in."""

from __future__ import annotations

import codecs
import re

from gapcheck.model.unfit import Unfit

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WINDOWS = "cp1252"
_PLAUSIBLE = (_WINDOWS, "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "mac_roman")
_SAMPLE = 64 << 10
_ODD = re.compile(rb"[^\n]*[\x80-\xff][^\n]*\n?")
_CLOSE = 0.05
"""As much worse as Windows' Western encoding may look and still be taken: it is what most use."""


def decoded(data: bytes) -> tuple[str, str]:
    """The text with plain line ends, and the encoding where that had to be guessed."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _plain(_strict(data[len(mark) :], encoding)), ""
    wide = _wide(data)
    if wide:
        return _plain(_strict(data, wide)), ""
    try:
        return _plain(data.decode("utf-8")), ""
    except UnicodeDecodeError:
        guessed = _guessed(data)
    return _plain(data.decode(guessed, errors="replace")), guessed


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"it is damaged at byte {error.start:,}: no {encoding.upper()} stands there"
        raise Unfit(message, "Save it again with the encoding UTF-8.") from None


def _wide(data: bytes) -> str:
    """UTF-16 without a mark shows in every second byte of plain letters being nought."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > 0.4 * half:
        return "utf-16-le"
    if half and sample[::2].count(0) > 0.4 * half:
        return "utf-16-be"
    if b"\x00" in sample:
        raise Unfit("it is no table: it holds bytes that no text has")
    return ""


def _guessed(data: bytes) -> str:
    # Imported late: most files are UTF-8 and need no guess.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    # Lines of plain letters tell nothing and would only dilute what the others tell.
    odd = b"".join(found[0] for found in _ODD.finditer(data[: 8 * _SAMPLE]))[:_SAMPLE]
    found = list(from_bytes(odd or data[:_SAMPLE], cp_isolation=list(_PLAUSIBLE)))
    western = [each for each in found if _WINDOWS in each.could_be_from_charset]
    if not found or (western and western[0].chaos <= found[0].chaos + _CLOSE):
        return _WINDOWS
    return found[0].encoding
