"""The formats that a comparison can be written in, and the endings of files that mean them.

A new format is one module with `write` and one line here. `terminal` has no line: it draws on a
console whose width and colours the command line knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TextIO

from gapcheck.model.comparison import Comparison
from gapcheck.reports import diff_json, diff_markdown

Writer = Callable[[Comparison, TextIO], None]
"""Writes a whole comparison to a text stream; it neither opens nor closes it."""

TERMINAL = "terminal"
"""The format for reading on a screen."""

DIFF_FORMATS: Mapping[str, Writer] = MappingProxyType(
    {"markdown": diff_markdown.write, "json": diff_json.write}
)

DIFF_EXTENSIONS: Mapping[str, str] = MappingProxyType(
    {".txt": TERMINAL, ".md": "markdown", ".json": "json"}
)
"""The format that a file's ending means."""
