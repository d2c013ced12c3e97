"""The verdicts of one partnership in one table, and where each one's evidence stands."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.choices import Group
from gapcheck.model.finding import Finding
from gapcheck.reports import board, phrases
from gapcheck.reports.board_tables import tier_marks, tier_order
from gapcheck.reports.docx.blocks import (
    Block,
    Cell,
    Run,
    Said,
    Table,
    cell,
    paragraph,
    text,
)
from gapcheck.reports.docx.paper import Paper, judged_runs


def verdicts(paper: Paper) -> Iterator[Block]:
    """Part 3: all imperatives that apply, gaps first, and in a line those that do not."""
    yield paragraph("Heading 1", "3 The verdicts")
    if paper.judged:
        labels = (phrases.tier(tier, paper.settings) for tier in tier_order(paper.settings))
        tiers = f"Tiers: {', '.join(labels)}"
        yield Table(
            "The verdicts, gaps first",
            "Paper Table",
            (40, 22, 15, 21, 13),
            ("Imperative", "Verdict", "Confidence", tiers, "Evidence"),
            tuple(_row(paper, finding) for finding in paper.judged),
        )
        yield paragraph(
            "Caption",
            Run("Fragile", "Strong"),
            ": leaving out one source would change the verdict. ",
            Run("Tiers", "Strong"),
            f": {board.reading_of_tiers(paper.report)}",
        )
    else:
        yield text("No imperative of this study applies here.")
    yield from _outside(paper)


def _row(paper: Paper, finding: Finding) -> tuple[Cell, ...]:
    notes = board.notes(finding)
    beside = f" ({notes})" if notes else ""
    return (
        cell(f"{finding.imperative.text.strip()}{beside}"),
        cell(*judged_runs(finding)),
        cell(board.level(finding)),
        cell(tier_marks(finding, paper.settings)),
        cell(_place(paper, finding)),
    )


def _place(paper: Paper, finding: Finding) -> Said:
    if finding.group is Group.UNKNOWN:
        return paper.link("6", "unknown")
    for part, group in ((4, Group.GAP), (5, Group.CONTESTED)):
        if finding.group is group:
            number = paper.group(group).index(finding) + 1
            return paper.link(f"{part}.{number}", "part", finding)
    return paper.link("annex A", "annex", finding)


def _outside(paper: Paper) -> Iterator[Block]:
    number = len(paper.not_applying)
    if number:
        does = phrases.counted(number, "imperative does", "imperatives do")
        yield text(f"{does} not apply here: ", paper.link("annex C", "outside"), ".")
