"""The formats that a report can be written in, and the endings of files that mean them.

A new format is one module with `write(report, stream)` and one line here: in `FORMATS` where it
writes text, in `BINARY` where it writes bytes, in `BRIEFS` or `BINARY_BRIEFS` too where it can
write a briefing of two pages. `terminal` has no line: it draws on a console whose width and
colours the command line knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import BinaryIO, TextIO

from gapcheck.missing_extra import needing
from gapcheck.model.report import Report
from gapcheck.reports.template_file import TemplateFile

Writer = Callable[[Report, TextIO], None]
"""Writes a whole report to a text stream; it neither opens nor closes it."""

BinaryWriter = Callable[[Report, BinaryIO, TemplateFile | None], None]
"""The same for bytes, in the styles of a template where one is given.

MissingExtra says what has to be installed for it, NoTemplate what is wrong with the template.
"""

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


def _oscal(report: Report, stream: TextIO) -> None:
    from gapcheck.reports.oscal import writer  # noqa: PLC0415

    writer.write(report, stream)


def _csv(report: Report, stream: TextIO) -> None:
    from gapcheck.reports import report_csv  # noqa: PLC0415

    report_csv.write(report, stream)


def _csv_statements(report: Report, stream: TextIO) -> None:
    from gapcheck.reports import report_csv  # noqa: PLC0415

    report_csv.write_statements(report, stream)


def _xlsx(report: Report, stream: BinaryIO, _: TemplateFile | None) -> None:
    with needing("xlsxwriter", "xlsx"):
        from gapcheck.reports.xlsx import writer  # noqa: PLC0415
    writer.write(report, stream)


def _xlsx_transposed(report: Report, stream: BinaryIO, _: TemplateFile | None) -> None:
    with needing("xlsxwriter", "xlsx"):
        from gapcheck.reports.xlsx import writer  # noqa: PLC0415
    writer.write(report, stream, transposed=True)


def _docx(report: Report, stream: BinaryIO, template: TemplateFile | None) -> None:
    with needing("docx", "docx"):
        from gapcheck.reports.docx import writer  # noqa: PLC0415
    writer.write(report, stream, template)


def _markdown_brief(report: Report, stream: TextIO) -> None:
    from gapcheck.reports.markdown import briefing  # noqa: PLC0415

    briefing.write(report, stream)


def _html_brief(report: Report, stream: TextIO) -> None:
    from gapcheck.reports.html import briefing  # noqa: PLC0415

    briefing.write(report, stream)


def _docx_brief(report: Report, stream: BinaryIO, template: TemplateFile | None) -> None:
    with needing("docx", "docx"):
        from gapcheck.reports.docx import briefing  # noqa: PLC0415
    briefing.write(report, stream, template)


def _markdown_stability(report: Report, stream: TextIO) -> None:
    from gapcheck.reports.markdown import stability  # noqa: PLC0415

    stability.write(report, stream)


def _html_stability(report: Report, stream: TextIO) -> None:
    from gapcheck.reports.html import stability  # noqa: PLC0415

    stability.write(report, stream)


def _json_stability(report: Report, stream: TextIO) -> None:
    from gapcheck.reports import stability_json  # noqa: PLC0415

    stability_json.write(report, stream)


def _markdown_beyond(report: Report, stream: TextIO) -> None:
    from gapcheck.reports.markdown import beyond  # noqa: PLC0415

    beyond.write(report, stream)


def _html_beyond(report: Report, stream: TextIO) -> None:
    from gapcheck.reports.html import beyond  # noqa: PLC0415

    beyond.write(report, stream)


def _json_beyond(report: Report, stream: TextIO) -> None:
    from gapcheck.reports import beyond_json  # noqa: PLC0415

    beyond_json.write(report, stream)


# Each format is imported when it is asked for: the terminal should not wait for the others.
FORMATS: Mapping[str, Writer] = MappingProxyType(
    {
        "markdown": _markdown,
        "html": _html,
        "json": _json,
        "csv": _csv,
        "oscal": _oscal,
    }
)

ROWS: Mapping[str, Writer] = MappingProxyType({"findings": _csv, "statements": _csv_statements})
"""What a row of CSV is."""

BINARY: Mapping[str, BinaryWriter] = MappingProxyType({"docx": _docx, "xlsx": _xlsx})
"""The formats that no terminal can show."""

TRANSPOSED: Mapping[str, BinaryWriter] = MappingProxyType({"xlsx": _xlsx_transposed})
"""Those with a matrix that may be turned: imperatives down, partnerships across."""

BRIEFS: Mapping[str, Writer] = MappingProxyType({"markdown": _markdown_brief, "html": _html_brief})
BINARY_BRIEFS: Mapping[str, BinaryWriter] = MappingProxyType({"docx": _docx_brief})
"""The formats of a briefing of two pages; `terminal` is another."""

VIEWS: Mapping[str, Mapping[str, Writer]] = MappingProxyType(
    {
        "sensitivity": {
            "markdown": _markdown_stability,
            "html": _html_stability,
            "json": _json_stability,
        },
        "beyond-policy": {
            "markdown": _markdown_beyond,
            "html": _html_beyond,
            "json": _json_beyond,
        },
    }
)
"""What may be looked at instead of the report, and its formats; `terminal` is another."""

TEMPLATED = frozenset({"docx"})
"""The formats that take the styles of a template."""

EXTENSIONS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": TERMINAL,
        ".md": "markdown",
        ".html": "html",
        ".json": "json",
        ".docx": "docx",
        ".xlsx": "xlsx",
        ".csv": "csv",
        ".oscal.json": "oscal",
    }
)
"""The format that a file's ending means."""
