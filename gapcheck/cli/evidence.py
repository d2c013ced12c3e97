"""`gapcheck import` of evidence: read, brought into the study, written, and told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from gapcheck.bringing.changes import Way
from gapcheck.bringing.columns import kept
from gapcheck.bringing.combining import combined
from gapcheck.bringing.desk import desk_of
from gapcheck.bringing.files import Asked, found_in
from gapcheck.bringing.keys import kept_close, key_of
from gapcheck.bringing.laying import lay
from gapcheck.bringing.run import bring
from gapcheck.cli.asking import draft_survey, read_or_ask
from gapcheck.cli.bringing import finish, given_facts
from gapcheck.cli.refusals import Refused


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was said beside the files: facts of their documents, and how they are to be read."""

    told: Mapping[str, str]
    columns: Mapping[str, str]
    asks: tuple[str, ...]
    survey: Path | None
    key: Path | None
    map: Path | None
    way: Way


def asked_of(as_: str, asked: Evidence) -> Evidence:
    """The same, where it goes together; else it is said."""
    if as_ != "evidence":
        raise typer.BadParameter(f"{as_} is neither evidence nor policy", param_hint="--as")
    if asked.way.replace and not asked.way.update:
        raise Refused("--replace goes with --update.")
    return asked


def import_evidence(
    root: Path, paths: Sequence[Path], asked: Evidence, *, dry_run: bool, report: Path | None
) -> None:
    """Bring files into the study, or say what has to be decided first."""
    desk = desk_of(root, asked.map)
    names = key_of(root, asked.key)
    columns = {**desk.codemap.columns, **asked.columns}
    reading = Asked(columns, asked.survey, names.known, asked.asks)
    found = found_in(paths)
    if asked.survey is not None and not asked.survey.exists():
        draft_survey(asked.survey, found[0][0], dry_run=dry_run)
    given = given_facts(desk, asked.told)
    brought = combined([read_or_ask(each, desk, reading, dry_run=dry_run) for each in found])
    outcome = bring(brought, desk, given, asked.way)
    more = [each for each in (kept(desk, asked.columns), names.change) if each is not None]
    finish(outcome, brought, more, lay=None if dry_run else lay, report=report)
    if names.change and not dry_run:
        kept_close(names.path)
