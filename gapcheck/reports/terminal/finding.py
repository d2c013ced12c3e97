"""One finding on a terminal: its verdict, the words it judges by, its working, and the quotes."""

from __future__ import annotations

from gapcheck.model.choices import Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases
from gapcheck.reports.choosing import chosen
from gapcheck.reports.terminal.quotes import quote, sides, stacked
from gapcheck.reports.terminal.sheet import Sheet, columns
from gapcheck.reports.terminal.styles import style_of
from gapcheck.reports.terminal.working import working
from gapcheck.reports.who import not_heard
from gapcheck.reports.words import VERDICTS, WORDINGS, marks
from gapcheck.reports.wrapping import Line


def finding_lines(finding: Finding, settings: Settings, sheet: Sheet) -> list[Line]:
    """A finding as a whole, in two columns where there is room."""
    head = verdict_line(finding, sheet) + imperative_lines(finding, settings, sheet)
    if finding.verdict is Verdict.CONTESTED:
        own = _indented(working(finding, settings, sheet, sheet.width - 2), "  ")
        return [*head, [], *own, [], *sides(finding, settings, sheet)]
    if not sheet.wide:
        own = _indented(working(finding, settings, sheet, sheet.width - 2), "  ")
        beside = _indented(_quotes(finding, settings, sheet, sheet.width - 4), "    ")
        return [*head, [], *own, *([[], *beside] if beside else [])]
    half = sheet.width // 2
    own = _indented(working(finding, settings, sheet, half - 8), "  ")
    beside = _quotes(finding, settings, sheet, sheet.width - half + 1)
    return [*head, [], *columns(own, beside, half - 1)]


def silent_lines(findings: list[Finding], settings: Settings, sheet: Sheet) -> list[Line]:
    """Many of which nothing was heard, under one verdict: the imperatives, each in its words."""
    lines = verdict_line(findings[0], sheet)
    said = f"Of these {len(findings)} nothing was heard that may be used; nobody said no."
    lines += [*sheet.wrap([(said, "bold")], indent="  "), []]
    for number, finding in enumerate(findings):
        lines += ([[]] if number else []) + imperative_lines(finding, settings, sheet)
        if unheard := not_heard(finding, settings):
            lines += sheet.wrap(f"Not heard: {unheard}", indent="  ")
        if waiting := phrases.pending(finding):
            lines += sheet.wrap(f"Pending: {waiting}", indent="  ")
    return lines


def verdict_line(finding: Finding, sheet: Sheet) -> list[Line]:
    """The glyph and the verdict in capitals, and at the other margin the confidence."""
    words = VERDICTS[finding.verdict].screen.upper()
    left = sheet.line((f"{marks(finding.verdict).glyph} {words}", style_of(finding.verdict)))
    return sheet.ends(left, sheet.line((phrases.confidence(finding), "dim")))


def imperative_lines(finding: Finding, settings: Settings, sheet: Sheet) -> list[Line]:
    """The imperative's words, its name, how strongly it obliges whom, and doubts of its wording."""
    imperative = finding.imperative
    lines = sheet.wrap(imperative.text, indent="  ")
    name, duty = imperative.name, phrases.duty(imperative, settings)
    if len(name) + len(duty) + 4 <= sheet.width:
        lines += sheet.wrap([(f"{name}  {duty}", "dim")], indent="  ")
    else:
        lines += sheet.wrap([(name, "dim")], indent="  ")
        lines += sheet.wrap([(duty, "dim")], indent="  ")
    if doubt := WORDINGS[imperative.wording]:
        lines += sheet.wrap([(f"({doubt})", "dim")], indent="  ")
    return lines


def _quotes(finding: Finding, settings: Settings, sheet: Sheet, width: int) -> list[Line]:
    against = set(finding.negative_case)
    blocks = []
    for statement in chosen(finding):
        mark = "Against: " if statement in against and not statement.deciding else ""
        head = mark + (phrases.inside if mark else str)(phrases.stance(statement))
        blocks.append(quote(statement, settings, sheet, width, head=head))
    return stacked(blocks)


def _indented(lines: list[Line], indent: str) -> list[Line]:
    return [[(indent, ""), *line] if line else line for line in lines]
