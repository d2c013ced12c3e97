"""`gapcheck code`: one excerpt coded from a script, in the file's own layout."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from gapcheck.amend.change import Agreed
from gapcheck.amend.refusal import Refusal
from gapcheck.cli.amendment import difference, place
from gapcheck.cli.options import StudyOption, root_of, today
from gapcheck.cli.output import say
from gapcheck.cli.refusals import Refused
from gapcheck.coding import run
from gapcheck.coding.promises import may_be_shown
from gapcheck.coding.wishes import CodeWish, Notes, Wish
from gapcheck.model.choices import Basis, Rung, Stance

SourceArgument = Annotated[
    str, typer.Argument(metavar="SOURCE", help="Its id, or partnership/source.")
]
ExcerptArgument = Annotated[str, typer.Argument(metavar="EXCERPT", help="The excerpt's id.")]
ImperativeArgument = Annotated[
    str, typer.Argument(metavar="IMPERATIVE", help="What it speaks to: its short or full name.")
]
StanceOption = Annotated[
    str, typer.Option("--stance", metavar="|".join(Stance), help="Is it practised?")
]
ShareOption = Annotated[
    str, typer.Option("--share", metavar="SHARE", help="For a stance: 19/38, 28%, or 28%/60.")
]
BasisOption = Annotated[
    str, typer.Option("--basis", metavar="|".join(Basis), help="Else by the kind of source.")
]
RungOption = Annotated[
    str, typer.Option("--rung", metavar="|".join(Rung), help="Else by the kind of source.")
]
TierOption = Annotated[str, typer.Option("--tier", metavar="TIER", help="Else the speaker's.")]
IndicatorOption = Annotated[
    str, typer.Option("--indicator", metavar="ID", help="One of the imperative's.")
]
MemoOption = Annotated[
    str | None, typer.Option("--memo", metavar="TEXT", help="Why it is coded so.")
]
NoteOption = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help="A memo on the excerpt itself.")
]
NoneOption = Annotated[bool, typer.Option("--none", help="Reviewed: it speaks to no imperative.")]
Several = list[str] | None
ThemeOption = Annotated[Several, typer.Option("--theme", metavar="NAME", help="A theme.")]
BarrierOption = Annotated[Several, typer.Option("--barrier", metavar="NAME", help="A barrier.")]
EnablerOption = Annotated[Several, typer.Option("--enabler", metavar="NAME", help="An enabler.")]
TensionOption = Annotated[Several, typer.Option("--tension", metavar="NAME", help="A tension.")]
ReplaceOption = Annotated[
    bool, typer.Option("--replace", help="Change a code, or a note, that is there.")
]
AgreedOption = Annotated[
    str | None,
    typer.Option("--agreed-by", metavar="NAME", help="It settles what coders disagreed on."),
]
CoderOption = Annotated[
    str, typer.Option("--coder", metavar="NAME", help="A second coder: into their own file.")
]


def code(
    context: typer.Context,
    source: SourceArgument,
    excerpt: ExcerptArgument,
    imperative: ImperativeArgument = "",
    stance: StanceOption = "",
    share: ShareOption = "",
    basis: BasisOption = "",
    rung: RungOption = "",
    tier: TierOption = "",
    indicator: IndicatorOption = "",
    memo: MemoOption = None,
    none: NoneOption = False,
    theme: ThemeOption = None,
    barrier: BarrierOption = None,
    enabler: EnablerOption = None,
    tension: TensionOption = None,
    note: NoteOption = None,
    replace: ReplaceOption = False,
    agreed_by: AgreedOption = None,
    coder: CoderOption = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show it, write nothing.")] = False,
    study: StudyOption = None,
) -> None:
    """Write a code into a source as you would have typed it; every other byte stays."""
    agreed = None if agreed_by is None else Agreed(agreed_by, today().isoformat())
    typed = CodeWish(imperative, stance, share, basis, rung, tier, indicator, memo, agreed)
    notes = Notes(_all(theme), _all(barrier), _all(enabler), _all(tension), note)
    wish = Wish(excerpt, typed, notes, speaks_to_none=none, replace=replace)
    root = root_of(context, study)
    coded = run.code(root, source, wish, coder=coder, dry_run=dry_run)
    if isinstance(coded, Refusal):
        raise Refused(str(coded))
    shown = may_be_shown(coded.desk.source, excerpt)
    say(difference(coded.found, shown=shown))
    if dry_run:
        sys.stderr.write("Nothing was written.\n")
    else:
        say(f"Wrote {place(coded.found)}\n")


def _all(given: Several) -> tuple[str, ...]:
    return tuple(given or ())
