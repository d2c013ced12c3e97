"""Practice beyond policy on a terminal: a section of the overview, or all of it by itself."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from gapcheck.model.beyond import Beyond, Theme, Unasked
from gapcheck.model.report import Report
from gapcheck.reports import beyond_words
from gapcheck.reports.terminal.head import opening
from gapcheck.reports.terminal.sheet import Sheet, place, show
from gapcheck.reports.wrapping import Line


def write_beyond(report: Report, console: Console) -> None:
    """Write every theme with every excerpt, where policy is silent, and how to read it."""
    sheet = Sheet.of(console)
    lines = opening(report, sheet)
    if report.settings.title:
        lines += sheet.wrap([(report.settings.title, "bold")])
    if report.beyond is None:
        show([*lines, *sheet.wrap(beyond_words.NOTHING)], console)
        return
    lines += section(report, sheet, every=True)
    lines += sheet.heading("HOW TO READ THIS")
    show([*lines, *(line for each in beyond_words.READING for line in sheet.item(each))], console)


def section(report: Report, sheet: Sheet, *, every: bool = False) -> list[Line]:
    """The themes with a few excerpts each, or `every` one; nothing where no theme was coded."""
    own = report.beyond
    if own is None or not (own.themes or own.silent or every):
        return []
    lines = sheet.heading("PRACTICE BEYOND POLICY", "themes that no imperative asks for")
    lines += sheet.wrap(beyond_words.WHAT_IT_IS)
    lines += sheet.wrap([(beyond_words.summary(own), "bold")])
    if said := beyond_words.left_aside(own):
        lines += sheet.wrap(said)
    for each in own.themes:
        shown, more = (each.excerpts, 0) if every else beyond_words.few(each)
        lines += [[], *_theme(each, own, report, sheet, shown)]
        if more:
            lines += sheet.wrap(
                [(f"and {more} more:  gapcheck report --beyond-policy", "dim")], 0, "  "
            )
    return lines + _silent(report, own, sheet, every=every)


def _theme(
    one: Theme, own: Beyond, report: Report, sheet: Sheet, shown: Sequence[Unasked]
) -> list[Line]:
    lines = sheet.wrap([(one.name, "bold"), (f"  {beyond_words.reach(one, own)}", "")])
    for aside in beyond_words.asides(one):
        lines += sheet.wrap([(f"{aside.label}: ", "dim"), (aside.text, "")], indent="  ")
    places = beyond_words.names(report)
    for each in shown:
        lines += sheet.wrap(beyond_words.quoted(each), indent="    ")
        who = beyond_words.speaker(each, report.settings, places)
        lines += sheet.wrap([(f"{who}  ", "dim"), place(each.location)], indent="    ")
    return lines


def _silent(report: Report, own: Beyond, sheet: Sheet, *, every: bool) -> list[Line]:
    if not (own.silent or every):
        return []
    lines = sheet.heading("WHERE POLICY IS SILENT", "a gap in the policy, not in practice")
    if not own.silent:
        return [*lines, *sheet.wrap(beyond_words.NO_SILENCE)]
    lines += sheet.wrap(beyond_words.WHAT_SILENT_IS)
    places = beyond_words.names(report)
    for each in own.silent:
        lines += sheet.item(beyond_words.silence(each, own, places))
    return lines
