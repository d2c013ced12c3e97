"""What a JSON Schema says of reading: where text stands as typed, and where it is prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """How the value in one place is read; `rest` is that of keys which are not listed."""

    text: bool = False
    prose: bool = False
    properties: Mapping[str, Shape] = field(default_factory=dict)
    rest: Shape | None = None
    items: Shape | None = None

    def at(self, key: str) -> Shape:
        """The shape of the value under `key`."""
        return self.properties.get(key) or self.rest or ANYTHING

    def item(self) -> Shape:
        """The shape of the items of a list."""
        return self.items or ANYTHING


ANYTHING = Shape()


def shape_of(schema: Schema) -> Shape:
    """The shape that a schema describes: text wherever it admits a string."""
    rest, items = schema.get("additionalProperties"), schema.get("items")
    return Shape(
        text="string" in schema.get("type", ()),
        prose=bool(schema.get("x-prose")),
        properties={key: shape_of(part) for key, part in schema.get("properties", {}).items()},
        rest=shape_of(rest) if isinstance(rest, Mapping) else None,
        items=shape_of(items) if isinstance(items, Mapping) else None,
    )


def prose_keys(shape: Shape) -> frozenset[str]:
    """The keys, anywhere in a shape, whose values are people's words."""
    found = {key for key, part in shape.properties.items() if part.prose}
    for part in (*shape.properties.values(), shape.rest, shape.items):
        found |= prose_keys(part) if part else set()
    return frozenset(found)
