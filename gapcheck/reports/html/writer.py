"""The report as a page: the whole study, or the partnerships named in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from gapcheck.model.report import Report
from gapcheck.reports import beyond_words
from gapcheck.reports.choosing import applying
from gapcheck.reports.html import matrix, parts
from gapcheck.reports.html.anchors import Anchors
from gapcheck.reports.html.filters import Filters
from gapcheck.reports.html.findings import Opener
from gapcheck.reports.html.matrix import Weaver
from gapcheck.reports.html.overview import study_page
from gapcheck.reports.html.page import render
from gapcheck.reports.provenance import provenance


def write(report: Report, stream: TextIO) -> None:
    """Write the page of a whole study, or of the partnerships that were named."""
    anchors = Anchors.of(report)
    filters = Filters.of(report, applying(report.findings))
    shown = _study if report.whole_study else _partnerships
    for piece in shown(report, anchors, filters):
        stream.write(piece)


def _study(report: Report, anchors: Anchors, filters: Filters) -> Iterator[str]:
    weaver = Weaver.of(report, anchors, filters, sections=True)
    own = study_page(report, anchors, weaver)
    return _rendered("study", report, filters, study=own, title=own.title, beyond=beyond_words)


def _partnerships(report: Report, anchors: Anchors, filters: Filters) -> Iterator[str]:
    opener = Opener(report, anchors, filters)
    pages = [parts.partnership_page(part, report, opener) for part in report.partnerships]
    beside = None
    if len(pages) > 1:
        weaver = Weaver.of(report, anchors, filters, sections=False)
        rows = weaver.applying(report.partnerships)
        beside = weaver.matrix(report.partnerships, rows, counted=False)
    title = pages[0].name if len(pages) == 1 else report.settings.title or "Policy and practice"
    return _rendered("partnerships", report, filters, pages=pages, matrix=beside, title=title)


def _rendered(template: str, report: Report, filters: Filters, **values: object) -> Iterator[str]:
    return render(
        template,
        report,
        filters=filters.offered,
        legend=matrix.LEGEND,
        number=len(applying(report.findings)),
        provenance=provenance(report),
        **values,
    )
