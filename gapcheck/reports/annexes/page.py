"""An annex as a page, under the same policy as the report's."""

from __future__ import annotations

from typing import TextIO

from gapcheck.model.report import Report
from gapcheck.reports.annexes.annex import Annex
from gapcheck.reports.html.page import render
from gapcheck.reports.provenance import provenance


def write(annex: Annex, report: Report, stream: TextIO) -> None:
    """Write an annex below the notices of its report."""
    for piece in render(
        "annex", report, annex=annex, title=annex.title, provenance=provenance(report)
    ):
        stream.write(piece)
