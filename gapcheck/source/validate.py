"""A document against its schema: every error at its place, in our words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema_rs

from gapcheck.source.days import is_date
from gapcheck.source.document import Document, Path, Trouble
from gapcheck.source.messages import trouble
from gapcheck.source.shape import Schema, Shape, shape_of


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
        for error in self._validator.iter_errors(document.value):
            path: Path = tuple(error.instance_path)
            yield from trouble(document, path, error, self._node(error.schema_path))

    def _node(self, steps: list[str | int]) -> dict[str, Any]:
        """The part of the schema that holds the keyword which failed."""
        node: Any = self.schema
        for step in steps[:-1]:
            node = node[step]
        return node if isinstance(node, dict) else {}


def _under(path: Path, refused: set[Path]) -> bool:
    return any(path[:end] in refused for end in range(1, len(path) + 1))


def _once(troubles: list[Trouble]) -> list[Trouble]:
    """Each trouble once: a pattern and a format can fail together."""
    return list(dict.fromkeys(troubles))
