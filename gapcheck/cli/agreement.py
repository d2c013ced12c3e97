"""`gapcheck agreement`: what several coders made differently of the same words, and how often."""

from __future__ import annotations

from typing import Annotated

import typer

from gapcheck.agreeing import agree
from gapcheck.cli.options import (
    AsciiOption,
    OutputOption,
    StudyOption,
    WidthOption,
    format_of,
    root_of,
    today,
)
from gapcheck.cli.output import draw, emit
from gapcheck.cli.report import PolicyOption, TopicOption
from gapcheck.cli.wanted import listed
from gapcheck.model.agreement import Scope
from gapcheck.near import did_you_mean
from gapcheck.reports.agreement_formats import (
    AGREEMENT_EXTENSIONS,
    AGREEMENT_FORMATS,
    AGREEMENT_ROWS,
    TERMINAL,
)

NAMES = (TERMINAL, *AGREEMENT_FORMATS)
NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="LSP", help="Partnerships by id or name; none: all."),
]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="|".join(NAMES), help="Else by the file's ending."),
]
CoderOption = Annotated[
    list[str] | None,
    typer.Option("--coder", metavar="NAME", help="One: with all others. Several: among them."),
]
RowsOption = Annotated[
    str | None,
    typer.Option("--rows", metavar="|".join(AGREEMENT_ROWS), help="What a row of csv is."),
]


def agreement(
    context: typer.Context,
    names: NamesArgument = None,
    coder: CoderOption = None,
    policy: PolicyOption = None,
    topic: TopicOption = None,
    format_: FormatOption = None,
    rows: RowsOption = None,
    output: OutputOption = None,
    ascii_only: AsciiOption = False,
    width: WidthOption = None,
    pager: Annotated[bool, typer.Option(help="Page long lists on a terminal.")] = True,
    study: StudyOption = None,
) -> None:
    """Show what coders disagree on, with the words, and then how far they agree.

    Percent agreement, Cohen's kappa and Krippendorff's alpha, each with what it
    is of; where one is not defined, that and why.
    """
    chosen = format_of(format_, output, NAMES, AGREEMENT_EXTENSIONS)
    kind = _rows(chosen, rows)
    scope = Scope(coders=listed(coder), policies=listed(policy), topics=listed(topic))
    root = root_of(context, study, far=True)
    found = agree(root, names or (), scope, today=today())
    if chosen in AGREEMENT_FORMATS:
        write = AGREEMENT_ROWS[kind] if chosen == "csv" else AGREEMENT_FORMATS[chosen]
        emit(lambda stream: write(found, stream), output)
        return
    # Imported late: what is written in another format is not drawn.
    from gapcheck.reports.terminal.agreement import write_agreement  # noqa: PLC0415

    draw(
        lambda console: write_agreement(found, console),
        output,
        width=width,
        ascii_only=ascii_only,
        study=root,
        page=pager,
    )


def _rows(chosen: str, rows: str | None) -> str:
    """What a row of csv is; only csv has such rows."""
    if rows is None:
        return next(iter(AGREEMENT_ROWS))
    if rows not in AGREEMENT_ROWS:
        known = " and ".join(AGREEMENT_ROWS)
        advice = did_you_mean(rows, AGREEMENT_ROWS)
        raise typer.BadParameter(f"--rows: {rows} is neither of {known}. {advice}".strip())
    if chosen != "csv":
        raise typer.BadParameter("--rows goes with csv.")
    return rows
