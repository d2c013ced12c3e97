"""A document against its schema: every error at its place, in our words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema_rs

from gapcheck.source.days import is_date
from gapcheck.source.document import Document, Path, Trouble
from gapcheck.source.messages import trouble
from gapcheck.source.shape import Schema, Shape, shape_of

_PIECE = 1000
"""Items of a list that are validated at a time."""


class Format:
    """A schema made ready once: how files of its kind are read, and what they must hold."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.shape: Shape = shape_of(schema)
        self._validator = jsonschema_rs.validator_for(
            dict(schema), formats={"gapcheck-date": is_date}, validate_formats=True
        )

    def troubles(self, document: Document) -> list[Trouble]:
        """What the schema finds wrong in a document that could be read, in the file's order."""
        if document.value is None and document.troubles:
            return []
        if self._validator.is_valid(document.value):
            return []
        # What the reader has refused already needs no second complaint from the schema.
        refused = {found.path for found in document.troubles}
        found = [one for one in self._errors(document) if not _under(one.path, refused)]
        return sorted(_once(found), key=lambda one: one.span)

    def admits(self, document: Document) -> bool:
        """Whether the schema finds nothing wrong in a document."""
        return self._validator.is_valid(document.value)

    def _errors(self, document: Document) -> Iterator[Trouble]:
        for part, key, start in _parts(document.value):
            for error in self._validator.iter_errors(part):
                path = _moved(tuple(error.instance_path), key, start)
                yield from trouble(document, path, error, self._node(error.schema_path))

    def _node(self, steps: list[str | int]) -> dict[str, Any]:
        """The part of the schema that holds the keyword which failed."""
        node: Any = self.schema
        for step in steps[:-1]:
            node = node[step]
        return node if isinstance(node, dict) else {}


def _parts(value: Any) -> Iterator[tuple[Any, str, int]]:
    """The value, a long list in it cut into pieces, with its key and where each piece begins.

    The validator holds all errors at once, which for a hostile file of thousands is too much.
    """
    items = value.items() if isinstance(value, dict) else ()
    long = [key for key, part in items if isinstance(part, list) and len(part) > _PIECE]
    if not long:
        yield value, "", 0
    for key in long[:1]:
        for start in range(0, len(value[key]), _PIECE):
            yield {**value, key: value[key][start : start + _PIECE]}, key, start


def _moved(path: Path, key: str, start: int) -> Path:
    """The path in the whole of what stands at a path in a piece."""
    if len(path) < 2 or path[0] != key:
        return path
    return (key, int(path[1]) + start, *path[2:])


def _under(path: Path, refused: set[Path]) -> bool:
    return any(path[:end] in refused for end in range(1, len(path) + 1))


def _once(troubles: list[Trouble]) -> list[Trouble]:
    """Each trouble once: a pattern and a format can fail together."""
    return list(dict.fromkeys(troubles))
