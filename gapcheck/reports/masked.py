"""A line of a study's file as a diagnostic shows it: its form, but nobody's words.

Consent may not cover showing an excerpt's words, and a file that cannot be read cannot say so.
So only what cannot be speech is shown: the format's own keys, and values that are ids, dates,
numbers or one of a closed list. Punctuation stays, since that is what breaks YAML, and every
other letter becomes a dot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Flag, auto
from functools import cache
from typing import Any

from gapcheck.model.settings import Vocabulary
from gapcheck.schema.kinds import KINDS, schema

DOT = "·"
_LETTER = re.compile(r"\w")
_KEY = re.compile(r"(?:^[\s-]*|[{,]\s*)(?P<quote>[\"']?)(?P<key>[A-Za-z_][\w-]*)(?P=quote)\s*:")
_PHRASE = re.compile(r"\w\s+\w|#")


class _Holds(Flag):
    """What stands under a key: free words, plain values, further keys, or one or the other."""

    WORDS = auto()
    VALUES = auto()
    KEYS = auto()


def mask(lines: Sequence[str], number: int, *, parsed: bool = True) -> str:
    """Line `number` (from 0) with all that may be people's words replaced by dots, in place.

    Where YAML could not parse the file nobody knows what is a value: `parsed` is false, and no
    value is shown.
    """
    line = lines[number]
    if _goes_on(lines, number):
        return _LETTER.sub(DOT, line)
    end = _known_until(line, parsed=parsed)
    return line[:end] + _LETTER.sub(DOT, line[end:])


def _known_until(line: str, *, parsed: bool) -> int:
    """How far a line holds nothing but known keys and plain values."""
    end = 0
    found = list(_KEY.finditer(line))
    for number, key in enumerate(found):
        holds = _keys().get(key["key"])
        if holds is None or _LETTER.search(line[end : key.start()]):
            return end
        end = key.end()
        until = found[number + 1].start() if number + 1 < len(found) else len(line)
        if _Holds.WORDS in holds:
            return end
        if _Holds.VALUES in holds and parsed and not _PHRASE.search(line[end:until]):
            end = until
    return end


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Whether a line goes on with words that began on one above it."""
    return not all(_opens(lines[above]) for above in _parents(lines, number))


def _opens(line: str) -> bool:
    """Whether keys may stand under a line, and not the rest of its words."""
    found = list(_KEY.finditer(line))
    first = _KEY.match(line)
    if first and first["key"] not in _keys():
        # A name that the study chose, of a table of codes, say.
        return not _LETTER.search(line[first.end() :])
    if first and _Holds.KEYS not in _keys()[first["key"]]:
        return False
    if found and _Holds.WORDS in _keys().get(found[-1]["key"], _Holds.WORDS):
        return False
    return not _LETTER.search(line[_known_until(line, parsed=True) :])


def _parents(lines: Sequence[str], number: int) -> Iterator[int]:
    """The lines above that are less and less indented, up to the margin."""
    indent = _indent(lines[number])
    for above in range(number - 1, -1, -1):
        if lines[above].strip() and _indent(lines[above]) < indent:
            indent = _indent(lines[above])
            yield above


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t-"))


@cache
def _keys() -> Mapping[str, _Holds]:
    """Every key of the format, with all that it may hold anywhere."""
    known: dict[str, _Holds] = {}
    # A code map holds names under the keys that elsewhere hold plain values; `check` shows none.
    for kind in (one for one in KINDS if one != "codemap"):
        for key, part in _properties(schema(kind, Vocabulary())):
            known[key] = known.get(key, _held(part)) | _held(part)
    return known


def _properties(part: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, inner in part.get("properties", {}).items():
        yield key, inner
        yield from _properties(inner)
    for rest in (part.get("items"), part.get("additionalProperties")):
        if isinstance(rest, Mapping):
            yield from _properties(rest)


def _held(part: Mapping[str, Any]) -> _Holds:
    if "enum" in part or "pattern" in part or part.get("type") in ("boolean", "integer", "number"):
        return _Holds.VALUES
    items = part.get("items")
    if isinstance(items, Mapping) and _held(items) is _Holds.VALUES:
        return _Holds.VALUES
    return _Holds.KEYS if next(_properties(part), None) else _Holds.WORDS
