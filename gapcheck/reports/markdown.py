"""The report as Markdown: a board paper for each partnership named, else the overview of all.

It is written to be read on GitHub and raw alike. All that the study's files say goes through
`markdown_text`, so that it shows as typed and does nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from gapcheck.model.report import Report
from gapcheck.reports import (
    markdown_annex,
    markdown_findings,
    markdown_front,
    markdown_questions,
    markdown_verdicts,
)
from gapcheck.reports.markdown_method import method
from gapcheck.reports.markdown_overview import overview
from gapcheck.reports.markdown_paper import Paper


def write(report: Report, stream: TextIO) -> None:
    """Write the overview of a whole study, or a paper for each partnership that was named."""
    lines = [*markdown_front.banner(report)]
    if report.whole_study:
        lines += overview(report)
    for number, part in enumerate(() if report.whole_study else report.partnerships):
        lines += ["---", ""] if number else []
        lines += _paper(Paper.of(report, part))
    stream.write("\n".join(lines).rstrip("\n") + "\n")


def _paper(paper: Paper) -> Iterator[str]:
    yield from markdown_front.title(paper)
    yield from markdown_front.purpose(paper)
    yield from markdown_front.summary(paper)
    yield from markdown_verdicts.verdicts(paper)
    yield from markdown_findings.gaps(paper)
    yield from markdown_findings.contested(paper)
    yield from markdown_questions.not_known(paper)
    yield from markdown_questions.hindrance(paper)
    yield from method(paper.report, paper.part)
    yield from markdown_annex.statements(paper)
    yield from markdown_annex.left_out(paper)
