"""`gapcheck new`: a commented file in its place, to be filled in."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from gapcheck.analysis import examine
from gapcheck.cli.options import StudyOption, root_of, today
from gapcheck.scaffold.new import KINDS, new_file


def new(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"One of: {', '.join(KINDS)}.")],
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A source as partnership/source; else an id."),
    ],
    study: StudyOption = None,
) -> None:
    """Write a new policy, partnership or source to fill in."""
    root = root_of(context, study)
    corpus, _ = examine(root)
    path = new_file(root, kind, name, today=today(), corpus=corpus)
    shown = path.relative_to(root).as_posix()
    sys.stdout.write(f"Wrote {shown}\nNext:  fill it in, then: gapcheck check {shown}\n")
