"""`gapcheck report`: what is practised, what is not, what nobody knows, and whose words say so."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.analysis import analyse
from gapcheck.cli.faces import NAMES, Face, fitting, show
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
from gapcheck.model.choices import Audience
from gapcheck.pending.run import with_pending
from gapcheck.reports.formats import EXTENSIONS

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
BriefOption = Annotated[
    bool, typer.Option("--brief", help="Two pages on a partnership instead of the whole.")
]
TemplateOption = Annotated[
    Path | None,
    typer.Option("--template", metavar="FILE", help="A .docx or .dotx whose styles to use."),
]


def report(
    context: typer.Context,
    names: NamesArgument = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    brief: BriefOption = False,
    template: TemplateOption = None,
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
    dress = fitting(chosen, template, brief=brief, whole=not names)
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
    face = Face(chosen, output, not names, brief, dress, width, ascii_only, pager)
    show(found, face, root)
    reasons = tripped(found, gate)
    sys.stderr.writelines(f"{reason}\n" for reason in reasons)
    raise typer.Exit(bool(reasons))
