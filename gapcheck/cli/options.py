"""The options that several commands share, and what stands before the command's name."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gapcheck.cli.refusals import Refused
from gapcheck.far.address import is_address
from gapcheck.far.stores import address_of, named, opened, shown_as
from gapcheck.load.root import NoStudy, find_study, is_study
from gapcheck.model.choices import Audience
from gapcheck.model.dates import PartialDate
from gapcheck.schema.parts import DATE
from gapcheck.source.days import is_date, mended

if TYPE_CHECKING:
    from gapcheck.sweep.crews import Crew


@dataclass(frozen=True, slots=True)
class Before:
    """What was said before the command's name."""

    study: Path | None = None
    as_at: date | None = None


def day(text: str | date) -> date:
    """The last day of a year, month or day, as `--as-at` takes it."""
    if isinstance(text, date):
        return text
    if not re.fullmatch(DATE, text) or not is_date(text):
        meant = mended(text)
        advice = f"did you mean {meant}?" if meant else "write YYYY-MM-DD"
        raise typer.BadParameter(f"{text} is no date; {advice}")
    return PartialDate.parse(text).last


def place(text: str | Path) -> Path:
    """Where a study lies as `--study` takes it: a folder, or an address that is not opened yet."""
    return named(text) if isinstance(text, str) and is_address(text) else Path(text)


StudyOption = Annotated[
    Path | None,
    typer.Option(
        "--study",
        metavar="DIR|URL",
        parser=place,
        help="The study's folder or address; else found upwards.",
    ),
]
AsAtOption = Annotated[
    date | None,
    typer.Option("--as-at", metavar="DATE", parser=day, help="Judge as at this day."),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file, whole or not at all."),
]
AsciiOption = Annotated[bool, typer.Option("--ascii", help="Draw with ASCII characters alone.")]
AudienceOption = Annotated[
    Audience, typer.Option("--audience", help="Who will read it: the team, or everybody.")
]
CoarsenOption = Annotated[
    bool, typer.Option("--coarsen", help="For the public: no speaker's role or tier.")
]
WidthOption = Annotated[
    int | None, typer.Option("--width", min=40, max=400, help="Columns; else the terminal's.")
]
JobsOption = Annotated[
    int | None,
    typer.Option("--jobs", metavar="N", min=1, help="Processes; else one a processor, up to 8."),
]
ClusterOption = Annotated[
    str | None,
    typer.Option("--cluster", metavar="tcp://HOST:PORT", help="Read by the workers of Dask there."),
]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help="Do not say how far a long run has come.")
]
_ADDRESS = re.compile(r"(?:tcp|tls|ws|wss)://\S+:\d{1,5}")


def before(context: typer.Context) -> Before:
    """What was said before the command's name."""
    return context.obj if isinstance(context.obj, Before) else Before()


def root_of(context: typer.Context, study: Path | None, *, far: bool = False) -> Path:
    """The study's folder: the one named, before or after the command, else found upwards.

    It may be at an address only where `far` is: who writes, or asks git, needs a disk.
    """
    told = study or before(context).study
    if told is None:
        return find_study(Path())
    url = address_of(told) if far else address_of(on_disk(told))
    root = told if url is None else opened(url)
    if not is_study(root):
        what = "is no study: it holds no gapcheck.yaml, policies/ and evidence/."
        raise NoStudy(f"{shown_as(root)} {what}")
    return root.resolve() if url is None else root


def on_disk(folder: Path) -> Path:
    """The same folder; Refused where it is an address, at which only who reads can work."""
    if address_of(folder) is None:
        return folder
    readers = "check, report, explain, match, plan, agreement, list, export and schema"
    raise Refused(f"{shown_as(folder)} is no folder on a disk: there work only {readers}.")


def as_at_of(context: typer.Context, as_at: date | None) -> date | None:
    """The day to judge at, said before or after the command's name."""
    return as_at or before(context).as_at


def coarsened(audience: Audience, coarsen: bool) -> bool:
    """Whether role and tier of speakers are left out; the team is told both."""
    if coarsen and audience is Audience.TEAM:
        raise typer.BadParameter("--coarsen goes with --audience public: the team is told all.")
    return coarsen


def crew_of(jobs: int | None, cluster: str | None) -> Crew | None:
    """Whoever is to do the work; None: as many processes as help."""
    # Imported late: mostly nobody says who.
    if cluster is None:
        if jobs is None:
            return None
        from gapcheck.sweep.crews import Processes  # noqa: PLC0415

        return Processes(jobs)
    if jobs is not None:
        raise typer.BadParameter("--jobs goes without --cluster: the cluster has its own workers.")
    if not _ADDRESS.fullmatch(cluster):
        raise typer.BadParameter(f"{cluster} is no address of a scheduler: tcp://HOST:PORT")
    from gapcheck.sweep.crews import Cluster  # noqa: PLC0415

    return Cluster(cluster)


def format_of(
    named: str | None, output: Path | None, names: Sequence[str], endings: Mapping[str, str]
) -> str:
    """The format asked for, else the one that the output's ending means, else the first name."""
    if named is not None:
        if named not in names:
            raise typer.BadParameter(f"{named} is no format: {', '.join(names)}")
        return named
    if output is None:
        return names[0]
    # The longest ending is the one that is meant.
    for ending in sorted(endings, key=len, reverse=True):
        if output.name.lower().endswith(ending):
            return endings[ending]
    told = ", ".join(endings)
    raise typer.BadParameter(f"{output} does not tell a format: {told}, or say --format")


def today() -> date:
    """The day of the run; SOURCE_DATE_EPOCH sets it, so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        # Embargoes hang on this day, so no other one is put in its place.
        raise Refused(f"SOURCE_DATE_EPOCH is no number of seconds: {epoch}") from None
