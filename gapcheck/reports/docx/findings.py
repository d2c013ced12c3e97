"""Gaps and contested findings one by one: what was said, how sure, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.choices import Group, Shown
from gapcheck.model.finding import Finding
from gapcheck.reports import board, phrases
from gapcheck.reports.choosing import SIDES, chosen, on_side
from gapcheck.reports.docx.blocks import (
    Block,
    Cell,
    Run,
    Said,
    Table,
    coded,
    paragraph,
    text,
)
from gapcheck.reports.docx.evidence import national, quoted, speaking
from gapcheck.reports.docx.paper import Paper, judged_runs
from gapcheck.reports.edition import NONE_SHOWN
from gapcheck.reports.rows import rows

DOUBTS = (
    *("Confidence", "Fragile", "Against", "Tiers", "Not heard", "Barriers"),
    *("Suspect", "Signed", "Pending"),
)
"""What stands below the words of a gap; everything else stands in annex A."""


def gaps(paper: Paper) -> Iterator[Block]:
    """Part 4: each gap with the words that it rests on."""
    yield paragraph("Heading 1", "4 Gaps and their evidence")
    found = paper.group(Group.GAP)
    if not found:
        yield text(board.none(paper.report, Group.GAP))
    for number, finding in enumerate(found, 1):
        yield from _head(paper, finding, f"4.{number} {board.short_name(finding)}")
        statements = chosen(finding)
        for statement in statements:
            yield from quoted(statement, paper.settings)
        if not statements:
            yield text(NONE_SHOWN[finding.shown])
        yield from _doubts(paper, finding)


def contested(paper: Paper) -> Iterator[Block]:
    """Part 5: each contested finding with both sides beside each other, at the same weight."""
    yield paragraph("Heading 1", "5 Contested")
    found = paper.group(Group.CONTESTED)
    if not found:
        yield text(board.none(paper.report, Group.CONTESTED))
    for number, finding in enumerate(found, 1):
        yield from _head(paper, finding, f"5.{number} {board.short_name(finding)}")
        yield from _sides(paper, finding)
        yield from _doubts(paper, finding)


def _sides(paper: Paper, finding: Finding) -> Iterator[Block]:
    """The two sides in two columns; those between below them, as a third."""
    sides = {which: _side(paper, finding, which) for which in SIDES if on_side(finding, which)}
    opposed = [sides[which] for which in SIDES[:2] if which in sides]
    if opposed:
        title = f"Both sides on: {board.short_name(finding)}"
        widths = (1,) * len(opposed)
        yield Table(title, "Sides Table", widths, (), (tuple(opposed),))
    else:
        yield text(NONE_SHOWN[finding.shown])
    if SIDES[2] in sides:
        yield from sides[SIDES[2]]


def _side(paper: Paper, finding: Finding, which: str) -> Cell:
    statements = on_side(finding, which)
    head = f"{board.SIDES[which]}: {speaking(statements, paper.settings)}"
    said = [each for one in statements for each in quoted(one, paper.settings, stance=False)]
    return (paragraph("Table Header", head), *said)


def _head(paper: Paper, finding: Finding, title: str) -> Iterator[Block]:
    yield paragraph("Heading 2", title, name=paper.place("part", finding))
    if finding.imperative.title:
        yield text(phrases.sentence(finding.imperative.text))
    yield paragraph("Duty", board.asked_by(finding, paper.report))
    why = f" {phrases.sentence(finding.why)} Rule: "
    rule = Run(finding.rule, "Place")
    yield paragraph("Finding", *judged_runs(finding), ".", why, rule, ".")


def _doubts(paper: Paper, finding: Finding) -> Iterator[Block]:
    yield from working(paper, finding, DOUBTS)
    for background in finding.background:
        yield from national(background)
    said = "All that is shown of it"
    if finding.shown is Shown.WHOLE:
        said = phrases.counted(len(finding.statements), "statement")
    place = paper.link("annex A", "annex", finding)
    yield paragraph("Working", f"{said}: ", place, ".")


def working(paper: Paper, finding: Finding, labels: tuple[str, ...]) -> Iterator[Block]:
    """Some of what stands beside a verdict, in one paragraph."""
    said: list[Said] = []
    for row in rows(finding, paper.settings):
        if row.label in labels:
            end = "" if row.text.endswith((".", "!", "?")) else "."
            said += [" " if said else "", Run(row.label, "Strong"), ": ", *coded(row.pieces), end]
    if said:
        yield paragraph("Working", *said)
