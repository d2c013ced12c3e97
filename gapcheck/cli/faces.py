"""A report in the format asked for: written to a file or a pipe, or drawn on the terminal."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import typer

from gapcheck.cli.output import draw, emit, hand_over
from gapcheck.cli.refusals import Refused
from gapcheck.model.report import Report
from gapcheck.reports.formats import (
    BINARY,
    BINARY_BRIEFS,
    BRIEFS,
    EXTENSIONS,
    FORMATS,
    TEMPLATED,
    TERMINAL,
)
from gapcheck.reports.screen import Screen
from gapcheck.reports.template_file import TemplateFile

NAMES = (TERMINAL, *FORMATS, *BINARY)
"""The formats of `report`."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a report is to look like, and where it goes; `whole` where no partnership was named."""

    format: str
    output: Path | None = None
    whole: bool = False
    brief: bool = False
    template: TemplateFile | None = None
    width: int | None = None
    ascii_only: bool = False
    pager: bool = True


def fitting(form: str, template: Path | None, *, brief: bool, whole: bool) -> TemplateFile | None:
    """The template, read, where all that was asked for goes together; else it is said."""
    if brief and whole:
        raise typer.BadParameter("--brief is of one partnership: name it.")
    if brief and form not in {TERMINAL, *BRIEFS, *BINARY_BRIEFS}:
        known = ", ".join((TERMINAL, *BRIEFS, *BINARY_BRIEFS))
        raise typer.BadParameter(f"{form} has no briefing: {known}")
    if template is None:
        return None
    if form not in TEMPLATED:
        raise typer.BadParameter(f"--template goes with {', '.join(sorted(TEMPLATED))}.")
    try:
        return TemplateFile(str(template), template.read_bytes())
    except OSError as error:
        raise Refused(f"{template} could not be read: {error.strerror or error}.") from error


def show(report: Report, face: Face, study: Path) -> None:
    """Write the report as asked for."""
    texts, binaries = (BRIEFS, BINARY_BRIEFS) if face.brief else (FORMATS, BINARY)
    if face.format in texts:
        emit(lambda stream: texts[face.format](report, stream), face.output)
    elif face.format in binaries:
        buffer = io.BytesIO()
        binaries[face.format](report, buffer, face.template)
        (ending,) = (each for each, form in EXTENSIONS.items() if form == face.format)
        hand_over(buffer.getvalue(), face.output, ending)
    else:
        draw(
            lambda console: _paint(console, face, report),
            face.output,
            width=face.width,
            ascii_only=face.ascii_only,
            study=study,
            page=face.pager,
        )


def _paint(console: Screen, face: Face, report: Report) -> None:
    # Only the one that is drawn is imported.
    if face.brief:
        from gapcheck.reports.terminal.briefing import write_briefing  # noqa: PLC0415

        write_briefing(report, console)
    elif face.whole:
        from gapcheck.reports.terminal.overview import write_overview  # noqa: PLC0415

        write_overview(report, console)
    else:
        from gapcheck.reports.terminal.partnership import write_partnerships  # noqa: PLC0415

        write_partnerships(report, console)
