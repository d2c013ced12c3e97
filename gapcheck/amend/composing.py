"""A whole source as YAML, typed as the format's own pages type it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from gapcheck.amend.change import EXCERPT_KEYS, Fields
from gapcheck.amend.habits import Habits
from gapcheck.amend.rendering import WIDTH, braced, indented, inline, item
from gapcheck.source.days import is_date
from gapcheck.source.typed import quoted, scalar, under_a_sign

SOURCE_KEYS: Final = (
    "source",
    "kind",
    "date",
    "speaker",
    "speakers",
    "author",
    "respondents",
    "of",
    "coder",
    "words",
    "language",
    "consent",
    "transcript",
    "citation",
    "asked",
    "memo",
)
"""The keys of a source in the order of the format's pages."""

_PROSE: Final = ("text", "translation", "memo", "citation", "question")
_BY_LINES: Final = ("speakers", "ignore")
_REALIST: Final = ("context", "mechanism", "outcome")
_DATES: Final = ("date", "about", "embargo_until", "on")
_HABITS: Final = Habits()


def source_text(source: Fields, excerpts: Sequence[Fields], comments: tuple[str, ...] = ()) -> str:
    """The text of a source's file; `comments` are lines above it."""
    lines = [f"# {line}".rstrip() for line in comments]
    keys = [*SOURCE_KEYS, *(key for key in source if key not in SOURCE_KEYS)]
    for key in keys:
        if key in source:
            lines += _entry(key, source[key], 0)
    if not excerpts:
        lines.append("excerpts: []")
    else:
        lines.append("excerpts:")
        lines += (line for each in excerpts for line in excerpt_lines(each, 2))
    return "\n".join(lines) + "\n"


def record_text(record: Fields) -> str:
    """The text of a file that holds one record, in the order of its keys: a partnership's."""
    lines = [line for key, value in record.items() for line in _entry(key, value, 0)]
    return "\n".join(lines) + "\n"


def excerpt_lines(excerpt: Fields, column: int, gap: str = " ") -> list[str]:
    """An excerpt as an item of a list whose dashes stand in that column."""
    keys = [*EXCERPT_KEYS, *(key for key in excerpt if key not in EXCERPT_KEYS)]
    inside = column + 1 + len(gap)
    lines = [line for key in keys if key in excerpt for line in _entry(key, excerpt[key], inside)]
    dashed = [f"-{gap}{lines[0]}", *indented(lines[1:], 1 + len(gap))]
    return indented(dashed, column)


def codes_text(source: str, coder: str, codes: Mapping[str, list[Fields]]) -> str:
    """The text of a second coder's file."""
    lines = [f"source: {source}", f"coder: {coder}"]
    if not codes:
        return "\n".join([*lines, "codes: {}"]) + "\n"
    lines.append("codes:")
    for name, held in codes.items():
        lines += indented(_codes(inline(name, _HABITS), held, 2), 2)
    return "\n".join(lines) + "\n"


def _entry(key: str, value: Any, column: int) -> list[str]:
    if key == "codes":
        return _codes(key, value, column)
    if key in _PROSE and isinstance(value, str):
        return list(_prose(key, value, column))
    line = f"{key}: {_inline(value, key)}"
    listed = isinstance(value, (list, tuple)) and bool(value)
    if listed and (key in _BY_LINES or len(line) + column > WIDTH):
        return [f"{key}:", *(f"  - {_inline(each)}" for each in value)]
    if isinstance(value, Mapping) and len(line) + column > WIDTH:
        return [f"{key}:", *indented(_pairs(value, column + 2), 2)]
    return [line]


def _pairs(value: Mapping[str, Any], column: int) -> Iterator[str]:
    """A mapping on lines of its own; its prose is filled up to the margin."""
    for name, one in value.items():
        if name in _REALIST and isinstance(one, str):
            yield from _prose(name, one, column)
        else:
            yield f"{name}: {_inline(one, name)}"


def _inline(value: Any, key: str = "") -> str:
    """A value on one line: dates as they are, true and false as YAML has them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if key in _DATES and isinstance(value, str) and is_date(value):
        return value
    if isinstance(value, Mapping):
        parts = (f"{scalar(str(name))}: {_inline(one, name)}" for name, one in value.items())
        return braced("{", parts, "}", "")
    if isinstance(value, (list, tuple)):
        return braced("[", map(_inline, value), "]", "")
    return inline(value, _HABITS)


def _prose(key: str, text: str, column: int) -> Iterator[str]:
    lines = under_a_sign(text, WIDTH - column - 2)
    if lines is None:
        yield f"{key}: {quoted(text)}"
        return
    yield f"{key}: {lines[0]}"
    yield from indented(lines[1:], 2)


def _codes(key: str, codes: Any, column: int) -> list[str]:
    if not codes:
        return [f"{key}: []"]
    rows = (line for each in codes for line in item(each, column + 2, _HABITS))
    return [f"{key}:", *indented(rows, 2)]
