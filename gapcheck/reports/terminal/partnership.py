"""The report of one partnership on a terminal, from its banner to its limits."""

from __future__ import annotations

from rich.console import Console

from gapcheck.model.choices import Group
from gapcheck.model.finding import Finding
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.reports.choosing import applying, findings_of, silent
from gapcheck.reports.terminal import asides
from gapcheck.reports.terminal.finding import finding_lines, silent_lines
from gapcheck.reports.terminal.head import opening, partnership_head
from gapcheck.reports.terminal.heard import heard
from gapcheck.reports.terminal.listing import listing
from gapcheck.reports.terminal.sheet import Sheet, show
from gapcheck.reports.wrapping import Line


def write_partnerships(report: Report, console: Console) -> None:
    """Write the report of each partnership, one after the other."""
    sheet = Sheet.of(console)
    lines = opening(report, sheet)
    for number, part in enumerate(report.partnerships):
        lines += [[], sheet.line(("═" * sheet.width, "dim")), []] if number else []
        lines += _partnership(part, report, sheet)
    show(lines, console)


def _partnership(part: PartnershipReport, report: Report, sheet: Sheet) -> list[Line]:
    findings = findings_of(part, report)
    shown = applying(findings)
    settings = report.settings
    blocks = (
        partnership_head(part, report, sheet),
        listing(shown, settings, sheet),
        heard(part, settings, sheet),
        _one_by_one(shown, report, sheet),
        asides.not_applying(findings, sheet),
        asides.barriers(part, report, sheet),
        asides.realist(shown, sheet),
        asides.questions(shown, report, sheet),
        asides.left_out(shown, part, sheet),
        asides.limits(report, sheet, part),
        _next(shown, part, sheet) if report.edition is None else [],
    )
    return [line for block in blocks for line in block]


def _one_by_one(findings: list[Finding], report: Report, sheet: Sheet) -> list[Line]:
    if not findings:
        return []
    together = [each for each in findings if silent(each)]
    # A few are shown in full; dozens alike would hide the findings on either side of them.
    together = together if len(together) > _FEW_SILENT else []
    lines = sheet.heading("FINDING BY FINDING", "gaps first")
    for number, finding in enumerate(findings):
        if finding not in together:
            lines += [[]] if number else []
            lines += finding_lines(finding, report.settings, sheet)
        elif finding is together[0]:
            lines += ([[]] if number else []) + silent_lines(together, report.settings, sheet)
    return lines


_FEW_SILENT = 4


def _next(findings: list[Finding], part: PartnershipReport, sheet: Sheet) -> list[Line]:
    own = part.partnership.id
    contested = [each for each in findings if each.group is Group.CONTESTED]
    lines: list[Line] = [[]]
    for finding in (contested or findings)[:1]:
        command = f"gapcheck explain {own} {finding.imperative.id}"
        lines += sheet.wrap(f"Next:  {command}    why this verdict")
    return lines + sheet.wrap(f"       gapcheck report {own} --output {own}.md")
