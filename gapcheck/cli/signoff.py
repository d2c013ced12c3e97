"""`gapcheck signoff`: a named person's confirmation or override of a finding."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from gapcheck.amend.refusal import Refusal
from gapcheck.cli.amendment import difference, place
from gapcheck.cli.options import StudyOption, root_of, today
from gapcheck.cli.output import say
from gapcheck.cli.refusals import Refused
from gapcheck.coding.deciding import SignWish
from gapcheck.coding.signing import Signed, sign
from gapcheck.model.choices import Confidence
from gapcheck.reports.inert import visible
from gapcheck.reports.words import SUSPECT, VERDICTS


def signoff(
    context: typer.Context,
    lsp: Annotated[str, typer.Argument(metavar="LSP", help="A partnership, by id or name.")],
    imperative: Annotated[
        str, typer.Argument(metavar="IMPERATIVE", help="Its short or its full name.")
    ],
    by: Annotated[str, typer.Option("--by", metavar="WHO", help="Who decides.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; for the team.")],
    verdict: Annotated[
        str, typer.Option("--verdict", metavar="VERDICT", help="In place of the rules' one.")
    ] = "",
    confidence: Annotated[
        str, typer.Option("--confidence", metavar="|".join(Confidence), help="How sure you are.")
    ] = "",
    summary: Annotated[
        str, typer.Option("--summary", metavar="TEXT", help="A sentence for readers.")
    ] = "",
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="When; else today.")] = "",
    replace: Annotated[
        bool, typer.Option("--replace", help="Decide anew; the earlier decision stays on file.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show it, write nothing.")] = False,
    study: StudyOption = None,
) -> None:
    """Confirm what the rules gave, or override it: with your name, a reason and a day.

    Reports show both, and say when the evidence or the imperative has changed since.
    """
    wish = SignWish(lsp, imperative, by, reason, verdict, confidence, summary, on, replace)
    signed = sign(root_of(context, study), wish, today=today(), dry_run=dry_run)
    if isinstance(signed, Refusal):
        raise Refused(str(signed))
    say(difference(signed.found, shown=True))
    if not dry_run:
        say(f"Wrote {place(signed.found)}\n")
    sys.stderr.write(visible(_told(signed, dry_run=dry_run)))


def _told(signed: Signed, *, dry_run: bool) -> str:
    ruled, verdict = VERDICTS[signed.finding.verdict].screen, signed.decided.verdict
    did = f"Overridden to “{VERDICTS[verdict].screen}”" if verdict else "Confirmed"
    lines = [f"The rules give “{ruled}”. {did} by {signed.decided.by}."]
    if signed.finding.rests_on_suspect:
        lines.append(f"It rests on {SUSPECT}: `gapcheck review --suspect`.")
    if not signed.noted:
        lines.append(
            "gapcheck.lock could not be read or written: what changes later may go unnoticed."
        )
    if dry_run:
        lines.append("Nothing was written.")
    return "".join(f"{line}\n" for line in lines)
