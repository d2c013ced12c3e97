"""`gapcheck report`: what is practised, what is not, what nobody knows, and whose words say so."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.folder import Face, is_folder, write_folder
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
from gapcheck.cli.wanted import Wanted, listed
from gapcheck.model.choices import Audience
from gapcheck.model.report import Report
from gapcheck.reports.formats import EXTENSIONS, FORMATS, TERMINAL
from gapcheck.reports.terminal.report import write_report

NAMES = (TERMINAL, *FORMATS)
NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="LSP", help="Partnerships by id or name; none: the overview."),
]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="|".join(NAMES), help="Else by the file's ending."),
]
PolicyOption = Annotated[
    list[str] | None,
    typer.Option("--policy", metavar="POLICY", help="Only its imperatives; may be repeated."),
]
TopicOption = Annotated[
    list[str] | None,
    typer.Option("--topic", metavar="TOPIC", help="Only imperatives on it; may be repeated."),
]
OnlyOption = Annotated[
    str | None,
    typer.Option("--only", metavar="VERDICTS", help="Only these verdicts or groups."),
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
    policy: PolicyOption = None,
    topic: TopicOption = None,
    only: OnlyOption = None,
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
    gate, inside = gate_of(fail_on), is_folder(output, names or [])
    chosen = format_of(format_, None if inside else output, NAMES, EXTENSIONS)
    wanted = Wanted(
        root_of(context, study),
        today(),
        as_at_of(context, as_at),
        audience,
        coarsened(audience, coarsen),
        listed(policy),
        listed(topic),
        gate_of(only, "--only"),
    )
    found = wanted.judged(names or ())
    # What a gate looks at does not hang on what is shown.
    reasons = tripped(found, gate)
    if output is not None and inside:
        write_folder(output, Face(chosen, width, ascii_only), found, wanted)
    else:
        _write(wanted.shown(found), Face(chosen, width, ascii_only), output, wanted.root, pager)
    sys.stderr.writelines(f"{reason}\n" for reason in reasons)
    raise typer.Exit(bool(reasons))


def _write(shown: Report, face: Face, output: Path | None, study: Path, page: bool) -> None:
    if face.format in FORMATS:
        emit(lambda stream: FORMATS[face.format](shown, stream), output)
        return
    draw(
        lambda console: write_report(shown, console),
        output,
        width=face.width,
        ascii_only=face.ascii_only,
        study=study,
        page=page,
    )
