"""Two states compared, on a terminal: each change with what made it, then what changed nothing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.console import Console

from gapcheck.model.comparison import Cause, Change, Comparison, Lone, Outcome
from gapcheck.reports import diff_words
from gapcheck.reports.phrases import counted
from gapcheck.reports.terminal.sheet import Sheet, columns, place, show
from gapcheck.reports.terminal.styles import style_of
from gapcheck.reports.words import marks
from gapcheck.reports.wrapping import Line, Run

_IDLE = 20
_LABEL = 20


def write_diff(found: Comparison, console: Console) -> None:
    """Write the whole comparison."""
    sheet = Sheet.of(console)
    lines = _head(found, sheet)
    names = dict(found.names)
    for lsp, changes in groupby(found.changes, key=lambda one: one.lsp):
        lines += sheet.heading(sheet.clean(names.get(lsp, lsp)))
        for number, change in enumerate(changes):
            lines += [[]] if number else []
            lines += _change(change, sheet)
    lines += _lones(found.appeared, "NEW FINDINGS", "new", sheet)
    lines += _lones(found.vanished, "FINDINGS THAT ARE GONE", "gone", sheet)
    show([*lines, *_idle(found, sheet)], console)


def _head(found: Comparison, sheet: Sheet) -> list[Line]:
    lines: list[Line] = []
    lost = diff_words.left_out(found)
    if lost:
        lines += sheet.wrap([("Left out, because files have errors:", "bold")])
        lines += [line for each in lost for line in sheet.item(each)]
        lines += [[]]
    invented = diff_words.invented(found)
    if invented:
        lines += sheet.wrap([(" ILLUSTRATIVE ", "reverse"), (f" invented: {invented}.", "")])
        lines += [[]]
    lines += sheet.wrap(f"{found.study}")
    lines += sheet.wrap([(f"Compared: {diff_words.compared(found)}.", "dim")])
    lines += sheet.wrap([(diff_words.total(found), "bold"), (f" {diff_words.only(found)}", "")])
    return lines


def _change(change: Change, sheet: Sheet) -> list[Line]:
    lines = sheet.wrap([(change.imperative, "bold")])
    arrow: Run = ("  →  ", "")
    runs = [*_outcome(change.before), arrow, *_outcome(change.after)]
    lines += sheet.wrap(runs, indent="  ")
    numbered = len(change.causes) > 1
    for number, cause in enumerate(change.causes, 1):
        lines += _cause(cause, sheet, f"{number} " if numbered else "")
    said = diff_words.together(change)
    return lines + (sheet.wrap([(said, "dim")], indent="  ") if said else [])


def _outcome(one: Outcome) -> list[Run]:
    glyph = marks(one.verdict).glyph
    return [(f"{glyph} {diff_words.outcome(one)}", style_of(one.verdict))]


def _cause(cause: Cause, sheet: Sheet, number: str = "") -> list[Line]:
    label = f"  {number}{diff_words.LABELS[cause.kind]}"
    subject = diff_words.subject(cause)
    runs: list[Run] = [(f"{subject}  " if subject else "", "bold"), (diff_words.detail(cause), "")]
    if cause.location:
        runs += [("  ", ""), place(cause.location)]
    start = _LABEL + 4
    lines = sheet.wrap(runs, sheet.width - start)
    return columns([sheet.line((label, ""))], lines, start)


def _lones(every: Iterable[Lone], title: str, said: str, sheet: Sheet) -> list[Line]:
    lines: list[Line] = []
    for (lsp, because), group in groupby(every, key=lambda one: (one.lsp, diff_words.lone(one))):
        lines += sheet.wrap([(lsp, "bold"), (f"  {because} is {said}", "dim")])
        for one in group:
            runs = [(f"{one.imperative}  ", ""), *_outcome(one.outcome)]
            lines += sheet.wrap(runs, indent="  ")
    return [*sheet.heading(title), *lines] if lines else []


def _idle(found: Comparison, sheet: Sheet) -> list[Line]:
    if not found.idle:
        return []
    lines = sheet.heading("CHANGED NO FINDING", counted(len(found.idle), "difference"))
    for cause in found.idle[:_IDLE]:
        lines += _cause(cause, sheet)
    more = len(found.idle) - _IDLE
    if more > 0:
        lines += sheet.wrap([(f"and {more:,} more (all of them: -f json)", "dim")], indent="  ")
    return lines
