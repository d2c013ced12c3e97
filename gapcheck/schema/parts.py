"""The pieces that the format's schemas are put together from.

`title` names a thing in messages ("`interveiw` is no kind of source"), `description` says what
belongs there, and `x-prose` marks people's words, where YAML may not cut or bend anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

Schema = dict[str, Any]

ID = r"^[a-z0-9][a-z0-9._-]*$"
ANY_CASE_ID = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
IMPERATIVE = r"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"
DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def text(description: str = "") -> Schema:
    """Characters as typed."""
    return _described({"type": "string", "minLength": 1}, description)


def prose(description: str = "") -> Schema:
    """People's words: quoted, or under `>`; a comment may not follow them."""
    return {**text(description), "x-prose": True}


def identifier(noun: str, *, any_case: bool = False) -> Schema:
    """A name within the study."""
    return {"type": "string", "title": noun, "pattern": ANY_CASE_ID if any_case else ID}


def imperative() -> Schema:
    """The name of an imperative, in full or short."""
    described = "An imperative: `policy/imperative`, or the last part where that is unique."
    return {
        "type": "string",
        "title": "imperative",
        "pattern": IMPERATIVE,
        "description": described,
    }


def date(description: str = "") -> Schema:
    """A year, a month or a day."""
    shape = {"type": "string", "title": "date", "pattern": DATE, "format": "gapcheck-date"}
    return _described(shape, description)


def day(description: str = "") -> Schema:
    """A whole day."""
    shape = {"type": "string", "title": "day", "pattern": DAY, "format": "gapcheck-date"}
    return _described(shape, description)


def choice(noun: str, options: Iterable[str] | type[StrEnum], description: str = "") -> Schema:
    """One of a closed set of words."""
    return _described(
        {"type": "string", "title": noun, "enum": [str(option) for option in options]}, description
    )


def yes_or_no(description: str = "") -> Schema:
    """True or false."""
    return _described({"type": "boolean"}, description)


def count(description: str = "", least: int = 0) -> Schema:
    """A whole number."""
    return _described({"type": "integer", "minimum": least}, description)


def listing(part: Schema, description: str = "") -> Schema:
    """A list, which may be empty."""
    return _described({"type": "array", "items": part}, description)


def one_or_more(part: Schema, description: str = "") -> Schema:
    """One of a thing, or a list of at least one."""
    single = {"if": {"type": "string"}, "then": part}
    whole = {"type": ["string", "array"], "minItems": 1, "items": part, **single}
    return _described(whole, description)


def record(title: str, required: Iterable[str], properties: Mapping[str, Schema]) -> Schema:
    """A mapping with known keys alone; `title` is how messages call it."""
    return {
        "type": "object",
        "title": title,
        "additionalProperties": False,
        "required": list(required),
        "properties": dict(properties),
    }


def table(part: Schema, description: str = "") -> Schema:
    """A mapping from names that the study chooses."""
    return _described({"type": "object", "additionalProperties": part}, description)


def free_values(description: str = "") -> Schema:
    """A mapping from free names to short values, kept as typed."""
    return table({"type": ["string", "number", "boolean"]}, description)


def _described(schema: Schema, description: str) -> Schema:
    return {**schema, "description": description} if description else schema
