"""The verdicts of one partnership in one table, and where each one's evidence stands."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.choices import Group, Modality, Position
from gapcheck.model.finding import Finding, TierView
from gapcheck.model.settings import TIERS, Settings
from gapcheck.reports import phrases, words
from gapcheck.reports.markdown.paper import NOT_KNOWN, Paper, ended, link, verdict
from gapcheck.reports.markdown.text import code, inline, table


def verdicts(paper: Paper) -> Iterator[str]:
    """Part 3: all imperatives that apply, gaps first, and in a line those that do not."""
    yield "## 3 The verdicts"
    yield ""
    tiers = tier_order(paper.settings)
    labels = [inline(phrases.tier(tier, paper.settings)) for tier in tiers]
    rows = [(*_row(finding, tiers), _place(paper, finding)) for finding in paper.judged]
    if rows:
        head = ("Imperative", "Verdict", "Confidence", f"Tiers: {', '.join(labels)}", "Evidence")
        yield from table(head, *rows)
        from_whom = "" if paper.report.edition else " and from how many voices"
        few = "; a ~ is not told, heard or not" if paper.report.edition else ""
        yield (
            "*Fragile*: leaving out one source would change the verdict. *Tiers*: the mark of "
            f"what was heard there{from_whom}; a dot is nothing heard, not a no{few}."
        )
        yield ""
    yield from _outside(paper)


def tier_order(settings: Settings) -> tuple[str, ...]:
    """The four tiers from the board towards the street, then those that the study adds."""
    return (*TIERS, *(tier for tier in settings.vocabulary.tiers if tier not in TIERS))


def mark(position: Position | None) -> str:
    """The glyph of a position: its group's, or the dot of silence."""
    group = words.POSITION_GROUPS.get(position) if position else None
    return words.GROUPS[group].glyph if group else words.NOTHING_THERE


def _row(finding: Finding, tiers: tuple[str, ...]) -> tuple[str, str, str, str]:
    text = inline(finding.imperative.text)
    notes = ["an option, not a duty"] if finding.imperative.modality is Modality.MAY else []
    notes += [ended(finding)] if ended(finding) else []
    if notes:
        text += f" *({'; '.join(notes)})*"
    heard = {view.tier: view for view in finding.tiers}
    if finding.tiers and not any(view.position for view in finding.tiers):
        return text, verdict(finding), _confidence(finding), words.NOT_TOLD
    strip = " ".join(_strip(heard.get(tier)) for tier in tiers)
    return text, verdict(finding), _confidence(finding), strip


def _strip(view: TierView | None) -> str:
    if view is None or view.position is Position.UNKNOWN:
        return words.NOTHING_THERE
    if view.position is None:
        return words.UNTOLD
    voices = "" if view.voices is None else str(view.voices)
    return f"{mark(view.position)}{voices}"


def _confidence(finding: Finding) -> str:
    if finding.confidence is None:
        return "–"
    level = words.CONFIDENCES[finding.confidence][0]
    return f"{level}, fragile" if finding.fragile else level


def _place(paper: Paper, finding: Finding) -> str:
    if finding.group is Group.UNKNOWN:
        return link("6", paper.section(NOT_KNOWN))
    for part, group in ((4, Group.GAP), (5, Group.CONTESTED)):
        if finding.group is group:
            number = paper.group(group).index(finding) + 1
            return link(f"{part}.{number}", paper.section("finding", finding))
    return link("annex A", paper.anchor(finding))


def _outside(paper: Paper) -> Iterator[str]:
    by_reason: dict[str, list[str]] = {}
    for finding in paper.outside:
        reason = phrases.clause(finding.reason or finding.why)
        by_reason.setdefault(reason, []).append(code(finding.imperative.name))
    if by_reason:
        number = phrases.counted(len(paper.outside), "imperative does", "imperatives do")
        yield f"{number} not apply here:"
        yield ""
        yield from (
            f"- {inline(reason)}: {', '.join(which)}" for reason, which in by_reason.items()
        )
        yield ""
