"""One imperative over all partnerships, on a terminal: where each stands, and on what."""

from __future__ import annotations

from rich.console import Console

from gapcheck.model.choices import Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import Across, Report
from gapcheck.reports import phrases
from gapcheck.reports.choosing import applying, chosen, in_reading_order
from gapcheck.reports.terminal.finding import imperative_lines
from gapcheck.reports.terminal.head import opening
from gapcheck.reports.terminal.quotes import quote
from gapcheck.reports.terminal.sheet import Sheet, show
from gapcheck.reports.terminal.styles import style_of
from gapcheck.reports.words import ACROSS, GROUPS, VERDICTS, marks
from gapcheck.reports.wrapping import Line


def write_explain_across(report: Report, imperative_name: str, console: Console) -> None:
    """Write what became of one imperative in every partnership of the report."""
    sheet = Sheet.of(console)
    own = [each for each in report.findings if each.imperative.name == imperative_name]
    lines = opening(report, sheet, [each.partnership for each in own])
    if not own:
        show(lines + sheet.wrap(f"No finding on {imperative_name}."), console)
        return
    lines += sheet.wrap([(own[0].imperative.id, "bold")])
    lines += imperative_lines(own[0], report.settings, sheet)
    for row in report.across:
        if row.imperative.name == imperative_name:
            lines += [[], *sheet.wrap([(_sum(row), "bold")])]
    lines += sheet.heading("PARTNERSHIP BY PARTNERSHIP", "gaps first")
    for number, finding in enumerate(in_reading_order(applying(own))):
        lines += ([[]] if number else []) + _partnership(finding, report, sheet)
    following = _next(own, sheet) if report.edition is None else []
    show([*lines, *_elsewhere(own, sheet), *following], console)


def _sum(row: Across) -> str:
    counts = [
        f"{number} {phrases.inside(GROUPS[group].label)}" for group, number in row.totals if number
    ]
    text = f"{phrases.counted(row.judged, 'partnership')} judged"
    text += f": {', '.join(counts)}." if counts else "."
    return f"{text} The gap is {ACROSS[row.pattern]}." if row.pattern else text


def _partnership(finding: Finding, report: Report, sheet: Sheet) -> list[Line]:
    settings = report.settings
    words = f"{marks(finding.verdict).glyph} {VERDICTS[finding.verdict].screen}"
    name = phrases.full_name(finding.partnership)
    left = sheet.line((words, style_of(finding.verdict)), (f"  {name}", "bold"))
    lines = sheet.ends(left, sheet.line((phrases.confidence(finding), "dim")))
    why = [(f"{phrases.sentence(finding.why)}  ", ""), (f"[{finding.rule}]", "dim")]
    lines += sheet.wrap(why, indent="  ")
    if stands := phrases.sectors(finding, settings):
        lines += sheet.wrap(" · ".join(stands), indent="  ")
    for statement in chosen(finding)[:2]:
        said = quote(statement, settings, sheet, sheet.width - 4)
        lines += [[("    ", ""), *line] for line in said]
    return lines


def _elsewhere(findings: list[Finding], sheet: Sheet) -> list[Line]:
    outside = [each for each in findings if each.verdict is Verdict.NOT_APPLICABLE]
    lines = sheet.heading("DOES NOT APPLY") if outside else []
    for each in outside:
        reason = phrases.sentence(each.reason or each.why)
        lines += sheet.wrap([(f"– {each.partnership.name}: {reason}", "dim")])
    return lines


def _next(findings: list[Finding], sheet: Sheet) -> list[Line]:
    first = (in_reading_order(applying(findings)) or findings)[0]
    command = f"gapcheck explain {first.partnership.id} {first.imperative.id}"
    return [[], *sheet.wrap(f"Next:  {command}    the full working")]
