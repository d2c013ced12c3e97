"""A sound file to plain values, quickly; whatever is odd about it is left to the slower reader.

Most files have nothing to report. This reader gives up (None) at the first thing that may be
worth a word, and then `builder` reads the same text again, with the place of everything.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import yaml

from gapcheck.diagnostic import Location
from gapcheck.source.builder import MAX_DEPTH, MAX_KEY, MAX_NODES, MAX_SCALAR
from gapcheck.source.document import Document
from gapcheck.source.events import parser, span_of
from gapcheck.source.scalars import resolve
from gapcheck.source.shape import ANYTHING, Shape
from gapcheck.source.text import FORBIDDEN, maybe_cut_off

_IN_LIST: Final = ""
"""What stands in the place of a key while a list is open, so that it waits for none."""

_STARTS: Final = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})
_ENDS: Final = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})


class _Odd(Exception):
    """Something that the slower reader has to look at."""


def swift(file: str, text: str, shape: Shape) -> Document | None:
    """What a sound text holds, with the places of its outermost texts alone; else None."""
    document = Document(file, elsewhere=Location(file))
    get_event = parser(text).get_event
    try:
        _begin(get_event)
        document.value = _container(get_event, text, shape, document)
        _end(get_event)
    except (_Odd, yaml.YAMLError):
        return None
    return document


def _container(  # noqa: PLR0912  # calls cost more than branches here
    get_event: Callable[[], Any], text: str, shape: Shape, document: Document
) -> Any:
    """One loop over the events: this is where the time of a whole check goes."""
    scalar, marked = yaml.ScalarEvent, "!" in text or "&" in text
    value, key = _open(get_event(), 0, _IN_LIST)
    outer: list[tuple[Any, str | None, Shape]] = []
    for _ in range(MAX_NODES):  # a file has more events than keys and values
        event = get_event()
        kind = event.__class__
        if kind is scalar and key is None:
            key = event.value
            if key not in shape.properties or key in value or (marked and _marked(event)):
                key = _key(event, value)
            continue
        if kind in _ENDS:
            if not outer:
                return value
            value, key, shape = outer.pop()
            continue
        inner = (shape.properties.get(key) or shape.rest if key else shape.items) or ANYTHING
        if kind is scalar:
            found = event.value
            if not inner.text or event.style or inner.prose or (marked and _marked(event)):
                found = _scalar(event, inner, text)
            elif not found or len(found) > MAX_SCALAR:
                raise _Odd
            if not outer and key:
                document.values[(key,)] = span_of(event)
        else:
            found, waits = _open(event, len(outer), key)
        if key:
            value[key] = found
            key = None
        else:
            value.append(found)
        if kind is not scalar:
            outer.append((value, key, shape))
            value, key, shape = found, waits, inner
    raise _Odd


def _marked(event: Any) -> bool:
    """Whether a scalar has a tag or an anchor: none has where their signs are not in the text."""
    return event.tag is not None or event.anchor is not None


def _begin(get_event: Callable[[], Any]) -> None:
    get_event()
    event = get_event()
    if event.__class__ is not yaml.DocumentStartEvent or event.version or event.tags:
        raise _Odd


def _end(get_event: Callable[[], Any]) -> None:
    get_event()
    if get_event().__class__ is not yaml.StreamEndEvent:
        raise _Odd


def _open(event: Any, depth: int, key: str | None) -> tuple[Any, str | None]:
    """A new mapping or list, and what it waits for; it cannot stand in the place of a key."""
    if (
        key is None
        or depth >= MAX_DEPTH - 1
        or event.__class__ not in _STARTS
        or event.tag
        or event.anchor
    ):
        raise _Odd
    return ({}, None) if event.__class__ is yaml.MappingStartEvent else ([], _IN_LIST)


def _key(event: Any, value: dict[str, object]) -> str:
    """A key that its mapping does not list, if there is nothing odd about it."""
    key: str = event.value
    odd = _marked(event) or len(key) > MAX_KEY
    if odd or not key or key in value or key == "<<" or FORBIDDEN.search(key):
        raise _Odd
    return key


def _scalar(event: Any, shape: Shape, text: str) -> Any:
    value: str = event.value
    style = event.style
    if _marked(event) or len(value) > MAX_SCALAR:
        raise _Odd
    if not style:
        if shape.prose and maybe_cut_off(text, event.end_mark.index):
            raise _Odd
        return value if shape.text and value else resolve(value)
    if style == "'":
        return value
    if style == '"':
        if FORBIDDEN.search(value):
            raise _Odd
        return value
    return value.strip("\n") if shape.text else value
