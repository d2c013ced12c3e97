"""`gapcheck export`: the study in the shape that others ask for; now its annex on methods."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.analysis import analyse
from gapcheck.cli.faces import template_of
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
from gapcheck.cli.output import emit, hand_over
from gapcheck.cli.refusals import Refused
from gapcheck.model.choices import Audience
from gapcheck.near import did_you_mean
from gapcheck.reports.exports import BINARY_EXPORTS, ENDINGS, EXPORTS

KindArgument = Annotated[str, typer.Argument(metavar="|".join(EXPORTS), help="As what.")]
NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="LSP", help="Partnerships by id or name; none: the whole study."),
]
TemplateOption = Annotated[
    Path | None,
    typer.Option("--template", metavar="FILE", help="A Word file whose styles are taken."),
]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="markdown|html|docx", help="Else by the file's ending."),
]


def export(
    context: typer.Context,
    kind: KindArgument,
    names: NamesArgument = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    template: TemplateOption = None,
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
    formats, binaries = EXPORTS[kind], BINARY_EXPORTS.get(kind, {})
    known = (*formats, *binaries)
    endings = {ending: form for ending, form in ENDINGS.items() if form in known}
    chosen = format_of(format_, output, known, endings)
    dress = template_of(template, chosen)
    found = analyse(
        root_of(context, study),
        today=today(),
        as_at=as_at_of(context, as_at),
        names=names or (),
        audience=audience,
        coarsen=coarsened(audience, coarsen),
    )
    if chosen in formats:
        emit(lambda stream: formats[chosen](found, stream), output)
        return
    held = io.BytesIO()
    binaries[chosen](found, held, dress)
    hand_over(held.getvalue(), output, f".{chosen}")
