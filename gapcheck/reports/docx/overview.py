"""A whole study as a paper: what spreads, what nobody knows, and each partnership's totals."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.choices import AcrossPattern
from gapcheck.model.report import Across, Report
from gapcheck.reports import facts, phrases, spread
from gapcheck.reports.docx.blocks import Block, Run, Said, bullets, paragraph, text
from gapcheck.reports.docx.front import fact_table
from gapcheck.reports.docx.matrix import matrix, surveys, totals
from gapcheck.reports.docx.method import method_of_study

TITLE = "Policy and practice across partnerships"


def overview(report: Report) -> Iterator[Block]:
    """The whole overview, without its notices."""
    yield paragraph("Title", report.settings.title or TITLE)
    yield paragraph("Subtitle", TITLE if report.settings.title else "")
    yield fact_table("What this paper rests on", facts.of_study(report))
    yield paragraph("Heading 1", "Summary")
    if report.settings.question:
        yield text(phrases.sentence(report.settings.question))
    yield paragraph("Summary", spread.summary(report))
    yield from _pattern(report, AcrossPattern.SYSTEMIC, "Systemic gaps", spread.SYSTEMIC)
    yield from _pattern(report, AcrossPattern.LOCAL, "Local gaps", spread.LOCAL)
    yield from _silences(report)
    yield from totals(report)
    yield from matrix(report)
    yield from surveys(report)
    yield from method_of_study(report)


def _pattern(report: Report, pattern: AcrossPattern, title: str, said: str) -> Iterator[Block]:
    yield paragraph("Heading 1", title)
    yield text(said)
    found = spread.with_pattern(report, pattern)
    yield from bullets(_spread(report, row) for row in found)
    if not found:
        yield text("None.")


def _spread(report: Report, row: Across) -> list[Said]:
    name = row.imperative.name
    own = [each for each in report.findings if each.imperative.name == name]
    told = phrases.sentence(row.imperative.text)
    return [Run(told, "Strong"), f" {spread.where(row, own)} ", Run(name, "Place")]


def _silences(report: Report) -> Iterator[Block]:
    yield paragraph("Heading 1", "Where nobody can say")
    found = spread.silences(report)
    if not found:
        yield text("Every imperative could be judged wherever it applies.")
        return
    yield text(spread.TOO_FEW)
    yield from bullets(
        [f"{said[0].upper()}{said[1:]}: ", "; ".join(map(_name, rows)), "."] for said, rows in found
    )


def _name(row: Across) -> str:
    return row.imperative.title or phrases.clause(row.imperative.text)
