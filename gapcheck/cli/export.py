"""`gapcheck export`: what reviewers of a study's methods ask for, filled from the study."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.analysis import studied
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
from gapcheck.reports.annexes.formats import ANNEXES, BINARIES, ENDINGS, TEXTS

FORMATS = (*TEXTS, *BINARIES)


NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[LSP]...", help="Partnerships by id or name; none: all."),
]


def export(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="|".join(ANNEXES))],
    names: NamesArgument = None,
    format_: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="|".join(FORMATS), help="Else by the ending."),
    ] = None,
    output: OutputOption = None,
    template: Annotated[
        Path | None, typer.Option("--template", metavar="FILE", help="A Word file's styles.")
    ] = None,
    audience: AudienceOption = Audience.TEAM,
    coarsen: CoarsenOption = False,
    study: StudyOption = None,
    as_at: AsAtOption = None,
) -> None:
    """Write a checklist (COREQ) or a summary of findings (after GRADE-CERQual)."""
    if kind not in ANNEXES:
        advice = did_you_mean(kind, ANNEXES) or f"There are: {', '.join(ANNEXES)}."
        raise Refused(f"There is no export of {kind}. {advice}")
    chosen = format_of(format_, output, FORMATS, ENDINGS)
    styles = template_of(template, chosen)
    corpus, report = studied(
        root_of(context, study),
        today=today(),
        as_at=as_at_of(context, as_at),
        names=names or (),
        audience=audience,
        coarsen=coarsened(audience, coarsen),
    )
    annex = ANNEXES[kind](corpus, report)
    if chosen in TEXTS:
        emit(lambda stream: TEXTS[chosen](annex, report, stream), output)
        return
    held = io.BytesIO()
    BINARIES[chosen](annex, report, held, styles)
    hand_over(held.getvalue(), output, f".{chosen}")
