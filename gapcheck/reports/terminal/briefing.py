"""The briefing on a terminal."""

from __future__ import annotations

from rich.console import Console

from gapcheck.model.report import Report
from gapcheck.reports import board, words
from gapcheck.reports import briefing as told
from gapcheck.reports.briefing import Briefing, Matter, briefing, shortened_report
from gapcheck.reports.terminal.bar import bar
from gapcheck.reports.terminal.finding import verdict_line
from gapcheck.reports.terminal.head import opening
from gapcheck.reports.terminal.quotes import quote
from gapcheck.reports.terminal.sheet import Sheet, show
from gapcheck.reports.wrapping import Line


def write_briefing(report: Report, console: Console) -> None:
    """Write the briefing of each partnership that was named, one after the other."""
    report, sheet = shortened_report(report), Sheet.of(console)
    lines = opening(report, sheet)
    for number, part in enumerate(report.partnerships):
        lines += [[], sheet.line(("═" * sheet.width, "dim")), []] if number else []
        lines += _briefing(briefing(part, report), report, sheet)
    show(lines, console)


def _briefing(own: Briefing, report: Report, sheet: Sheet) -> list[Line]:
    facts = " · ".join(f"{label}: {said}" for label, said in own.facts)
    lines = sheet.wrap([(own.title, "bold")])
    lines += sheet.wrap([(f"{own.place} · {facts}", "dim")])
    parts = (
        _happening(own, sheet),
        _gaps(own, report, sheet),
        _disputed(own, sheet),
        _unasked(own, sheet),
        _to_do(own, sheet),
    )
    for head, part in zip(told.SECTIONS, parts, strict=True):
        lines += [*sheet.heading(head.upper()), *part] if part else []
    return [*lines, [], *sheet.wrap([(told.WHOLE, "dim")])]


def _happening(own: Briefing, sheet: Sheet) -> list[Line]:
    lines = [*sheet.wrap([(own.summary, "bold")]), *bar(own.part, sheet), []]
    for each in own.listings:
        marks = words.GROUPS[each.group]
        label = f"{marks.glyph} {marks.label} ({each.number})"
        names = f": {each.names}" if each.names else ""
        lines += sheet.wrap([(label, each.group.value), (names, "")])
    return lines


def _gaps(own: Briefing, report: Report, sheet: Sheet) -> list[Line]:
    if not own.matters:
        return sheet.wrap(board.no_matter(report))
    lines: list[Line] = []
    for matter in own.matters:
        lines += [*_matter(matter, report, sheet), []]
    return lines + sheet.wrap([(told.CHOICE, "dim")])


def _matter(matter: Matter, report: Report, sheet: Sheet) -> list[Line]:
    lines = verdict_line(matter.finding, sheet)
    lines += sheet.wrap([(f"{matter.name}.", "bold"), (f" {matter.text}", "")], indent="  ")
    lines += sheet.wrap([(matter.asked, "dim")], indent="  ")
    for statement in matter.voices:
        own = quote(statement, report.settings, sheet, sheet.width - 4)
        lines += [[], *([("    ", ""), *line] for line in own)]
    said = " ".join(filter(None, (_signed(matter), matter.instead, matter.doubts)))
    return [*lines, [], *sheet.wrap(said, indent="  ")]


def _signed(matter: Matter) -> str:
    """What a person decided in the place of the verdict that stands above."""
    signoff = matter.finding.signoff
    decided = signoff.verdict if signoff else None
    return f"Signed off as “{words.VERDICTS[decided].screen}”." if decided else ""


def _disputed(own: Briefing, sheet: Sheet) -> list[Line]:
    if not own.disputed:
        return sheet.wrap(told.NO_DISPUTE)
    return [line for name, why in own.disputed for line in sheet.item(f"{name}. {why}")]


def _unasked(own: Briefing, sheet: Sheet) -> list[Line]:
    if not own.unasked:
        return sheet.wrap(told.ALL_HEARD)
    return [line for each in own.unasked for line in sheet.item(each)]


def _to_do(own: Briefing, sheet: Sheet) -> list[Line]:
    asks = (f"Ask {whom}, {about}." for whom, about in own.asks)
    return [line for each in asks for line in sheet.item(each)]
