"""How gapcheck writes into foreign formats what they have no place for, and knows it again.

A note called `gapcheck` holds a key and a value on each line, so that people can read it in
whatever program they open the project. Codes that are no imperatives stand under a few groups.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from gapcheck.model.brought import Fields

NAME: Final = "gapcheck"
"""What a note of gapcheck's own is called."""

GROUPS: Final[Mapping[str, str]] = MappingProxyType(
    {"themes": "Themes", "barriers": "Barriers", "enablers": "Enablers", "tensions": "Tensions"}
)
"""The lists of an excerpt, and the name of the code under which their words are codes."""

SHARE: Final = "share"
"""The code below an imperative that stands for a share in the place of a stance."""


def lines_of(fields: Fields) -> str:
    """Fields as the lines of a note; what is empty is left out."""
    return "\n".join(f"{key}: {_typed(value)}" for key, value in fields.items() if told(value))


def fields_of(text: str) -> Fields:
    """The fields in the lines of a note."""
    found = {}
    for line in text.splitlines():
        key, colon, value = line.partition(": ")
        if colon:
            found[key] = _read(value)
    return found


def told(value: Any) -> bool:
    """Whether a value says anything: nought and false do, an empty text or list does not."""
    return value is not None and value not in ("", [], {}, ())


def _typed(value: Any) -> str:
    if isinstance(value, str) and _read(value) == value and value == " ".join(value.split()):
        return value
    # Other ends of lines than \n would part a line in two.
    return json.dumps(value, ensure_ascii=True, default=str)


def _read(typed: str) -> Any:
    """A value: JSON where it is JSON, else the characters as they are."""
    try:
        return json.loads(typed)
    except ValueError:
        return typed
