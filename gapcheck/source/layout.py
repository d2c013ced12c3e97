"""Where everything stands in a YAML text, character by character, so that words can be put in.

`builder` says what a file holds and refuses what is odd; a layout is of a text that it has read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

import yaml

from gapcheck.source.block_scalars import content_end
from gapcheck.source.document import Path, Step
from gapcheck.source.events import parser


class Kind(StrEnum):
    """What a part is."""

    SCALAR = "scalar"
    MAPPING = "mapping"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Part:
    """One value: characters from 0, the end exclusive; a column is that of its first character.

    A block list begins at its first dash and a block mapping at its first key; both end where
    the last of what they hold does. Of words under `>` or `|` the last line's break is no part.
    `key` is the span of the key that it stands under, and `steps` lead to what it holds, in order.
    """

    kind: Kind
    start: int
    end: int
    column: int
    flow: bool = False
    style: str = ""
    key: tuple[int, int] | None = None
    key_column: int = 0
    steps: tuple[Step, ...] = ()

    @property
    def begin(self) -> int:
        """Where it begins with its key, if it stands under one."""
        return self.key[0] if self.key else self.start


Layout = Mapping[Path, Part]


class NoLayout(ValueError):
    """A text is no YAML as it is used here, so that nothing in it has a place."""


_STARTS: Final = {yaml.MappingStartEvent: Kind.MAPPING, yaml.SequenceStartEvent: Kind.LIST}
_ENDS: Final = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end is not reached."""

    path: Path
    kind: Kind
    start: int
    column: int
    flow: bool
    key: tuple[int, int] | None
    key_column: int
    end: int = 0
    steps: list[Step] = field(default_factory=list)
    waiting: Any = None

    def step(self) -> Step:
        """The step to the next value."""
        if self.kind is Kind.LIST:
            return len(self.steps)
        return str(self.waiting.value) if self.waiting else ""


def layout(text: str) -> Layout:
    """The parts of a text by their paths; of two keys alike in one mapping, the first one's.

    NoLayout where it cannot be read.
    """
    parts: dict[Path, Part] = {}
    opened: list[_Open] = []
    for event in _events(text):
        if isinstance(event, _ENDS):
            _close(event, opened, parts)
            continue
        around = opened[-1] if opened else None
        if around and around.kind is Kind.MAPPING and around.waiting is None:
            if not isinstance(event, yaml.ScalarEvent):
                raise NoLayout  # a list or a mapping in the place of a key
            around.waiting = event
            continue
        path, key, column = _place(around)
        start = event.start_mark
        kind = _STARTS.get(type(event))
        if kind:
            flow = text[start.index : start.index + 1] in ("[", "{")
            opened.append(_Open(path, kind, start.index, start.column, flow, key, column))
            continue
        style = getattr(event, "style", None) or ""
        end = _scalar_end(text, event, style)
        part = Part(Kind.SCALAR, start.index, end, start.column, False, style, key, column)
        _put(part, path, around, parts)
    return MappingProxyType(parts)


def _events(text: str) -> Iterator[Any]:
    get_event = parser(text).get_event
    wanted = (yaml.ScalarEvent, yaml.AliasEvent, *_STARTS, *_ENDS)
    try:
        while not isinstance(event := get_event(), yaml.StreamEndEvent):
            if isinstance(event, wanted):
                yield event
    except yaml.YAMLError:
        raise NoLayout from None


def _place(around: _Open | None) -> tuple[Path, tuple[int, int] | None, int]:
    """The path of the next value, the span of its key and the key's column."""
    if around is None:
        return (), None, 0
    path = (*around.path, around.step())
    if around.waiting is None:
        return path, None, 0
    start, end = around.waiting.start_mark, around.waiting.end_mark
    return path, (start.index, end.index), start.column


def _scalar_end(text: str, event: Any, style: str) -> int:
    start, end = event.start_mark.index, event.end_mark.index
    return content_end(text, start, end) if style in ("|", ">") else int(end)


def _close(event: Any, opened: list[_Open], parts: dict[Path, Part]) -> None:
    one = opened.pop()
    # The parser says of a block only where the next thing begins.
    end = event.end_mark.index if one.flow else max(one.end, one.start)
    part = Part(
        one.kind,
        one.start,
        end,
        one.column,
        one.flow,
        "",
        one.key,
        one.key_column,
        tuple(one.steps),
    )
    _put(part, one.path, opened[-1] if opened else None, parts)


def _put(part: Part, path: Path, around: _Open | None, parts: dict[Path, Part]) -> None:
    if around is None:
        parts[path] = part
        return
    around.end = max(around.end, part.end)
    around.waiting = None
    if path not in parts:
        around.steps.append(path[-1])
        parts[path] = part
