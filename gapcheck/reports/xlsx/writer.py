"""The report as a workbook: the framework, its quotes, presence, a baseline, a codebook, about."""

from __future__ import annotations

from datetime import date
from typing import BinaryIO

from gapcheck.model.report import Report
from gapcheck.reports.whose import FOR, whose
from gapcheck.reports.xlsx.about import about, notices
from gapcheck.reports.xlsx.baseline import baseline
from gapcheck.reports.xlsx.book import bind
from gapcheck.reports.xlsx.codebook import codebook
from gapcheck.reports.xlsx.framework import framework, presence
from gapcheck.reports.xlsx.numbered import numbered
from gapcheck.reports.xlsx.quotes import quotes


def write(report: Report, stream: BinaryIO, *, transposed: bool = False) -> None:
    """Write the workbook with partnerships in rows; `transposed`, with imperatives in rows.

    Of one partnership alone imperatives are in rows, since nobody reads one row of fifty columns;
    `transposed` then gives that row.
    """
    numbers = numbered(report)
    turned = transposed != (len(report.partnerships) == 1)
    sheets = (
        framework(report, numbers, transposed=turned),
        quotes(report, numbers),
        presence(report, transposed=turned),
        baseline(report, numbers),
        codebook(report),
        about(report),
    )
    bind(
        sheets,
        notices(report),
        f"{whose(report)} · {FOR[report.audience]}",
        _day(report),
        stream,
    )


def _day(report: Report) -> date:
    """The newest day that is judged at; of a year its first, and of nothing the first of all."""
    days = [part.as_at for part in report.partnerships if part.as_at]
    first = [each if isinstance(each, date) else each.first for each in days]
    return max(first, default=date(1980, 1, 1))
