"""`gapcheck schema`: the study format as JSON Schema, for editors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.analysis import examine
from gapcheck.cli.options import OutputOption, StudyOption, before, root_of
from gapcheck.cli.output import emit, save
from gapcheck.cli.refusals import CannotWrite, Refused
from gapcheck.load.root import NoStudy
from gapcheck.model.settings import Vocabulary
from gapcheck.near import did_you_mean
from gapcheck.schema import kinds
from gapcheck.schema.editors import published


def schema(
    context: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(metavar="|".join(kinds.KINDS), help="One; else all, into a folder."),
    ] = None,
    output: OutputOption = None,
    study: StudyOption = None,
) -> None:
    """Print the JSON Schema of one kind of file, with this study's own words where there is one."""
    if kind is None:
        _all_into(output, _vocabulary(context, study))
        return
    if kind not in kinds.KINDS:
        advice = did_you_mean(kind, kinds.KINDS) or f"Kinds: {', '.join(kinds.KINDS)}."
        raise Refused(f"There is no kind of file called {kind}. {advice}")
    text = published(kinds.schema(kind, _vocabulary(context, study)))
    emit(lambda stream: print(text, end="", file=stream), output)


def _all_into(folder: Path | None, vocabulary: Vocabulary) -> None:
    if folder is None or (folder.exists() and not folder.is_dir()):
        known = ", ".join(kinds.KINDS)
        raise Refused(f"Say which kind: {known}; or a folder for all of them: --output schemas")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"{folder} could not be made: {error.strerror or error}.") from error
    for kind in kinds.KINDS:
        save(folder / f"{kind}.json", published(kinds.schema(kind, vocabulary)).encode("utf-8"))
    sys.stderr.write(f"Wrote {len(kinds.KINDS)} schemas in {folder}.\n")


def _vocabulary(context: typer.Context, study: Path | None) -> Vocabulary:
    """The words of the study that one stands in; the known ones alone outside of any."""
    try:
        root = root_of(context, study, far=True)
    except NoStudy:
        if study or before(context).study:
            raise
        return Vocabulary()
    return examine(root)[0].settings.vocabulary
