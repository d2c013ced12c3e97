"""`gapcheck review`: suggestions one by one, decided by a person and written as they type."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.analysis import prepare
from gapcheck.cli.match import ModelOption, TopOption
from gapcheck.cli.options import AsciiOption, StudyOption, root_of, today
from gapcheck.cli.refusals import Refused
from gapcheck.cli.settling import settle
from gapcheck.review.opening import turns_of
from gapcheck.review.turns import Turns

NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="LSP", help="Partnerships by id or name; none: all."),
]
CoderOption = Annotated[
    str, typer.Option("--coder", metavar="NAME", help="A second coder: into their own files.")
]

DisagreementsOption = Annotated[
    bool, typer.Option("--disagreements", help="Settle what coders disagree on.")
]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="With it: who settles them.")
]
Named = tuple[str, str, str]
SuspectOption = Annotated[
    bool, typer.Option("--suspect", help="Codes whose imperative has changed since.")
]
ConfirmOption = Annotated[
    Named | None,
    typer.Option(
        "--confirm", metavar="SOURCE EXCERPT IMPERATIVE", help="With --suspect: it stands."
    ),
]
AcceptOption = Annotated[
    bool, typer.Option("--accept-all", help="With --suspect: note all codes as they are now.")
]


def review(
    context: typer.Context,
    names: NamesArgument = None,
    coder: CoderOption = "",
    disagreements: DisagreementsOption = False,
    by: ByOption = None,
    top: TopOption = 5,
    model: ModelOption = None,
    suspect: SuspectOption = False,
    confirm: ConfirmOption = None,
    accept_all: AcceptOption = False,
    ascii_only: AsciiOption = False,
    study: StudyOption = None,
) -> None:
    """Go through what nobody has reviewed, one excerpt at a time, with single keys.

    Nothing is preset. What you decide is written at once into the excerpt's own file, whose
    comments and layout stay; stop whenever you like, the rest waits.
    """
    root = root_of(context, study)
    if disagreements:
        _only_disagreements(coder)
        settle(root, names or (), by, terminal=_on_a_terminal(), ascii_only=ascii_only)
        return
    if by is not None:
        raise typer.BadParameter("--by goes with --disagreements.")
    if suspect or confirm or accept_all:
        _suspects(root, names or [], coder, (suspect, confirm, accept_all))
        return
    prepared = prepare(root, names or (), today=today(), top=top or 9, model=model, coder=coder)
    _sit(turns_of(root, prepared, coder), ascii_only=ascii_only)


def _sit(turns: Turns, *, ascii_only: bool) -> None:
    """Go through the cards on a screen, and say what was written."""
    if not turns.pile.cards:
        sys.stderr.write("No excerpt waits to be reviewed.\n")
        return
    if not _on_a_terminal():
        raise Refused("review needs a terminal. In scripts: gapcheck match, and gapcheck code.")
    # Imported late: whoever has nothing to review need not wait for a screen.
    from gapcheck.review.app import ReviewApp  # noqa: PLC0415

    ReviewApp(turns, ascii_only=ascii_only).run()
    left = turns.pile.left
    rest = f"{left} left: `gapcheck review` goes on from there" if left else "nothing is left"
    sys.stderr.write(f"{len(turns.written)} written, {rest}.\n")


def _only_disagreements(coder: str) -> None:
    if coder:
        raise typer.BadParameter("--coder goes with coding; who settles is named with --by.")


def _suspects(
    root: Path, names: list[str], coder: str, asked: tuple[bool, Named | None, bool]
) -> None:
    """What is to be done with codes whose imperative has changed."""
    suspect, confirm, accept_all = asked
    if not suspect or (confirm and accept_all):
        raise Refused("--confirm or --accept-all goes with --suspect, one of them at a time.")
    # Imported late: most sittings are with what nobody has reviewed.
    from gapcheck.cli import suspects  # noqa: PLC0415

    if accept_all:
        suspects.accept(root, names, coder)
    elif confirm:
        suspects.confirm_one(root, confirm, coder)
    else:
        suspects.walk_through(root, names, coder, on_a_terminal=_on_a_terminal())


def _on_a_terminal() -> bool:
    """Whether keys come from one and the screen, which is drawn on stderr, is one."""
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
