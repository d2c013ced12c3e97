"""`gapcheck import`: what other programs hold into the study's own files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gapcheck.bringing.changes import Way
from gapcheck.cli.bringing import pairs
from gapcheck.cli.evidence import Evidence, asked_of, import_evidence
from gapcheck.cli.options import StudyOption, root_of, today
from gapcheck.cli.policies import FACTS, Wanted, facts_of, import_policies
from gapcheck.model.choices import SourceKind
from gapcheck.model.codemap import FILE

PathsArgument = Annotated[
    list[Path], typer.Argument(metavar="PATH", help="Files, or folders of files.")
]
ToOption = Annotated[str, typer.Option("--to", metavar="LSP", help="The partnership it is about.")]
AsOption = Annotated[
    str, typer.Option("--as", metavar="evidence|policy", help="Policy: documents that oblige.")
]
KindOption = Annotated[
    str, typer.Option("--kind", metavar="|".join(SourceKind), help="Where nothing else says it.")
]
DateOption = Annotated[
    str, typer.Option("--date", metavar="DATE", help="When it was held or written; the same.")
]
SectorOption = Annotated[
    str, typer.Option("--sector", metavar="SECTOR", help="Of who speaks, or wrote; the same.")
]
RoleOption = Annotated[
    str, typer.Option("--role", metavar="TEXT", help="Of who speaks, naming nobody; the same.")
]
ConsentOption = Annotated[
    str, typer.Option("--consent", metavar="FORM", help="A consent form of gapcheck.yaml.")
]
CoderOption = Annotated[str, typer.Option("--coder", metavar="NAME", help="Who coded it.")]
MapOption = Annotated[
    Path | None, typer.Option("--map", metavar="FILE", help=f"The code map; else {FILE}.")
]
ColumnsOption = Annotated[
    list[str] | None,
    typer.Option("--columns", metavar="ROLE=COLUMN", help="What a column of a table is."),
]
SurveyOption = Annotated[
    Path | None,
    typer.Option("--survey", metavar="MAP", help="Answers become shares by this map (drafted)."),
]
AsksOption = Annotated[
    list[str] | None,
    typer.Option("--asks", metavar="ID", help="Of a transcript: who asks and is no evidence."),
]
KeyOption = Annotated[
    Path | None, typer.Option("--key", metavar="FILE", help="Who is who, outside of the study.")
]
UpdateOption = Annotated[bool, typer.Option("--update", help="Add what is new to files there.")]
ReplaceOption = Annotated[
    bool, typer.Option("--replace", help="With --update: what differs takes the old one's place.")
]
DryOption = Annotated[bool, typer.Option("--dry-run", help="Say what would be, write nothing.")]
ReportOption = Annotated[
    Path | None, typer.Option("--report", metavar="FILE", help="The loss report as JSON.")
]
FactOption = Annotated[
    list[str] | None,
    typer.Option("--fact", metavar="NAME=VALUE", help=f"Of a policy: {', '.join(FACTS)}."),
]
TranscriptsOption = Annotated[
    bool, typer.Option("--no-transcripts", help="Full texts stay out of transcripts/.")
]


def import_(
    context: typer.Context,
    paths: PathsArgument,
    to: ToOption = "",
    as_: AsOption = "evidence",
    kind: KindOption = "",
    date: DateOption = "",
    sector: SectorOption = "",
    role: RoleOption = "",
    consent: ConsentOption = "",
    coder: CoderOption = "",
    map_: MapOption = None,
    columns: ColumnsOption = None,
    survey: SurveyOption = None,
    asks: AsksOption = None,
    key: KeyOption = None,
    update: UpdateOption = False,
    replace: ReplaceOption = False,
    no_transcripts: TranscriptsOption = False,
    dry_run: DryOption = False,
    report: ReportOption = None,
    fact: FactOption = None,
    study: StudyOption = None,
) -> None:
    """Bring coded projects, tables, transcripts or policy documents into the study.

    What cannot be told from the file is asked for in codes.yaml, which is
    drafted for you. Nothing is written until all of it can be.
    """
    root = root_of(context, study)
    if as_ == "policy":
        wanted = Wanted(facts_of(pairs(fact, "NAME=VALUE"), today()), dry_run, report)
        import_policies(root, paths, wanted)
        return
    told = {"lsp": to, "kind": kind, "date": date, "sector": sector, "role": role}
    told |= {"consent": consent, "coder": coder}
    way = Way(update=update, replace=replace, transcripts=not no_transcripts)
    asked = Evidence(told, pairs(columns), tuple(asks or ()), survey, key, map_, way)
    import_evidence(root, paths, asked_of(as_, asked), dry_run=dry_run, report=report)
