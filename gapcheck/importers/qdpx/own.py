"""gapcheck's own notes among those of people."""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.importers.qdpx.notes import Note
from gapcheck.interchange import marks
from gapcheck.model.brought import Fields


def fields_of(notes: Iterable[Note]) -> Fields:
    """The values in gapcheck's own notes, under the keys of its format."""
    own = (marks.fields_of(note.text) for note in notes if note.name == marks.NAME)
    return {key: value for fields in own for key, value in fields.items()}


def others(notes: Iterable[Note]) -> list[Note]:
    """The notes that people wrote."""
    return [each for each in notes if each.name != marks.NAME]
