"""`gapcheck explain`: how one verdict came about."""

from __future__ import annotations

from typing import Annotated

import typer

from gapcheck.analysis import explain_one
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
    root_of,
    today,
)
from gapcheck.cli.output import draw
from gapcheck.model.choices import Audience
from gapcheck.model.report import Report
from gapcheck.pending.run import with_pending
from gapcheck.reports.screen import Screen
from gapcheck.reports.terminal.explain import write_explain
from gapcheck.reports.terminal.explain_across import write_explain_across


def explain(
    context: typer.Context,
    names: Annotated[
        list[str], typer.Argument(metavar="[LSP] IMPERATIVE", help="Alone: in all partnerships.")
    ],
    output: OutputOption = None,
    audience: AudienceOption = Audience.TEAM,
    coarsen: CoarsenOption = False,
    ascii_only: AsciiOption = False,
    width: WidthOption = None,
    pager: Annotated[bool, typer.Option(help="Page long texts on a terminal.")] = True,
    study: StudyOption = None,
    as_at: AsAtOption = None,
) -> None:
    """Explain one verdict: the rule, every statement, and what would change it."""
    if len(names) > 2:
        raise typer.BadParameter("one partnership and one imperative at most")
    root = root_of(context, study, far=True)
    *lsp, imperative = names
    now = today()
    full, found = explain_one(
        root,
        imperative,
        lsp,
        today=now,
        as_at=as_at_of(context, as_at),
        audience=audience,
        coarsen=coarsened(audience, coarsen),
    )
    found = with_pending(found, root, now)
    draw(
        lambda console: _paint(console, found, full, one=bool(lsp)),
        output,
        width=width,
        ascii_only=ascii_only,
        study=root,
        page=pager,
    )


def _paint(console: Screen, found: Report, imperative: str, *, one: bool) -> None:
    if not one:
        write_explain_across(found, imperative, console)
        return
    finding = next(each for each in found.findings if each.imperative.name == imperative)
    write_explain(finding, found, console)
