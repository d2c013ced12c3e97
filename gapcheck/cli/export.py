"""`gapcheck export`: the study in the shape that others ask for."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gapcheck.analysis import analyse
from gapcheck.cli.data_set import export_folder
from gapcheck.cli.faces import template_of
from gapcheck.cli.options import (
    AsAtOption,
    AudienceOption,
    ClusterOption,
    CoarsenOption,
    JobsOption,
    OutputOption,
    StudyOption,
    as_at_of,
    coarsened,
    crew_of,
    format_of,
    root_of,
    today,
)
from gapcheck.cli.output import emit, hand_over
from gapcheck.cli.records import export_records
from gapcheck.cli.refusals import Refused
from gapcheck.cli.wanted import How, Part, Wanted
from gapcheck.exporters.kinds import FOLDERS, RECORDS
from gapcheck.model.choices import Audience
from gapcheck.near import did_you_mean
from gapcheck.reports.exports import BINARY_EXPORTS, ENDINGS, EXPORTS

if TYPE_CHECKING:
    from gapcheck.sweep.crews import Crew

KINDS = (*RECORDS, *FOLDERS, *EXPORTS)
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
    jobs: JobsOption = None,
    cluster: ClusterOption = None,
    study: StudyOption = None,
    as_at: AsAtOption = None,
    report: ReportOption = None,
) -> None:
    """Export excerpts and codes for other programs, findings, or the annex on methods.

    workbook: the study in Excel, to go on coding there. qdpx, qdc: for NVivo,
    ATLAS.ti, MAXQDA and others. csv: a row for each code. parquet: a folder of
    findings, statements and excerpts for DuckDB, pandas, R and others. coreq:
    the checklist of methods and a summary of the findings.
    """
    if kind not in KINDS:
        advice = did_you_mean(kind, KINDS) or f"There are: {', '.join(KINDS)}."
        raise Refused(f"There is no export as {kind}. {advice}")
    crew = crew_of(jobs, cluster)
    if crew and kind not in FOLDERS:
        raise Refused(f"--jobs and --cluster go with {', '.join(FOLDERS)}.")
    root, shape = root_of(context, study, far=True), Shape(format_, output, template)
    if kind in RECORDS:
        _for_the_team(kind, shape, told=audience is not Audience.TEAM or as_at is not None)
        _say(export_records(root, kind, names or (), output, report))
        return
    whose = Whose(root, as_at_of(context, as_at), names or (), audience, crew)
    if kind in FOLDERS:
        _folder(whose, kind, shape, report, coarsen=coarsened(audience, coarsen))
        return
    if report is not None:
        raise Refused("--report goes with workbook, qdpx, qdc, csv and parquet.")
    _report(whose, kind, shape, coarsen=coarsened(audience, coarsen))


@dataclass(frozen=True, slots=True)
class Whose:
    """The study that is exported, or the partnerships in it, for whom and by whose work."""

    root: Path
    as_at: date | None
    names: Sequence[str]
    audience: Audience
    crew: Crew | None


@dataclass(frozen=True, slots=True)
class Shape:
    """As what it is written, and where."""

    format: str | None
    output: Path | None
    template: Path | None


def _for_the_team(kind: str, shape: Shape, *, told: bool) -> None:
    """Refuse what no export of records can be asked for."""
    if told or shape.template or shape.format:
        only = "--audience and --as-at go with parquet and coreq, --template and --format with"
        raise Refused(f"{only} coreq: {kind} is of the records, for the team.")


def _folder(whose: Whose, kind: str, shape: Shape, report: Path | None, *, coarsen: bool) -> None:
    """Export findings with what they rest on as a folder of tables."""
    if shape.template or shape.format:
        raise Refused(f"--template and --format go with coreq: {kind} is a folder of tables.")
    wanted = Wanted(
        whose.root, today(), whose.as_at, whose.audience, coarsen, Part(), how=How(whose.crew)
    )
    _say(export_folder(wanted, kind, whose.names, shape.output, report))


def _say(lines: Iterable[str]) -> None:
    sys.stderr.writelines(f"{line}\n" for line in lines)


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
