"""The briefing as a page of its own, without a script to filter by: two sheets where printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TextIO

from markupsafe import Markup

from gapcheck.model.report import Report
from gapcheck.reports import board, words
from gapcheck.reports import briefing as told
from gapcheck.reports.briefing import Briefing, Matter, briefing, shortened_report
from gapcheck.reports.html import charts, matrix
from gapcheck.reports.html.marks import GROUP_MARKS, mark
from gapcheck.reports.html.page import STYLES, render
from gapcheck.reports.html.parts import Count, legend
from gapcheck.reports.html.quotations import Quotation, quotation
from gapcheck.reports.provenance import provenance


@dataclass(frozen=True, slots=True)
class Opened:
    """One matter as the page shows it."""

    own: Matter
    mark: str
    verdict: str
    decided: str
    decided_mark: str
    voices: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A briefing with its marks and its bar."""

    own: Briefing
    bar: Markup
    legend: tuple[Count, ...]
    listings: tuple[tuple[str, str, int, str], ...]
    matters: tuple[Opened, ...]


def write(report: Report, stream: TextIO) -> None:
    """Write the briefing of each partnership that was named."""
    report = shortened_report(report)
    pages = [_page(briefing(part, report), report) for part in report.partnerships]
    alone = len(pages) == 1
    title = pages[0].own.title if alone else report.settings.title or "Policy and practice"
    for piece in render(
        "briefing",
        report,
        (*STYLES, "briefing"),
        title=title,
        pages=pages,
        say=told,
        nothing=board.no_matter(report),
        filters=(),
        legend=matrix.LEGEND,
        number=0,
        provenance=provenance(report),
    ):
        stream.write(piece)


def _page(own: Briefing, report: Report) -> Page:
    return Page(
        own,
        charts.bar(own.part),
        legend(own.part),
        tuple(
            (GROUP_MARKS[each.group], words.GROUPS[each.group].label, each.number, each.names)
            for each in own.listings
        ),
        tuple(_opened(each, report) for each in own.matters),
    )


def _opened(matter: Matter, report: Report) -> Opened:
    finding = matter.finding
    decided = finding.signoff.verdict if finding.signoff else None
    return Opened(
        matter,
        mark(finding.verdict),
        words.VERDICTS[finding.verdict].screen,
        words.VERDICTS[decided].screen if decided else "",
        mark(decided) if decided else "",
        tuple(quotation(each, report.settings) for each in matter.voices),
    )
