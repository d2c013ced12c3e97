"""`gapcheck init`: a new study, the shipped one, or the duties of one kind of partnership."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.analysis import examine
from gapcheck.cli.options import before, on_disk, place, today
from gapcheck.cli.refusals import Refused
from gapcheck.model.dates import PartialDate
from gapcheck.scaffold.duties import wanted
from gapcheck.scaffold.init import example_study, new_study
from gapcheck.scaffold.laying import Written
from gapcheck.scaffold.library import library
from gapcheck.scaffold.policy_study import policy_study
from gapcheck.source.days import is_date, mended


def init(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", parser=place, help="Where; else here.")
    ] = Path(),
    example: Annotated[bool, typer.Option("--example", help="The whole shipped study.")] = False,
    policies: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="Bring the duties of this kind of partnership."),
    ] = None,
    nation: Annotated[str, typer.Option(help="With --policies: of this nation.")] = "england",
    as_at: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="With --policies: in force then; left out: today."),
    ] = None,
) -> None:
    """Begin a study in a folder: commented examples that pass `gapcheck check`."""
    if example and policies:
        raise typer.BadParameter("--example brings all policies already; leave out --policies")
    on_disk(folder)
    if policies:
        written = _duties(folder, policies, nation, as_at or _before(context))
    else:
        written = _example(folder) if example else new_study(folder)
    _tell(folder, written)


def _before(context: typer.Context) -> str | None:
    said = before(context).as_at
    return said.isoformat() if said else None


def _example(folder: Path) -> Written:
    shipped = library()
    corpus, _ = examine(shipped)
    return example_study(folder, shipped, corpus.settings.vocabulary)


def _duties(folder: Path, kind: str, nation: str, as_at: str | None) -> Written:
    when = as_at or today().isoformat()
    if not is_date(when):
        meant = mended(when)
        advice = f"Did you mean {meant}?" if meant else "Write YYYY, YYYY-MM or YYYY-MM-DD."
        raise Refused(f"{when} is no date. {advice}")
    shipped = library()
    corpus, _ = examine(shipped)
    asked = wanted(kind, nation, PartialDate.parse(when), corpus.settings.vocabulary.kinds)
    return policy_study(folder, asked, corpus, shipped)


def _tell(folder: Path, written: Written) -> None:
    count = len(written.files)
    sys.stdout.write(f"Wrote {count} files in {folder}.\n")
    sys.stderr.writelines(f"{note}\n" for note in written.notes)
    there = "" if folder.resolve() == Path.cwd() else f"cd {folder}; "
    sys.stdout.write(f"Next:  {there}gapcheck check; gapcheck report\n")
