"""`gapcheck export`: the study in the shape that others ask for; now its annex on methods."""

from __future__ import annotations

from typing import Annotated

import typer

from gapcheck.analysis import analyse
from gapcheck.cli.options import (
    AsAtOption,
    AudienceOption,
    CoarsenOption,
    OutputOption,
    StudyOption,
    as_at_of,
    coarsened,
    format_of,
    root_of,
    today,
)
from gapcheck.cli.output import emit
from gapcheck.cli.refusals import Refused
from gapcheck.model.choices import Audience
from gapcheck.near import did_you_mean
from gapcheck.reports.exports import ENDINGS, EXPORTS

KindArgument = Annotated[str, typer.Argument(metavar="|".join(EXPORTS), help="As what.")]
NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="LSP", help="Partnerships by id or name; none: the whole study."),
]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="markdown|html", help="Else by the file's ending."),
]


def export(
    context: typer.Context,
    kind: KindArgument,
    names: NamesArgument = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    audience: AudienceOption = Audience.TEAM,
    coarsen: CoarsenOption = False,
    study: StudyOption = None,
    as_at: AsAtOption = None,
) -> None:
    """Export the annex on methods: the COREQ checklist and a summary of the findings.

    What the study's files say of each item is filled in, with where it is
    taken from; of the others it says what is to be written.
    """
    if kind not in EXPORTS:
        advice = did_you_mean(kind, EXPORTS) or f"There are: {', '.join(EXPORTS)}."
        raise Refused(f"There is no export as {kind}. {advice}")
    formats = EXPORTS[kind]
    endings = {ending: form for ending, form in ENDINGS.items() if form in formats}
    chosen = format_of(format_, output, tuple(formats), endings)
    found = analyse(
        root_of(context, study),
        today=today(),
        as_at=as_at_of(context, as_at),
        names=names or (),
        audience=audience,
        coarsen=coarsened(audience, coarsen),
    )
    emit(lambda stream: formats[chosen](found, stream), output)
