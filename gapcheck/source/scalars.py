"""A plain scalar as YAML 1.2 core reads it: no Norway, no octal, no sexagesimal surprises."""

from __future__ import annotations

import re

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}\Z")
_LARGEST = 10**18
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?\Z")


def resolve(text: str) -> object:
    """The value of a plain scalar: null, boolean, integer, float, else its characters.

    A number of more than 18 digits stays text, so that the type check names it; a whole one is
    an integer, however it is written (`1e3`, `60.0`).
    """
    if text in _NULL:
        return None
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    if _INTEGER.match(text):
        return int(text)
    if len(text) <= 40 and not text.isdigit() and _FLOAT.match(text):
        return _number(text)
    return text


def _number(text: str) -> object:
    number = float(text)
    if not abs(number) < _LARGEST:
        return text
    return int(number) if number.is_integer() else number
