"""How verdicts came about, from whose voices, what they cannot say, and where all comes from."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.report import PartnershipReport, Report
from gapcheck.reports import board, sentences, spread
from gapcheck.reports.board_tables import heard
from gapcheck.reports.docx.blocks import Block, Table, bullets, cell, paragraph, text
from gapcheck.reports.docx.front import fact_table
from gapcheck.reports.docx.paper import Paper
from gapcheck.reports.provenance import provenance

COMES_FROM = "Where this report comes from"


def method(paper: Paper) -> Iterator[Block]:
    """The rules, who was heard, the limits and the settings of one partnership's paper."""
    number = "8" if paper.report.edition else "10"
    yield paragraph("Heading 1", f"{number} Method and limits")
    yield text(board.METHOD)
    yield from _heard(paper.part, paper.report)
    yield from bullets(sentences.limits(paper.report, paper.part))
    yield from _origin(paper.report)


def method_of_study(report: Report) -> Iterator[Block]:
    """The same of a whole study."""
    yield paragraph("Heading 1", "How to read this")
    yield text(board.METHOD)
    yield from bullets([*spread.READING, *sentences.limits(report)])
    yield from _origin(report)


def _heard(part: PartnershipReport, report: Report) -> Iterator[Block]:
    if said := sentences.heard(part, report.settings):
        yield text(said)
    grid = heard(part, report.settings)
    if grid:
        head, *rows = grid
        widths = (5, *(4 for _ in head[1:]))
        yield text(board.WHO_WAS_HEARD)
        cells = tuple(tuple(map(cell, row)) for row in rows)
        yield Table("Who was heard, sectors by tiers", "Paper Table", widths, head, cells)


def _origin(report: Report) -> Iterator[Block]:
    yield from bullets(board.promises(report.settings.ethics))
    yield paragraph("Heading 2", COMES_FROM)
    yield fact_table(COMES_FROM, provenance(report))
