"""`gapcheck check`: every rule on every file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gapcheck.checks.asking import Asking
from gapcheck.checks.limits import limited
from gapcheck.checks.narrowing import Narrowing
from gapcheck.checks.unnamed import unnamed
from gapcheck.cli.asked import Asked, asked_of
from gapcheck.cli.known import keep, sifted
from gapcheck.cli.options import (
    AsciiOption,
    AudienceOption,
    ClusterOption,
    JobsOption,
    OutputOption,
    StudyOption,
    WidthOption,
    crew_of,
    today,
)
from gapcheck.cli.problems import NAMES, Run, Screen, format_of, rules_of, show
from gapcheck.cli.progress import counted
from gapcheck.model.choices import Audience
from gapcheck.sweep.run import check_study
from gapcheck.sweep.swept import Swept

if TYPE_CHECKING:
    from gapcheck.sweep.crews import Crew
    from gapcheck.sweep.hands import Several

PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATH", help="Only report these; - reads one file from stdin."),
]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="|".join(NAMES), help="Else by the file's ending."),
]
SelectOption = Annotated[
    str | None, typer.Option("--select", metavar="RULE,...", help="Only these rules.")
]
IgnoreOption = Annotated[
    str | None, typer.Option("--ignore", metavar="RULE,...", help="All rules but these.")
]
BaselineOption = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="Leave out problems known by this file."),
]
WriteBaselineOption = Annotated[
    bool, typer.Option("--write-baseline", help="Write all problems into the baseline.")
]
StdinFilenameOption = Annotated[
    Path | None,
    typer.Option("--stdin-filename", metavar="PATH", help="The file that - stands for."),
]


def check(
    context: typer.Context,
    paths: PathsArgument = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = False,
    stdin_filename: StdinFilenameOption = None,
    audience: AudienceOption = Audience.TEAM,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Problems do not fail.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing if sound.")] = False,
    ascii_only: AsciiOption = False,
    width: WidthOption = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read every file anew.")] = False,
    jobs: JobsOption = None,
    cluster: ClusterOption = None,
    study: StudyOption = None,
) -> None:
    """Check every file of the study: what is wrong, where, and how to mend it."""
    chosen = format_of(format_, output)
    rules = rules_of(select), rules_of(ignore)
    asked = asked_of(context, paths or (), study, stdin_filename)
    asking, crew = Asking(audience, today()), crew_of(jobs, cluster)
    held, every = _checked(asked, asking, crew, cached=not no_cache, quiet=quiet)
    narrowing = Narrowing(asked.root, *rules, asked.places)
    found = [unnamed(one) for one in every if narrowing.keeps(one)]
    if write_baseline:
        keep(found, baseline, narrowed=narrowing.any)
        return
    parted = sifted(found, baseline)
    run = Run(held, tuple(limited(parted.new)), asked, narrowing, parted, strict=strict)
    show(run, chosen, Screen(output, width, ascii_only), quiet=quiet)
    raise typer.Exit(run.failed and not exit_zero)


def _checked(
    asked: Asked, asking: Asking, crew: Crew | None, *, cached: bool, quiet: bool
) -> Swept:
    """What the whole study comes to, whatever part of it is asked for."""
    with counted(quiet=quiet) as steps:

        def hire() -> Several:
            # Imported late: where nothing changed, nobody is needed who reads.
            from gapcheck.sweep.hands import Several  # noqa: PLC0415

            return Several.by(crew, steps("Checking"))

        return check_study(asked.root, asking, asked.given, hire=hire, cached=cached)
