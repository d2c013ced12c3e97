"""`gapcheck report`: what is practised, what is not, what nobody knows, and whose words say so."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from gapcheck.analysis import analyse
from gapcheck.cli.gate import gate_of, tripped
from gapcheck.cli.options import (
    AsAtOption,
    AsciiOption,
    AudienceOption,
    CoarsenOption,
    OutputOption,
    StudyOption,
    WidthOption,
    as_at_of,
    coarsened,
    format_of,
    root_of,
    today,
)
from gapcheck.cli.output import draw, emit
from gapcheck.model.choices import Audience
from gapcheck.model.report import Report
from gapcheck.pending.run import with_pending
from gapcheck.reports.formats import EXTENSIONS, FORMATS, TERMINAL
from gapcheck.reports.screen import Screen

NAMES = (TERMINAL, *FORMATS)
NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="LSP", help="Partnerships by id or name; none: the overview."),
]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="|".join(NAMES), help="Else by the file's ending."),
]
FailOnOption = Annotated[
    str | None,
    typer.Option("--fail-on", metavar="VERDICTS", help="Exit 1 on these verdicts or groups."),
]


def report(
    context: typer.Context,
    names: NamesArgument = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    fail_on: FailOnOption = None,
    audience: AudienceOption = Audience.TEAM,
    coarsen: CoarsenOption = False,
    ascii_only: AsciiOption = False,
    width: WidthOption = None,
    pager: Annotated[bool, typer.Option(help="Page long reports on a terminal.")] = True,
    study: StudyOption = None,
    as_at: AsAtOption = None,
) -> None:
    """Report on partnerships, or without a name on all of them side by side."""
    chosen, gate = format_of(format_, output, NAMES, EXTENSIONS), gate_of(fail_on)
    root, now = root_of(context, study), today()
    found = analyse(
        root,
        today=now,
        as_at=as_at_of(context, as_at),
        names=names or (),
        audience=audience,
        coarsen=coarsened(audience, coarsen),
    )
    found = with_pending(found, root, now)
    if chosen in FORMATS:
        emit(lambda stream: FORMATS[chosen](found, stream), output)
    else:
        draw(
            lambda console: _paint(console, whole=not names, found=found),
            output,
            width=width,
            ascii_only=ascii_only,
            study=root,
            page=pager,
        )
    reasons = tripped(found, gate)
    sys.stderr.writelines(f"{reason}\n" for reason in reasons)
    raise typer.Exit(bool(reasons))


def _paint(console: Screen, *, whole: bool, found: Report) -> None:
    # Only the one that is drawn is imported.
    if whole:
        from gapcheck.reports.terminal.overview import write_overview  # noqa: PLC0415

        write_overview(found, console)
    else:
        from gapcheck.reports.terminal.partnership import write_partnerships  # noqa: PLC0415

        write_partnerships(found, console)
