"""`gapcheck import`: what other programs hold into the study's own files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gapcheck.bringing.changes import Way
from gapcheck.bringing.columns import kept
from gapcheck.bringing.combining import combined
from gapcheck.bringing.desk import desk_of
from gapcheck.bringing.files import Asked, found_in
from gapcheck.bringing.keys import key_of
from gapcheck.bringing.laying import lay
from gapcheck.bringing.run import bring
from gapcheck.cli.asking import draft_survey, read_or_ask
from gapcheck.cli.bringing import finish, given_facts, pairs
from gapcheck.cli.options import StudyOption, root_of, today
from gapcheck.cli.policies import Wanted, import_policies, page_range
from gapcheck.cli.refusals import Refused
from gapcheck.importers.policies.facts import PolicyFacts
from gapcheck.model.choices import Force, Nation, SourceKind
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
_POLICY = "With --as policy"
IdOption = Annotated[
    str, typer.Option("--id", metavar="ID", help="The policy's id.", rich_help_panel=_POLICY)
]
TitleOption = Annotated[
    str, typer.Option("--title", metavar="TEXT", help="Its title.", rich_help_panel=_POLICY)
]
PublisherOption = Annotated[
    str, typer.Option("--publisher", metavar="TEXT", help="Who.", rich_help_panel=_POLICY)
]
PublishedOption = Annotated[
    str, typer.Option("--published", metavar="DATE", help="When.", rich_help_panel=_POLICY)
]
ForceOption = Annotated[
    Force | None, typer.Option("--force", help="What binds.", rich_help_panel=_POLICY)
]
NationOption = Annotated[
    Nation | None, typer.Option("--nation", help="Where.", rich_help_panel=_POLICY)
]
PagesOption = Annotated[
    str,
    typer.Option("--pages", metavar="3-40", help="Of a PDF only these.", rich_help_panel=_POLICY),
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
    id_: IdOption = "",
    title: TitleOption = "",
    publisher: PublisherOption = "",
    published: PublishedOption = "",
    force: ForceOption = None,
    nation: NationOption = None,
    pages: PagesOption = "",
    study: StudyOption = None,
) -> None:
    """Bring coded projects, tables, transcripts or policy documents into the study.

    What cannot be told from the file is asked for in codes.yaml, which is
    drafted for you. Nothing is written until all of it can be.
    """
    root = root_of(context, study)
    if as_ == "policy":
        first, last = page_range(pages)
        facts = PolicyFacts(
            id_, title, publisher, published, force, nation, first=first, last=last, today=today()
        )
        import_policies(root, paths, Wanted(facts, dry_run, report))
        return
    if as_ != "evidence":
        raise typer.BadParameter(f"{as_} is neither evidence nor policy", param_hint="--as")
    if replace and not update:
        raise Refused("--replace goes with --update.")
    desk = desk_of(root, map_)
    names = key_of(root, key)
    said = pairs(columns)
    asked = Asked({**desk.codemap.columns, **said}, survey, names.known, tuple(asks or ()))
    found = found_in(paths)
    if survey is not None and not survey.exists():
        draft_survey(survey, found[0][0], dry_run=dry_run)
    brought = combined([read_or_ask(each, desk, asked, dry_run=dry_run) for each in found])
    given = given_facts(desk, to=to, kind=kind, date=date, sector=sector, role=role) | {
        name: told for name, told in (("consent", consent), ("coder", coder)) if told
    }
    way = Way(update=update, replace=replace, transcripts=not no_transcripts)
    outcome = bring(brought, desk, given, way)
    more = [each for each in (kept(desk, said), names.change) if each is not None]
    finish(outcome, brought, more, lay=None if dry_run else lay, report=report)
