"""What a study can be exported as: one table of kinds, each with its formats.

A new kind is a line here and a module with `write(report, stream)` for each of its formats.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TextIO

from gapcheck.model.report import Report

Writer = Callable[[Report, TextIO], None]
"""Writes a whole export to a text stream; it neither opens nor closes it."""

Formats = Mapping[str, Writer]
"""The formats of one kind; the first is written where none is asked for."""


def _coreq_markdown(report: Report, stream: TextIO) -> None:
    from gapcheck.reports.markdown import coreq  # noqa: PLC0415

    coreq.write(report, stream)


def _coreq_html(report: Report, stream: TextIO) -> None:
    from gapcheck.reports.html import coreq  # noqa: PLC0415

    coreq.write(report, stream)


# Each writer is imported when it is asked for, like those of a report.
EXPORTS: Mapping[str, Formats] = MappingProxyType(
    {
        "coreq": MappingProxyType({"markdown": _coreq_markdown, "html": _coreq_html}),
    }
)

ENDINGS: Mapping[str, str] = MappingProxyType({".md": "markdown", ".html": "html"})
"""The format that a file's ending means."""
