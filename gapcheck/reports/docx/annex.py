"""The annexes of a board paper: every statement with its place, and what is left out and why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from gapcheck.model.choices import Group
from gapcheck.model.finding import Finding
from gapcheck.reports import board, phrases, words
from gapcheck.reports.board_tables import left_out, not_applying
from gapcheck.reports.docx.blocks import (
    Block,
    Run,
    Table,
    bullets,
    cell,
    coded,
    paragraph,
    text,
)
from gapcheck.reports.docx.evidence import national, quoted
from gapcheck.reports.docx.paper import Paper, judged_runs
from gapcheck.reports.edition import NONE_SHOWN
from gapcheck.reports.rows import rows

_SHOWN_BEFORE = frozenset({Group.GAP, Group.CONTESTED})


def statements(paper: Paper) -> Iterator[Block]:
    """Annex A: imperative by imperative, the working of the verdict and all that was said."""
    shown = "statements that may be shown" if paper.report.edition else "all statements"
    yield paragraph("Heading 1", f"Annex A: {shown}")
    if not paper.judged:
        yield text("No imperative of this study applies here.")
    for marks, findings in groupby(paper.judged, lambda each: words.marks(each.verdict)):
        yield paragraph("Heading 2", f"{marks.glyph} {marks.label}")
        for finding in findings:
            yield from _finding(paper, finding)


def _finding(paper: Paper, finding: Finding) -> Iterator[Block]:
    title = phrases.clause(finding.imperative.text)
    yield paragraph("Heading 3", title, name=paper.place("annex", finding))
    name = Run(finding.imperative.name, "Place")
    yield paragraph("Duty", f"{board.asked_by(finding, paper.report)} ", name)
    sure = phrases.sentence(phrases.confidence(finding))
    yield paragraph("Finding", *judged_runs(finding), f". {sure}" if sure else ".")
    yield _working(paper, finding)
    yield from _said(paper, finding)


def _working(paper: Paper, finding: Finding) -> Table:
    """All that stands beside the verdict."""
    told = tuple(
        (cell(Run(row.label, "Strong")), cell(*coded(row.pieces)))
        for row in rows(finding, paper.settings)
    )
    name = board.short_name(finding)
    return Table(f"The working of the verdict on: {name}", "Fact Table", (1, 5), (), told)


def _said(paper: Paper, finding: Finding) -> Iterator[Block]:
    admitted = [each for each in finding.statements if each.excluded is None]
    for statement in admitted:
        yield from quoted(statement, paper.settings)
    out = len(finding.statements) - len(admitted)
    if out:
        number = phrases.counted(out, "statement is", "statements are")
        place = paper.link("annex B", "out")
        yield text(f"{number} left out: ", place, ".")
    elif not admitted:
        yield text(NONE_SHOWN[finding.shown])
    if finding.group not in _SHOWN_BEFORE:
        for background in finding.background:
            yield from national(background)


def out(paper: Paper) -> Iterator[Block]:
    """Annex B: sources and statements that count for nothing, each with the reason, no words."""
    yield paragraph("Heading 1", "Annex B: left out, and why", name=paper.place("out"))
    if paper.report.edition is not None:
        yield text(board.NOT_LISTED)
    elif found := left_out(paper.findings, paper.part):
        rows_of = tuple(
            (cell(Run(source, "Place")), cell(str(number)), cell(why))
            for source, number, why in found
        )
        head = ("Source", "Statements", "Why")
        yield Table("Left out, and why", "Paper Table", (3, 1, 4), head, rows_of)
    else:
        yield text(board.NOTHING_LEFT_OUT)
    if waiting := board.unreviewed(paper.part):
        yield text(waiting)


def outside(paper: Paper) -> Iterator[Block]:
    """Annex C: what does not apply here, by reason."""
    if not paper.not_applying:
        return
    yield paragraph("Heading 1", "Annex C: what does not apply here", name=paper.place("outside"))
    yield from bullets(
        [f"{reason}: ", Run(", ".join(names), "Place")]
        for reason, names in not_applying(paper.not_applying).items()
    )
