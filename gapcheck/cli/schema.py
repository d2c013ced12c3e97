"""`gapcheck schema`: the study format as JSON Schema, for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.analysis import examine
from gapcheck.cli.options import OutputOption, StudyOption, before, root_of
from gapcheck.cli.output import emit
from gapcheck.cli.refusals import Refused
from gapcheck.load.root import NoStudy
from gapcheck.model.settings import Vocabulary
from gapcheck.near import did_you_mean
from gapcheck.schema import kinds


def schema(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="|".join(kinds.KINDS))],
    output: OutputOption = None,
    study: StudyOption = None,
) -> None:
    """Print the JSON Schema of one kind of file, with this study's own words where there is one."""
    if kind not in kinds.KINDS:
        advice = did_you_mean(kind, kinds.KINDS) or f"Kinds: {', '.join(kinds.KINDS)}."
        raise Refused(f"There is no kind of file called {kind}. {advice}")
    whole = kinds.schema(kind, _vocabulary(context, study))
    text = json.dumps(whole, ensure_ascii=True, indent=2)
    emit(lambda stream: print(text, file=stream), output)


def _vocabulary(context: typer.Context, study: Path | None) -> Vocabulary:
    """The words of the study that one stands in; the known ones alone outside of any."""
    try:
        root = root_of(context, study)
    except NoStudy:
        if study or before(context).study:
            raise
        return Vocabulary()
    return examine(root)[0].settings.vocabulary
