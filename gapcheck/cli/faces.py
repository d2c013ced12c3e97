"""A report in the format asked for: written to a file or a pipe, or drawn on the terminal."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import typer

from gapcheck.cli.output import draw, emit, encoded, hand_over
from gapcheck.cli.refusals import Refused
from gapcheck.cli.wanted import SENSITIVITY
from gapcheck.model.choices import Audience
from gapcheck.model.report import Report
from gapcheck.near import did_you_mean
from gapcheck.reports.formats import (
    BINARY,
    BINARY_BRIEFS,
    BRIEFS,
    EXTENSIONS,
    FORMATS,
    ROWS,
    TEMPLATED,
    TERMINAL,
    TRANSPOSED,
    VIEWS,
    BinaryWriter,
    Writer,
)
from gapcheck.reports.screen import Screen, make_console
from gapcheck.reports.template_file import TemplateFile
from gapcheck.reports.terminal.report import write_report

NAMES = (TERMINAL, *FORMATS, *BINARY)
"""The formats of `report`."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a report is to look like, and where it goes."""

    format: str
    output: Path | None = None
    brief: bool = False
    template: TemplateFile | None = None
    width: int | None = None
    ascii_only: bool = False
    pager: bool = True
    rows: str = "findings"
    transposed: bool = False
    view: str = ""

    @property
    def ending(self) -> str:
        """The ending that a file of this format has."""
        return next(ending for ending, form in EXTENSIONS.items() if form == self.format)


def fitting(form: str, template: Path | None, *, brief: bool, whole: bool) -> TemplateFile | None:
    """The template, read, where all that was asked for goes together; else it is said."""
    if brief and whole:
        raise typer.BadParameter("--brief is of one partnership: name it.")
    if brief and form not in {TERMINAL, *BRIEFS, *BINARY_BRIEFS}:
        known = ", ".join((TERMINAL, *BRIEFS, *BINARY_BRIEFS))
        raise typer.BadParameter(f"{form} has no briefing: {known}")
    return template_of(template, form)


def view_of(form: str, audience: Audience, brief: bool, **asked: bool) -> str:
    """What is to be looked at instead of the report, where all that was asked for goes together.

    Empty where it is the report itself.
    """
    views = [name.replace("_", "-") for name, wanted in asked.items() if wanted]
    if not views:
        return ""
    one = views[0]
    if brief or len(views) > 1:
        other = "brief" if brief else views[1]
        raise typer.BadParameter(f"--{one} and --{other} are two reports: say one of them.")
    if audience is Audience.PUBLIC:
        # What a verdict would be without somebody, or what only few speak of, tells who they are.
        raise typer.BadParameter(f"--{one} is for the team alone: it tells of single excerpts.")
    if form not in {TERMINAL, *VIEWS[one]}:
        known = ", ".join((TERMINAL, *VIEWS[one]))
        raise typer.BadParameter(f"{form} does not show --{one}: {known}")
    return one


def template_of(template: Path | None, form: str) -> TemplateFile | None:
    """A template, read; refused where the format takes none or the file cannot be read."""
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
    texts, binaries = _writers(face)
    if face.format in texts:
        emit(lambda stream: texts[face.format](report, stream), face.output)
    elif face.format in binaries:
        hand_over(as_file(report, face), face.output, face.ending)
    else:
        draw(
            lambda console: _paint(console, face, report),
            face.output,
            width=face.width,
            ascii_only=face.ascii_only,
            study=study,
            page=face.pager,
        )


def as_file(report: Report, face: Face) -> bytes:
    """The whole file that a report is in a format."""
    texts, binaries = _writers(face)
    if face.format in binaries:
        held = io.BytesIO()
        binaries[face.format](report, held, face.template)
        return held.getvalue()
    text = io.StringIO()
    if face.format in texts:
        texts[face.format](report, text)
        return encoded(text.getvalue())
    _paint(make_console(text, width=face.width or 80, ascii_only=face.ascii_only), face, report)
    return text.getvalue().encode("utf-8", errors="backslashreplace")


def _writers(face: Face) -> tuple[Mapping[str, Writer], Mapping[str, BinaryWriter]]:
    if face.brief:
        return BRIEFS, BINARY_BRIEFS
    if face.view:
        return VIEWS[face.view], {}
    turned = {**BINARY, **TRANSPOSED} if face.transposed else BINARY
    return {**FORMATS, "csv": ROWS[face.rows]}, turned


def only_with(form: str, *, rows: str | None, transposed: bool) -> str:
    """What a row of CSV is; refused where the format has no such choice."""
    if transposed and form not in TRANSPOSED:
        raise typer.BadParameter(f"--transpose goes with {', '.join(TRANSPOSED)}.")
    if rows is None:
        return next(iter(ROWS))
    if form != "csv":
        raise typer.BadParameter("--rows goes with csv.")
    if rows not in ROWS:
        known = ", ".join(ROWS)
        raise typer.BadParameter(
            f"--rows: {rows} is neither of {known}. {did_you_mean(rows, ROWS)}"
        )
    return rows


def _paint(console: Screen, face: Face, report: Report) -> None:
    # Only the one that is drawn is imported.
    if face.brief:
        from gapcheck.reports.terminal.briefing import write_briefing  # noqa: PLC0415

        write_briefing(report, console)
    elif face.view == SENSITIVITY:
        from gapcheck.reports.stability import Stability  # noqa: PLC0415
        from gapcheck.reports.terminal.stability import write_stability  # noqa: PLC0415

        write_stability(Stability.of(report), console)
    elif face.view:
        from gapcheck.reports.terminal.beyond import write_beyond  # noqa: PLC0415

        write_beyond(report, console)
    else:
        write_report(report, console)
