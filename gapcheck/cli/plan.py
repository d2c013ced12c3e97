"""`gapcheck plan`: whom to see next in a partnership, what to ask, and what it could change."""

from __future__ import annotations

from typing import Annotated

import typer

from gapcheck.ahead.plan import plan_for
from gapcheck.cli.options import (
    AsAtOption,
    AsciiOption,
    OutputOption,
    StudyOption,
    WidthOption,
    as_at_of,
    format_of,
    root_of,
    today,
)
from gapcheck.cli.output import draw, emit, hand_over
from gapcheck.reports.plan_formats import PLAN_BINARY, PLAN_EXTENSIONS, PLAN_FORMATS, TERMINAL
from gapcheck.reports.terminal.plan import write_plan

NAMES = (TERMINAL, *PLAN_FORMATS, *PLAN_BINARY)
NameArgument = Annotated[str, typer.Argument(metavar="LSP", help="The partnership, by id or name.")]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="|".join(NAMES), help="Else by the file's ending."),
]


def plan(
    context: typer.Context,
    name: NameArgument,
    format_: FormatOption = None,
    output: OutputOption = None,
    ascii_only: AsciiOption = False,
    width: WidthOption = None,
    pager: Annotated[bool, typer.Option(help="Page long plans on a terminal.")] = True,
    study: StudyOption = None,
    as_at: AsAtOption = None,
) -> None:
    """Plan the next round: whom to see, what to ask them, and what one more voice could change."""
    chosen = format_of(format_, output, NAMES, PLAN_EXTENSIONS)
    root = root_of(context, study, far=True)
    found = plan_for(root, name, today=today(), as_at=as_at_of(context, as_at))
    if chosen in PLAN_FORMATS:
        emit(lambda stream: PLAN_FORMATS[chosen](found, stream), output)
    elif chosen in PLAN_BINARY:
        hand_over(PLAN_BINARY[chosen](found), output, f".{chosen}")
    else:
        draw(
            lambda console: write_plan(found, console),
            output,
            width=width,
            ascii_only=ascii_only,
            study=root,
            page=pager,
        )
