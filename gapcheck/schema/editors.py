"""A schema as editors can use it: where the format reads text, they see a number in a bare year."""

from __future__ import annotations

import json
from typing import Any

from gapcheck.schema.parts import Schema

_AS_TYPED = ["string", "number", "boolean"]


def published(whole: Schema) -> str:
    """The text of a schema's file."""
    return json.dumps(_as_typed(whole), ensure_ascii=True, indent=2) + "\n"


def _as_typed(node: Any) -> Any:
    """The same schema, which takes any plain value where text is wanted."""
    if isinstance(node, list):
        return [_as_typed(one) for one in node]
    if not isinstance(node, dict):
        return node
    # A closed list of words holds none that could be a number; an `if` asks for the type itself.
    loose = node.get("type") == "string" and "enum" not in node
    parts = {key: one if key == "if" else _as_typed(one) for key, one in node.items()}
    return {**parts, "type": list(_AS_TYPED)} if loose else parts
