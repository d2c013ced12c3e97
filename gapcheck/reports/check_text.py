"""Diagnostics as text: one line each, for editors and logs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from gapcheck.diagnostic import Diagnostic
from gapcheck.reports.inert import visible


def write(found: Iterable[Diagnostic], stream: TextIO) -> None:
    """Write `path:line:column: severity[rule] message`, a diagnostic a line."""
    for one in found:
        place = one.location
        parts = [one.message, *([one.help] if one.help else [])]
        said = ". ".join(part.rstrip(".") for part in parts)
        line = f"{place.path}:{place.line}:{place.column}: {one.severity}[{one.rule}] {said}"
        stream.write(one_line(line) + "\n")


def one_line(text: str) -> str:
    """The text on one line, with nothing in it that a terminal would obey."""
    return visible(text.replace("\\", "\\\\") if "\n" in text else text).replace("\n", "\\n")
