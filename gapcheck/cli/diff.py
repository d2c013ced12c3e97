"""`gapcheck diff`: what changed in the findings between two states of a study, and why."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.options import (
    AsciiOption,
    OutputOption,
    StudyOption,
    WidthOption,
    before,
    day,
    format_of,
    root_of,
    today,
)
from gapcheck.cli.output import draw, emit
from gapcheck.cli.refusals import Refused
from gapcheck.cli.report import PolicyOption, TopicOption
from gapcheck.cli.wanted import listed
from gapcheck.comparing.against import since
from gapcheck.comparing.naming import Days, states
from gapcheck.comparing.pinned import is_report, pinned
from gapcheck.comparing.reading import Asked, read, working_tree
from gapcheck.comparing.run import Wanted, compare
from gapcheck.model.comparison import Comparison
from gapcheck.reports.diff_formats import DIFF_EXTENSIONS, DIFF_FORMATS, TERMINAL
from gapcheck.reports.terminal.diff import write_diff

NAMES = (TERMINAL, *DIFF_FORMATS)
OldArgument = Annotated[
    str | None,
    typer.Argument(metavar="OLD", help="A revision, a folder, a range (v1..v2), or a kept report."),
]
NewArgument = Annotated[
    str | None, typer.Argument(metavar="NEW", help="The same; else the working tree.")
]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="|".join(NAMES), help="Else by the file's ending."),
]
LspOption = Annotated[
    list[str] | None,
    typer.Option("--lsp", metavar="LSP", help="Only this partnership; may be repeated."),
]
DaysOption = Annotated[
    str | None,
    typer.Option("--as-at", metavar="A..B", help="Judge OLD as at A and NEW as at B."),
]


def diff(
    context: typer.Context,
    old: OldArgument = None,
    new: NewArgument = None,
    as_at: DaysOption = None,
    lsp: LspOption = None,
    policy: PolicyOption = None,
    topic: TopicOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    ascii_only: AsciiOption = False,
    width: WidthOption = None,
    pager: Annotated[bool, typer.Option(help="Page long texts on a terminal.")] = True,
    study: StudyOption = None,
) -> None:
    """Say which verdicts and confidences changed between two states, and what changed them.

    Causes are found by trying: the old state is judged again with one
    difference after the other put in.
    """
    chosen = format_of(format_, output, NAMES, DIFF_EXTENSIONS)
    days = _days(context, as_at)
    _something(old, days)
    named = study or before(context).study
    asked = Asked(root_of(context, study) if named else None, today())
    wanted = Wanted(listed(lsp), listed(policy), listed(topic))
    found = _compared(old, new, days, asked, wanted)
    if chosen in DIFF_FORMATS:
        emit(lambda stream: DIFF_FORMATS[chosen](found, stream), output)
        return
    draw(
        lambda console: write_diff(found, console),
        output,
        width=width,
        ascii_only=ascii_only,
        page=pager,
    )


def _compared(
    old: str | None, new: str | None, days: Days, asked: Asked, wanted: Wanted
) -> Comparison:
    """The comparison, against a kept report where OLD is one."""
    if old is None or not is_report(old):
        return compare(*states(old, new, days, asked), wanted)
    state = working_tree(asked) if new is None else read(new, asked)
    return since(
        pinned(Path(old)), replace(state, state=replace(state.state, as_at=days[1])), wanted
    )


def _something(old: str | None, days: Days) -> None:
    """Refuse where nothing is named that could differ."""
    if old is None and days[0] == days[1]:
        raise Refused(
            "Say what to compare: `gapcheck diff HEAD` (with the last commit), `gapcheck diff v1 "
            "v2`, two folders, or two days: `gapcheck diff --as-at 2004..2006`."
        )


def _days(context: typer.Context, typed: str | None) -> Days:
    """The days of both states: two, one for both, or none."""
    if typed is None:
        given = before(context).as_at
        return given, given
    first, dots, second = typed.partition("..")
    if not dots:
        return day(typed), day(typed)
    if not first or not second:
        raise typer.BadParameter(f"--as-at {typed} has one day only: write A..B")
    return day(first), day(second.removeprefix("."))
