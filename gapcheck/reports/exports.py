"""What a study can be exported as: one table of kinds, each with its formats.

A new kind is a line here and a module with `write(report, stream)` for each of its formats.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import BinaryIO, TextIO

from gapcheck.missing_extra import needing
from gapcheck.model.report import Report
from gapcheck.reports.template_file import TemplateFile

Writer = Callable[[Report, TextIO], None]
"""Writes a whole export to a text stream; it neither opens nor closes it."""

BinaryWriter = Callable[[Report, BinaryIO, TemplateFile | None], None]
"""The same for bytes, in the styles of a template where one is given."""

Formats = Mapping[str, Writer]
"""The formats of one kind; the first is written where none is asked for."""


def _coreq_markdown(report: Report, stream: TextIO) -> None:
    from gapcheck.reports.markdown import coreq  # noqa: PLC0415

    coreq.write(report, stream)


def _coreq_html(report: Report, stream: TextIO) -> None:
    from gapcheck.reports.html import coreq  # noqa: PLC0415

    coreq.write(report, stream)


def _coreq_docx(report: Report, stream: BinaryIO, template: TemplateFile | None) -> None:
    with needing("docx", "docx"):
        from gapcheck.reports.docx import coreq  # noqa: PLC0415
    coreq.write(report, stream, template)


# Each writer is imported when it is asked for, like those of a report.
EXPORTS: Mapping[str, Formats] = MappingProxyType(
    {
        "coreq": MappingProxyType({"markdown": _coreq_markdown, "html": _coreq_html}),
    }
)

BINARY_EXPORTS: Mapping[str, Mapping[str, BinaryWriter]] = MappingProxyType(
    {
        "coreq": MappingProxyType({"docx": _coreq_docx}),
    }
)
"""The formats that no terminal can show, by kind."""

ENDINGS: Mapping[str, str] = MappingProxyType({".md": "markdown", ".html": "html", ".docx": "docx"})
"""The format that a file's ending means."""
