"""The annexes of a board paper: every statement with its place, and what is left out and why."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.choices import Group, Position
from gapcheck.model.finding import Finding, TierView
from gapcheck.model.settings import Settings
from gapcheck.reports import board, board_tables, phrases, profiles, words
from gapcheck.reports.edition import NONE_SHOWN
from gapcheck.reports.markdown.evidence import quotation
from gapcheck.reports.markdown.findings import doubts, duty
from gapcheck.reports.markdown.paper import LEFT_OUT, Paper, link, target, verdict
from gapcheck.reports.markdown.text import cell, code, inline, table

_SHOWN_BEFORE = frozenset({Group.GAP, Group.CONTESTED})


def statements(paper: Paper) -> Iterator[str]:
    """Annex A: imperative by imperative, the working of the verdict and all that was said."""
    shown = "statements that may be shown" if paper.report.edition else "all statements"
    yield f"## Annex A: {shown}"
    yield ""
    for finding in paper.judged:
        yield f"### {target(paper.anchor(finding))}{inline(finding.imperative.text)}"
        yield ""
        sure = phrases.sentence(phrases.confidence(finding))
        yield " ".join(filter(None, (f"{verdict(finding)}.", sure, duty(paper, finding))))
        yield ""
        yield f"{inline(phrases.sentence(finding.why))} Rule: {code(finding.rule)}."
        yield ""
        yield from _profiles(paper, finding)
        if finding.group not in _SHOWN_BEFORE:
            yield from doubts(paper, finding)
        yield from _said(paper, finding)


def _profiles(paper: Paper, finding: Finding) -> Iterator[str]:
    settings = paper.settings
    sectors = phrases.sectors(finding, settings)
    tiers = [
        _tier(view, settings)
        for view in finding.tiers
        if view.position is not None and view.position is not Position.UNKNOWN
    ]
    rungs = [f"{rung}: {position}" for rung, position in profiles.rungs(finding)]
    for label, said in (("Sectors", sectors), ("Tiers", tiers), ("Rungs", rungs)):
        if said:
            yield f"- {label}: {inline('; '.join(said))}"
    if sectors or tiers or rungs:
        yield ""


def _tier(view: TierView, settings: Settings) -> str:
    position = words.POSITIONS[view.position] if view.position else words.NOT_TOLD
    return f"{phrases.tier(view.tier, settings)} {position}{profiles.voices(view.voices)}"


def _said(paper: Paper, finding: Finding) -> Iterator[str]:
    admitted = [each for each in finding.statements if each.excluded is None]
    for statement in admitted:
        yield from quotation(statement, paper.settings)
    left_out = len(finding.statements) - len(admitted)
    if left_out:
        number = phrases.counted(left_out, "statement is", "statements are")
        yield f"{number} left out: {link('annex B', paper.section(LEFT_OUT))}."
        yield ""
    elif not admitted:
        yield NONE_SHOWN[finding.shown]
        yield ""


def left_out(paper: Paper) -> Iterator[str]:
    """Annex B: sources and statements that count for nothing, each with the reason, no words."""
    yield f"## {target(paper.section(LEFT_OUT))}Annex B: left out, and why"
    yield ""
    if paper.report.edition is None:
        yield from _left_out(paper)
    else:
        yield board.NOT_LISTED
        yield ""
    yield from _unreviewed(paper)


def _left_out(paper: Paper) -> Iterator[str]:
    found = board_tables.left_out(paper.findings, paper.part)
    rows = [(code(source), str(number), cell(reason)) for source, number, reason in found]
    if rows:
        yield from table(("Source", "Statements", "Why"), *rows)
    else:
        yield board.NOTHING_LEFT_OUT
        yield ""


def _unreviewed(paper: Paper) -> Iterator[str]:
    if waiting := board.unreviewed(paper.part):
        yield waiting
        yield ""
