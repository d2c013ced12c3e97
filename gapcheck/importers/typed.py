"""Values as people type them into spreadsheets: dates, counts, lists, yes and no."""

from __future__ import annotations

import re
from datetime import date, timedelta

from gapcheck.source.days import is_date, mended

_ISO = re.compile(r"\d{4}(?:-\d{2}){0,2}\Z")
_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?\Z")
_SERIAL = re.compile(r"\d{5}\Z")
_EPOCH = date(1899, 12, 30)
"""Day nought of Excel, which takes 1900 for a leap year."""

_WRITTEN = "Dates are 2012-05-14, 2012-05 or 2012."
_YES = frozenset({"yes", "y", "true", "1", "x", "ja", "✓", "✔"})
_SHORT, _WORDS = 40, 3
_NO = frozenset({"no", "n", "false", "0", "nein", "-", "–"})


def day_typed(text: str) -> tuple[str, str]:
    """A date as dates are written here; or an empty text, and what was meant."""
    if found := _WITH_TIME.match(text):
        text = found[1]
    if _ISO.match(text) and is_date(text):
        return text, ""
    if _SERIAL.match(text):
        meant = _EPOCH + timedelta(days=int(text))
        return (
            "",
            f"Excel has made a number of a date. Did you mean {meant.isoformat()}? {_WRITTEN}",
        )
    found_day = mended(text)
    if found_day:
        return "", f"Did you mean {found_day}? {_WRITTEN}"
    return "", _WRITTEN


def yes_or_no(text: str) -> bool | None:
    """Whether a cell says yes or no; None where it says neither."""
    plain = text.casefold()
    return True if plain in _YES else False if plain in _NO else None


def items(text: str) -> tuple[str, ...]:
    """What stands in a cell that holds a list: one a line, or with semicolons between."""
    parts = text.split("\n" if "\n" in text else ";")
    return tuple(dict.fromkeys(plain for part in parts if (plain := " ".join(part.split()))))


def quoted(text: str) -> str:
    """A value to be shown in a message: one that is short, for a longer one may be speech."""
    short = len(text) <= _SHORT and len(text.split()) <= _WORDS
    return f"`{text}`" if short and "\n" not in text else "what stands there"
