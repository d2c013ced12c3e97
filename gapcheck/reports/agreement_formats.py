"""The formats that agreement can be written in, and the endings of files that mean them.

A new format is one module with `write` and one line here. `terminal` has no line: it draws on a
console whose width and colours the command line knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TextIO

from gapcheck.model.agreement import Agreement
from gapcheck.reports import agreement_csv, agreement_json, agreement_markdown

Writer = Callable[[Agreement, TextIO], None]
"""Writes all of it to a text stream; it neither opens nor closes it."""

TERMINAL = "terminal"
"""The format for reading on a screen."""

AGREEMENT_FORMATS: Mapping[str, Writer] = MappingProxyType(
    {
        "markdown": agreement_markdown.write,
        "json": agreement_json.write,
        "csv": agreement_csv.write,
    }
)

AGREEMENT_EXTENSIONS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": TERMINAL,
        ".md": "markdown",
        ".json": "json",
        ".csv": "csv",
    }
)
"""The format that a file's ending means."""

AGREEMENT_ROWS: Mapping[str, Writer] = MappingProxyType(
    {
        "disagreements": agreement_csv.write,
        "coefficients": agreement_csv.write_coefficients,
    }
)
"""What a row of csv may be, by its name."""
