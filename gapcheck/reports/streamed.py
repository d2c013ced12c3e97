"""JSON written piece by piece: what a report holds need not stand in memory twice over."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Protocol


class Sink(Protocol):
    """Whatever text is written to."""

    def write(self, text: str, /) -> object:
        """Take some more of it."""


# Lone surrogates cannot be written as UTF-8; the others a terminal would obey, or they turn a
# line around in an editor. They only ever stand inside strings, where an escape changes no value.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


class Inert:
    """A sink for JSON in which characters stand as escapes that must not be written as they are."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink

    def write(self, text: str) -> None:
        """Take some more of it."""
        self._sink.write(_UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text))


def write_json(whole: Mapping[str, object], stream: Sink, *, ascii_only: bool) -> None:
    """Write an object as `json.dump` with an indent of two does, and a newline after it.

    An iterator among its values is written as a list, an item at a time. ValueError where a
    number is none that JSON knows.
    """
    encoder = json.JSONEncoder(ensure_ascii=ascii_only, indent=2, allow_nan=False)
    opened = "{"
    for key, value in whole.items():
        stream.write(f"{opened}\n  {encoder.encode(key)}: ")
        if isinstance(value, Iterator):
            _write_list(value, encoder, stream)
        else:
            stream.write(_deeper(encoder.encode(value), 2))
        opened = ","
    stream.write("\n}\n" if whole else "{}\n")


def _write_list(items: Iterator[object], encoder: json.JSONEncoder, stream: Sink) -> None:
    opened = "["
    for item in items:
        stream.write(f"{opened}\n    {_deeper(encoder.encode(item), 4)}")
        opened = ","
    stream.write("[]" if opened == "[" else "\n  ]")


def _deeper(text: str, by: int) -> str:
    # A line break stands between values alone: inside of a string it is written as an escape.
    return text.replace("\n", "\n" + " " * by)
