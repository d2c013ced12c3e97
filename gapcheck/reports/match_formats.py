"""The formats that suggestions can be written in, and the endings of files that mean them.

A new format is one module with `write` and one line here. `terminal` has no line: it draws on a
console whose width and colours the command line knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TextIO

from gapcheck.model.suggestion import Matching
from gapcheck.reports import match_csv, match_json, match_markdown

Writer = Callable[[Matching, TextIO], None]
"""Writes all suggestions to a text stream; it neither opens nor closes it."""

TERMINAL = "terminal"
"""The format for reading on a screen."""

MATCH_FORMATS: Mapping[str, Writer] = MappingProxyType(
    {
        "json": match_json.write,
        "csv": match_csv.write,
        "markdown": match_markdown.write,
    }
)

MATCH_EXTENSIONS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": TERMINAL,
        ".json": "json",
        ".csv": "csv",
        ".md": "markdown",
    }
)
"""The format that a file's ending means."""
