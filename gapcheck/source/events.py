"""libyaml's events, or the same ones from PyYAML's own parser where libyaml is missing."""

from __future__ import annotations

from typing import Any

import yaml

from gapcheck.source.document import Span


def parser(text: str) -> Any:
    """An object whose `get_event()` gives the events of a text one by one."""
    if yaml.__with_libyaml__:
        # Imported here, since this is where it may be missing; the stubs leave the name out.
        from yaml.cyaml import CParser  # type: ignore[attr-defined]  # noqa: PLC0415

        return CParser(text)
    return _PurePython(text)


class _PurePython(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """The slower parser that any platform has."""

    def __init__(self, stream: str) -> None:
        yaml.reader.Reader.__init__(self, stream)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


def span_of(event: Any) -> Span:
    """The span of an event in its text."""
    start, end = event.start_mark, event.end_mark
    return start.line, start.column, end.line, end.column
