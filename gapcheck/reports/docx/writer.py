"""The report as a Word document: a board paper for each partnership named, else the overview."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import BinaryIO

from gapcheck.model.dates import PartialDate
from gapcheck.model.report import Report
from gapcheck.reports import facts, sentences
from gapcheck.reports.docx import annex, fill_in, findings, front, questions
from gapcheck.reports.docx.blocks import Block
from gapcheck.reports.docx.build import Builder
from gapcheck.reports.docx.feet import set_feet
from gapcheck.reports.docx.inert import line
from gapcheck.reports.docx.method import method
from gapcheck.reports.docx.overview import TITLE, overview
from gapcheck.reports.docx.package import describe, packed
from gapcheck.reports.docx.paper import Paper
from gapcheck.reports.docx.template import blank, opened
from gapcheck.reports.docx.verdicts import verdicts
from gapcheck.reports.template_file import TemplateFile


def write(report: Report, stream: BinaryIO, template: TemplateFile | None = None) -> None:
    """Write the overview of a whole study, or a paper for each partnership that was named.

    NoTemplate says why a template cannot be used.
    """
    parts = () if report.whole_study else report.partnerships
    papers = [_paper(Paper.of(report, part, at)) for at, part in enumerate(parts, 1)]
    blocks = overview(report) if report.whole_study else (each for one in papers for each in one)
    put(report, blocks, stream, template)


def put(
    report: Report, blocks: Iterable[Block], stream: BinaryIO, template: TemplateFile | None
) -> None:
    """Write some blocks below the notices of a report, with its feet and what it says of itself."""
    document, styles = opened(template.name, template.data) if template else blank()
    builder = Builder(document, styles)
    builder.add(front.notices(report))
    builder.add(blocks)
    banner = sentences.banner(report)
    whose = f"{_title(report)} · {facts.AUDIENCES[report.audience]}"
    set_feet(document, builder, f"Illustrative. {banner}" if banner else "", whose)
    describe(document, _title(report), banner or TITLE, _day(report))
    stream.write(packed(document))


def _paper(paper: Paper) -> Iterator[Block]:
    public = paper.report.edition is not None
    parts = (
        front.title,
        front.purpose,
        front.summary,
        verdicts,
        findings.gaps,
        findings.contested,
        questions.not_known,
        questions.hindrance,
        *(() if public else (fill_in.recommendations, fill_in.decision)),
        method,
        annex.statements,
        annex.out,
        annex.outside,
    )
    return (block for part in parts for block in part(paper))


def _title(report: Report) -> str:
    alone = len(report.partnerships) == 1 and not report.whole_study
    name = report.partnerships[0].partnership.name if alone else report.settings.title
    return line(name) or TITLE


def _day(report: Report) -> date | None:
    """The last day that anything is judged at; of a year no more than its first."""
    days = [part.as_at for part in report.partnerships if part.as_at]
    return max(
        (each.first if isinstance(each, PartialDate) else each for each in days), default=None
    )
