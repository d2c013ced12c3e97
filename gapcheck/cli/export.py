"""`gapcheck export`: the study in the shape that others ask for."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
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
from gapcheck.cli.records import export_records
from gapcheck.cli.refusals import Refused
from gapcheck.exporters.kinds import RECORDS
from gapcheck.model.choices import Audience
from gapcheck.near import did_you_mean
from gapcheck.reports.exports import BINARY_EXPORTS, ENDINGS, EXPORTS

KINDS = (*RECORDS, *EXPORTS)
KindArgument = Annotated[str, typer.Argument(metavar="|".join(KINDS), help="As what.")]
NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="LSP", help="Partnerships by id or name; none: the whole study."),
]
TemplateOption = Annotated[
    Path | None,
    typer.Option("--template", metavar="FILE", help="A Word file whose styles are taken."),
]
ReportOption = Annotated[
    Path | None, typer.Option("--report", metavar="FILE", help="The loss report as JSON.")
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
    report: ReportOption = None,
) -> None:
    """Export excerpts and codes for other programs, or the annex on methods.

    workbook: the study in Excel, to go on coding there. qdpx, qdc: for NVivo,
    ATLAS.ti, MAXQDA and others. csv: a row for each code. coreq: the checklist
    of methods and a summary of the findings.
    """
    if kind not in KINDS:
        advice = did_you_mean(kind, KINDS) or f"There are: {', '.join(KINDS)}."
        raise Refused(f"There is no export as {kind}. {advice}")
    if kind in RECORDS:
        if audience is not Audience.TEAM or template or format_ or as_at:
            only = "--audience, --as-at, --template and --format go with coreq"
            raise Refused(f"{only}: {kind} is of the records, for the team.")
        lines = export_records(root_of(context, study, far=True), kind, names or (), output, report)
        sys.stderr.writelines(f"{line}\n" for line in lines)
        return
    if report is not None:
        raise Refused("--report goes with workbook, qdpx, qdc and csv.")
    whose = Whose(
        root_of(context, study, far=True), as_at_of(context, as_at), names or (), audience
    )
    _report(whose, kind, Shape(format_, output, template), coarsen=coarsened(audience, coarsen))


@dataclass(frozen=True, slots=True)
class Whose:
    """The study that is exported, or the partnerships in it, and for whom."""

    root: Path
    as_at: date | None
    names: Sequence[str]
    audience: Audience


@dataclass(frozen=True, slots=True)
class Shape:
    """As what it is written, and where."""

    format: str | None
    output: Path | None
    template: Path | None


def _report(whose: Whose, kind: str, shape: Shape, *, coarsen: bool) -> None:
    """Export what is made of the findings."""
    formats, binaries = EXPORTS[kind], BINARY_EXPORTS.get(kind, {})
    known = (*formats, *binaries)
    endings = {ending: form for ending, form in ENDINGS.items() if form in known}
    chosen = format_of(shape.format, shape.output, known, endings)
    dress = template_of(shape.template, chosen)
    found = analyse(
        whose.root,
        today=today(),
        as_at=whose.as_at,
        names=whose.names,
        audience=whose.audience,
        coarsen=coarsen,
    )
    if chosen in formats:
        emit(lambda stream: formats[chosen](found, stream), shape.output)
        return
    held = io.BytesIO()
    binaries[chosen](found, held, dress)
    hand_over(held.getvalue(), shape.output, f".{chosen}")
