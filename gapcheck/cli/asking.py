"""What an import has to ask before it can read a file: drafted into a file to be filled in."""

from __future__ import annotations

from pathlib import Path

import typer

from gapcheck.bringing.columns import asked_for
from gapcheck.bringing.desk import Desk
from gapcheck.bringing.files import Asked, read, survey_draft
from gapcheck.bringing.laying import lay
from gapcheck.cli.output import save, say
from gapcheck.importers.segments.columns import ColumnsUnknown
from gapcheck.model.brought import Brought
from gapcheck.reports.inert import visible


def read_or_ask(found: tuple[Path, str], desk: Desk, asked: Asked, *, dry_run: bool) -> Brought:
    """What one file held; columns that are not known are asked for, and it ends with 1."""
    try:
        return read(*found, asked)
    except ColumnsUnknown as error:
        change = asked_for(desk, error)
        say(visible(f"{error}\n"))
        if change is not None and not dry_run:
            lay([change])
            say(visible(f"Drafted {change.file}. Fill in its columns, and run the same again.\n"))
        else:
            say(visible(f"Say it under `columns:` in {desk.map_path.name}, or with --columns.\n"))
        raise typer.Exit(1) from None


def draft_survey(path: Path, table: Path, *, dry_run: bool) -> None:
    """Draft the map of a survey where there is none yet, and end with 1."""
    text = survey_draft(table)
    if dry_run:
        say(visible(text))
    else:
        save(path, text.encode())
        say(visible(f"Drafted {path}. Say what each question means, and run the same again.\n"))
    raise typer.Exit(1)
