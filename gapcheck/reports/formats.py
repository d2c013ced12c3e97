"""The formats that a report can be written in, and the endings of files that mean them.

A new format is one module with `write(report, stream)` and one line here. `terminal` has no
line: it draws on a console whose width and colours the command line knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TextIO

from gapcheck.model.report import Report

Writer = Callable[[Report, TextIO], None]
"""Writes a whole report to a text stream; it neither opens nor closes it."""

TERMINAL = "terminal"
"""The format for reading on a screen, and for `.txt` files."""


def _markdown(report: Report, stream: TextIO) -> None:
    from gapcheck.reports.markdown import writer  # noqa: PLC0415

    writer.write(report, stream)


def _html(report: Report, stream: TextIO) -> None:
    from gapcheck.reports.html import writer  # noqa: PLC0415

    writer.write(report, stream)


def _json(report: Report, stream: TextIO) -> None:
    from gapcheck.reports import json_report  # noqa: PLC0415

    json_report.write(report, stream)


# Each format is imported when it is asked for: the terminal should not wait for the others.
FORMATS: Mapping[str, Writer] = MappingProxyType(
    {
        "markdown": _markdown,
        "html": _html,
        "json": _json,
    }
)

EXTENSIONS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": TERMINAL,
        ".md": "markdown",
        ".html": "html",
        ".json": "json",
    }
)
"""The format that a file's ending means."""
