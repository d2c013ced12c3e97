"""What gapcheck itself wrote beside a thing in a project, for which the standard has no place.

A note called `gapcheck` holds a key and a value on each line, so that people can read it in
whatever program they open the project.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from gapcheck.importers.qdpx.notes import Note
from gapcheck.model.brought import Fields

NAME: Final = "gapcheck"


def fields_of(notes: Iterable[Note]) -> Fields:
    """The values in gapcheck's own notes, under the keys of its format."""
    found: dict[str, Any] = {}
    for note in notes:
        if note.name != NAME:
            continue
        for line in note.text.splitlines():
            key, colon, value = line.partition(": ")
            if colon:
                found[key] = _value(value)
    return found


def others(notes: Iterable[Note]) -> list[Note]:
    """The notes that people wrote."""
    return [each for each in notes if each.name != NAME]


def _value(typed: str) -> Any:
    """A value: JSON where it is JSON, else the characters as they are."""
    try:
        return json.loads(typed)
    except ValueError:
        return typed
