"""Diagnostics as JSON, for programs.

Format `gapcheck-check/1`:
1  path, line, column, end_line, end_column, severity, rule, message, help, related.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from gapcheck.diagnostic import Diagnostic, Location


def write(found: Iterable[Diagnostic], stream: TextIO) -> None:
    """Write all diagnostics as one JSON object."""
    whole = {"format": "gapcheck-check/1", "diagnostics": [_one(one) for one in found]}
    # Names of files may hold bytes that are no UTF-8; those stay escaped in pure ASCII.
    stream.write(json.dumps(whole, ensure_ascii=True, indent=2) + "\n")


def _one(one: Diagnostic) -> dict[str, object]:
    related = [{**_place(other.location), "message": other.message} for other in one.related]
    return {
        **_place(one.location),
        "severity": str(one.severity),
        "rule": one.rule,
        "message": one.message,
        "help": one.help,
        "related": related,
    }


def _place(place: Location) -> dict[str, object]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
