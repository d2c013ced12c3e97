"""`gapcheck list`: what there is, with counts."""

from __future__ import annotations

import json
from typing import Annotated, TextIO

import typer

from gapcheck.analysis import examine
from gapcheck.cli.options import (
    AsciiOption,
    OutputOption,
    StudyOption,
    WidthOption,
    root_of,
    today,
)
from gapcheck.cli.output import draw, emit
from gapcheck.cli.refusals import Refused
from gapcheck.inventory import INVENTORIES, Inventory
from gapcheck.near import did_you_mean
from gapcheck.reports.table import write as write_table


def list_(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="|".join(INVENTORIES))],
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="terminal|json", help="How to write it.")
    ] = "terminal",
    output: OutputOption = None,
    ascii_only: AsciiOption = False,
    width: WidthOption = None,
    pager: Annotated[bool, typer.Option(help="Page long lists on a terminal.")] = True,
    study: StudyOption = None,
) -> None:
    """List imperatives, sources, partnerships or themes."""
    if what not in INVENTORIES:
        advice = did_you_mean(what, INVENTORIES) or f"There are: {', '.join(INVENTORIES)}."
        raise Refused(f"There is no list of {what}. {advice}")
    corpus, _ = examine(root_of(context, study, far=True))
    inventory = INVENTORIES[what](corpus, today())
    if format_ == "json":
        emit(lambda stream: _json(what, inventory, stream), output)
    elif format_ != "terminal":
        raise typer.BadParameter(f"{format_} is no format: terminal, json")
    else:
        draw(
            lambda console: write_table(inventory.headings, inventory.rows, console),
            output,
            width=width,
            ascii_only=ascii_only,
            page=pager,
        )


def _json(what: str, inventory: Inventory, stream: TextIO) -> None:
    rows = [dict(zip(inventory.headings, row, strict=True)) for row in inventory.rows]
    whole = {"format": "gapcheck-list/1", what: rows}
    # Names may hold marks that a terminal would obey; in pure ASCII they are inert.
    stream.write(json.dumps(whole, ensure_ascii=True, indent=2) + "\n")
