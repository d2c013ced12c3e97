"""The report as Markdown: a board paper for each partnership named, else the overview of all.

It is written to be read on GitHub and raw alike. All that the study's files say goes through
`text`, so that it shows as typed and does nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from gapcheck.model.report import Report
from gapcheck.reports.markdown import annex, findings, front, questions, verdicts
from gapcheck.reports.markdown.method import method
from gapcheck.reports.markdown.overview import overview
from gapcheck.reports.markdown.paper import Paper


def write(report: Report, stream: TextIO) -> None:
    """Write the overview of a whole study, or a paper for each partnership that was named."""
    lines = [*front.banner(report)]
    if report.whole_study:
        lines += overview(report)
    for number, part in enumerate(() if report.whole_study else report.partnerships):
        lines += ["---", ""] if number else []
        lines += _paper(Paper.of(report, part))
    stream.write("\n".join(lines).rstrip("\n") + "\n")


def _paper(paper: Paper) -> Iterator[str]:
    yield from front.title(paper)
    yield from front.purpose(paper)
    yield from front.summary(paper)
    yield from verdicts.verdicts(paper)
    yield from findings.gaps(paper)
    yield from findings.contested(paper)
    yield from questions.not_known(paper)
    yield from questions.hindrance(paper)
    yield from method(paper.report, paper.part)
    yield from annex.statements(paper)
    yield from annex.left_out(paper)
