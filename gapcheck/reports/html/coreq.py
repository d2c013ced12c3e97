"""The annex on methods as a page: the checklist, the codes, and the summary of findings."""

from __future__ import annotations

from typing import TextIO

from gapcheck.model.report import Report
from gapcheck.reports import phrases
from gapcheck.reports.coreq.annex import ADAPTED, EMPTY, annex
from gapcheck.reports.html.anchors import partnership
from gapcheck.reports.html.marks import mark
from gapcheck.reports.html.page import STYLES, render
from gapcheck.reports.provenance import provenance


def write(report: Report, stream: TextIO) -> None:
    """Write the whole annex."""
    own = annex(report)
    pieces = render(
        "coreq",
        report,
        (*STYLES, "coreq"),
        title=f"Methods annex: {own.title}",
        annex=own,
        adapted=ADAPTED,
        empty=EMPTY,
        mark=mark,
        anchor=partnership,
        full_name=phrases.full_name,
        provenance=provenance(report),
    )
    for piece in pieces:
        stream.write(piece)
