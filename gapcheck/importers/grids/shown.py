"""A value of a spreadsheet's cell as the text that somebody sees there."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f]|007F|FFF[EF])_")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_NOUGHT = time()


def shown(value: object, form: str) -> str:
    """The text of a cell; `form` is the number format that it has."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, form)
    if isinstance(value, date | time | timedelta):
        return _moment(value, form)
    return "" if value is None else _text(str(value))


def _moment(value: date | time | timedelta, form: str) -> str:
    if isinstance(value, timedelta):
        return _clock(round(value.total_seconds()))
    if isinstance(value, time):
        return value.isoformat("seconds")
    if isinstance(value, datetime):
        if value.time() != _NOUGHT:
            return value.isoformat(" ", "seconds")
        value = value.date()
    return _day(value, form)


def _number(value: float, form: str) -> str:
    if "%" in _LITERAL.sub("", form):
        return f"{value * 100:.10g}%"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value)


def _day(day: date, form: str) -> str:
    """ISO text, no more exact than it is shown: Excel makes the first day of a typed month."""
    pattern = _LITERAL.sub("", form).lower()
    if "y" not in pattern or "d" in pattern or day.day != 1:
        return day.isoformat()
    if "m" in pattern:
        return f"{day:%Y-%m}" if day.year > 999 else day.isoformat()
    return str(day.year) if day.month == 1 else day.isoformat()


def _clock(seconds: int) -> str:
    sign, whole = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def _text(text: str) -> str:
    """A text with plain line ends; Excel writes control characters as `_x000D_`."""
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
    return plain.replace("\r\n", "\n").replace("\r", "\n")
