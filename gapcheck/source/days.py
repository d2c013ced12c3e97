"""A date that was typed another way, and how it is to be typed."""

from __future__ import annotations

import re

from gapcheck.model.dates import PartialDate

_BRITISH = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})\Z")
_SLASHED = re.compile(r"(\d{4})[./](\d{1,2})(?:[./](\d{1,2}))?\Z")
_LOOSE = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\Z")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORDED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? +)?([A-Za-z]{3,9})\.?,? +(\d{4})\Z")


def is_date(text: object) -> bool:
    """Whether a text is a year, month or day that there is; what is no text passes."""
    if not isinstance(text, str):
        return True
    try:
        PartialDate.parse(text)
    except (ValueError, OverflowError):
        return False
    return True


def why_no_date(text: str) -> str:
    """Why a text is no date, as a clause without a full stop."""
    if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", text):
        try:
            PartialDate.parse(text)
        except ValueError as error:
            return str(error)
    return f"`{text[:40]}` is no date as dates are written here"


def mended(text: str) -> str | None:
    """The date that was meant, as it is to be typed; days first, as the British write them."""
    if found := _BRITISH.match(text):
        day, month, year = found.groups()
    elif found := _SLASHED.match(text) or _LOOSE.match(text):
        year, month, day = found.groups()
    elif (found := _WORDED.match(text)) and found[2][:3].lower() in _MONTHS:
        day, year = found[1], found[3]
        month = str(_MONTHS.index(found[2][:3].lower()) + 1)
    else:
        return None
    typed = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return typed if is_date(typed) else None
