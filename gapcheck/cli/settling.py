"""`gapcheck review --disagreements`: what coders disagree on, settled one by one."""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path

import typer

from gapcheck.agreeing import agree
from gapcheck.amend.change import Agreed
from gapcheck.cli.options import today
from gapcheck.cli.refusals import Refused
from gapcheck.model.agreement import Scope
from gapcheck.reports.agreement_words import opening
from gapcheck.review.settling.bench import Bench
from gapcheck.review.settling.rounds import rounds_of


def settle(
    root: Path, names: Collection[str], by: str | None, *, terminal: bool, ascii_only: bool
) -> None:
    """Go through what is open; Refused where nobody says who settles it."""
    found = agree(root, names, Scope(), today=today())
    if not found.open:
        said = "No disagreement is open." if found.idle is None else opening(found)
        sys.stderr.write(f"{said}\n")
        return
    if not terminal:
        raise Refused(
            "review needs a terminal. In scripts: gapcheck agreement, and gapcheck code"
            " --agreed-by NAME."
        )
    agreed = Agreed(_named(by), today().isoformat())
    # Imported late: whoever has nothing to settle need not wait for a screen.
    from gapcheck.review.settling.app import SettleApp  # noqa: PLC0415

    rounds = rounds_of(Bench(root, agreed), found)
    SettleApp(rounds, ascii_only=ascii_only).run()
    left = rounds.pile.left
    rest = f"{left} left open" if left else "nothing is left open"
    sys.stderr.write(f"{len(rounds.written)} settled, {rest}.\n")


def _named(by: str | None) -> str:
    """Who settles, asked for once where it was not said."""
    name = by if by is not None else typer.prompt("Who settles them", default="", err=True)
    if not name.strip():
        raise Refused("Say who settles what coders disagree on: --by NAME.")
    return " ".join(name.split())
