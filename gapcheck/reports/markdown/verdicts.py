"""The verdicts of one partnership in one table, and where each one's evidence stands."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.choices import Group
from gapcheck.model.finding import Finding
from gapcheck.model.settings import Settings
from gapcheck.reports import board, phrases
from gapcheck.reports.board_tables import not_applying, tier_marks, tier_order
from gapcheck.reports.markdown.paper import NOT_KNOWN, Paper, link, verdict
from gapcheck.reports.markdown.text import code, inline, table


def verdicts(paper: Paper) -> Iterator[str]:
    """Part 3: all imperatives that apply, gaps first, and in a line those that do not."""
    yield "## 3 The verdicts"
    yield ""
    tiers = tier_order(paper.settings)
    labels = [inline(phrases.tier(tier, paper.settings)) for tier in tiers]
    rows = [(*_row(finding, paper.settings), _place(paper, finding)) for finding in paper.judged]
    if rows:
        head = ("Imperative", "Verdict", "Confidence", f"Tiers: {', '.join(labels)}", "Evidence")
        yield from table(head, *rows)
        yield (
            "*Fragile*: leaving out one source would change the verdict. *Tiers*: "
            f"{board.reading_of_tiers(paper.report)}"
        )
        yield ""
    yield from _outside(paper)


def _row(finding: Finding, settings: Settings) -> tuple[str, str, str, str]:
    text = inline(finding.imperative.text)
    if notes := board.notes(finding):
        text += f" *({inline(notes)})*"
    strip = tier_marks(finding, settings)
    return text, verdict(finding), board.level(finding), strip


def _place(paper: Paper, finding: Finding) -> str:
    if finding.group is Group.UNKNOWN:
        return link("6", paper.section(NOT_KNOWN))
    for part, group in ((4, Group.GAP), (5, Group.CONTESTED)):
        if finding.group is group:
            number = paper.group(group).index(finding) + 1
            return link(f"{part}.{number}", paper.section("finding", finding))
    return link("annex A", paper.anchor(finding))


def _outside(paper: Paper) -> Iterator[str]:
    by_reason = not_applying(paper.outside)
    if by_reason:
        number = phrases.counted(len(paper.outside), "imperative does", "imperatives do")
        yield f"{number} not apply here:"
        yield ""
        yield from (
            f"- {inline(reason)}: {', '.join(map(code, which))}"
            for reason, which in by_reason.items()
        )
        yield ""
