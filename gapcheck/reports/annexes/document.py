"""An annex as a Word document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from gapcheck.model.report import Report
from gapcheck.reports.annexes.annex import Annex
from gapcheck.reports.docx.blocks import (
    Block,
    Run,
    Table,
    bullets,
    cell,
    paragraph,
    plain_row,
    text,
)
from gapcheck.reports.docx.writer import put
from gapcheck.reports.template_file import TemplateFile


def write(
    annex: Annex, report: Report, stream: BinaryIO, template: TemplateFile | None = None
) -> None:
    """Write an annex below the notices of its report; NoTemplate as for a report."""
    put(report, _blocks(annex), stream, template)


def _blocks(annex: Annex) -> Iterator[Block]:
    yield paragraph("Title", annex.title)
    yield from (text(each) for each in annex.lead)
    rows = tuple(
        (cell(Run(row[0], "Strong")),) if len(row) == 1 else plain_row(*row) for row in annex.rows
    )
    yield Table(annex.title, "Paper Table", annex.widths, annex.head, rows)
    yield from bullets(annex.after)
