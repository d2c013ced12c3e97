"""What an import came to, on the terminal: what is to be decided first, or what was written."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import typer

from gapcheck.bringing.changes import Account, FileChange
from gapcheck.bringing.desk import Desk
from gapcheck.bringing.run import Outcome
from gapcheck.cli.output import encoded, save, say
from gapcheck.cli.refusals import Refused, known
from gapcheck.model.brought import Brought
from gapcheck.model.choices import SourceKind
from gapcheck.near import listed
from gapcheck.reports import brought as words
from gapcheck.reports import check_text
from gapcheck.reports.inert import visible
from gapcheck.schema.evidence import WRITTEN
from gapcheck.source.days import is_date, mended

_MOST = 20
Lay = Callable[[Sequence[FileChange]], None]


def pairs(typed: Sequence[str] | None, form: str = "ROLE=COLUMN") -> Mapping[str, str]:
    """`role=column` as a mapping."""
    found = {}
    for each in typed or ():
        name, sign, value = each.partition("=")
        if not sign or not name.strip() or not value.strip():
            raise Refused(f"`{each}` is no {form}.")
        found[name.strip()] = value.strip()
    return found


def given_facts(desk: Desk, told: Mapping[str, str]) -> dict[str, str]:
    """What was said on the command line, under the keys of a source; Refused where it is wrong."""
    found = {key: value for key, value in told.items() if value}
    if "lsp" in found:
        by_name = {one.name: key for key, one in desk.partnerships.items() if one}
        found["lsp"] = by_name.get(found["lsp"], found["lsp"])
    kind = found.get("kind", "")
    if kind:
        known(kind, SourceKind, "kind of source")
    if "date" in found:
        found["date"] = _date(found["date"])
    if "sector" in found:
        known(found["sector"], desk.before.settings.vocabulary.sectors, "sector")
        if kind in WRITTEN:
            found["author"] = found["sector"]
        if kind == SourceKind.SURVEY:
            found["respondents"] = found["sector"]
    return found


def finish(
    outcome: Outcome,
    brought: Brought,
    more: Sequence[FileChange],
    *,
    lay: Lay | None,
    report: Path | None,
) -> None:
    """Say what an import came to and have it written; ends with 1 where something is in its way.

    `more` are files beside those of the study's records: who is who, what columns hold.
    """
    program = f" ({brought.program})" if brought.program else ""
    say(visible(f"Read {brought.file}{program}.\n"))
    if outcome.waits:
        _waits(outcome, lay)
        raise typer.Exit(1)
    _say(_against(outcome), sys.stderr.write)
    if not outcome.sound:
        sys.stderr.write("Nothing was written.\n")
        raise typer.Exit(1)
    every = [*outcome.changes, *more]
    if lay is not None:
        lay(every)
    _say((line for each in outcome.accounts for line in _account(each)), say)
    for each in more:
        say(visible(f"  {'new' if each.old is None else 'changed':8} {each.file}\n"))
    _say(words.told(outcome.tallies), say)
    if report is not None:
        stream = io.StringIO()
        facts = {"file": brought.file, "program": brought.program, "written": lay is not None}
        words.write("import", facts, outcome.tallies, stream)
        save(report, encoded(stream.getvalue()))
    if lay is None:
        sys.stderr.write("Nothing was written.\n")
    elif every:
        say("Next:  gapcheck check\n")


def _waits(outcome: Outcome, lay: Lay | None) -> None:
    """What somebody has to decide first, and where."""
    _say(_against(outcome), sys.stderr.write)
    draft = outcome.draft
    if draft is not None and lay is not None:
        lay([draft])
    file = draft.file if draft else "codes.yaml"
    count = len(outcome.undecided)
    if count:
        say(visible(f"What do these codes mean? {listed(outcome.undecided[:_MOST])}\n"))
        if count > _MOST:
            say(f"  and {count - _MOST} more\n")
    for each in outcome.needed[:_MOST]:
        say(visible(f"{each.document} does not tell: {', '.join(each.missing)}\n"))
    if len(outcome.needed) > _MOST:
        say(f"and {len(outcome.needed) - _MOST} more documents\n")
    wrote = "Drafted" if draft is not None and lay is not None else "Say it in"
    say(
        f"{wrote} {visible(file)}. Fill in what is missing, and run the same again; "
        "a code that stays undecided becomes a theme.\n"
    )


def _against(outcome: Outcome) -> Iterator[str]:
    """Everything that is in the way, a line each."""
    yield from map(words.mishap, outcome.mishaps)
    for each in outcome.refused:
        yield visible(f"{each.source}: {each.why}. {each.help}".strip())
    stream = io.StringIO()
    check_text.write(outcome.troubles, stream)
    yield from stream.getvalue().splitlines()


def _account(one: Account) -> Iterator[str]:
    if one.new:
        count = f"{one.added} excerpt{'' if one.added == 1 else 's'}"
        yield visible(f"  new      {one.file}  {count}")
        return
    parts = []
    if one.added:
        parts.append(f"{one.added} new")
    if one.changed:
        parts.append(f"more on {_some(one.changed)}")
    yield visible(
        f"  {'changed' if parts else 'as it is':8} {one.file}  {', '.join(parts)}".rstrip()
    )
    if one.differing:
        yield visible(f"           differs there, and stays as it is: {_some(one.differing)}")
    if one.gone:
        yield visible(f"           no longer there, and stays: {_some(one.gone)}")


def _some(names: Sequence[str]) -> str:
    more = len(names) - _MOST
    return ", ".join(names[:_MOST]) + (f" and {more} more" if more > 0 else "")


def _say(lines: Iterator[str], write: Callable[[str], object]) -> None:
    for line in lines:
        write(f"{line}\n")


def _date(typed: str) -> str:
    if is_date(typed) and typed[:4].isdigit():
        return typed
    meant = mended(typed)
    advice = f"Did you mean {meant}?" if meant else "Write YYYY, YYYY-MM or YYYY-MM-DD."
    raise Refused(f"{typed} is no date. {advice}")
