"""Quoted words on a terminal: what was said, by whom, and where it stands in the files."""

from __future__ import annotations

from gapcheck.model.finding import Finding, Statement
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases
from gapcheck.reports.choosing import on_side
from gapcheck.reports.terminal.sheet import Sheet, columns, place
from gapcheck.reports.wrapping import Line, cells


def quote(
    statement: Statement, settings: Settings, sheet: Sheet, width: int, *, head: str = ""
) -> list[Line]:
    """The stance in bold, the words, the speaker, and the place."""
    lines = sheet.wrap([(head or phrases.stance(statement), "bold")], width)
    return lines + said(statement, settings, sheet, width)


def said(statement: Statement, settings: Settings, sheet: Sheet, width: int) -> list[Line]:
    """The words and a translation, then the speaker and the place, on one line where they fit."""
    lines = sheet.wrap(phrases.quoted(statement), width)
    if statement.translation and statement.quote:
        lines += sheet.wrap(f"In translation: {statement.translation.strip()}", width)
    who = phrases.speaker(statement, settings)
    if statement.location is None:
        return lines + sheet.wrap([(who, "dim")], width)
    where = place(statement.location)
    if cells(who) + cells(where[0]) + 3 <= width:
        return [*lines, sheet.line((who, "dim"), ("   ", ""), where)]
    return lines + sheet.wrap([(who, "dim")], width) + sheet.wrap([where], width)


def stacked(blocks: list[list[Line]]) -> list[Line]:
    """Blocks one under the other with a blank line between."""
    lines: list[Line] = []
    for block in blocks:
        lines += [[], *block] if lines else block
    return lines


def sides(finding: Finding, settings: Settings, sheet: Sheet) -> list[Line]:
    """A contested finding: both sides with the same weight, those between as a third."""
    if not sheet.wide:
        blocks = [_barred(each, finding, settings, sheet) for each in ("yes", "no", "between")]
        return stacked([block for block in blocks if block])
    half = sheet.width // 2 - 3
    yes, no = (_side(each, finding, settings, sheet, half) for each in ("yes", "no"))
    lines = columns(_behind("  ", yes), no, sheet.width // 2 + 1, sheet.clean("│ "))
    between = _side("between", finding, settings, sheet, sheet.width - 2)
    return lines + ([[], *_behind("  ", between)] if between else [])


_HEADS = {"yes": "SAY YES", "no": "SAY NO", "between": "BETWEEN"}


def _side(which: str, finding: Finding, settings: Settings, sheet: Sheet, width: int) -> list[Line]:
    found = on_side(finding, which)
    if not found:
        return []
    who = dict.fromkeys(phrases.sector(each.sector, settings) for each in found)
    head = sheet.wrap([(f"{_HEADS[which]}: {phrases.joined(who)}", "bold")], width)
    blocks = [
        said(each, settings, sheet, width)
        if phrases.stance(each) in ("Says yes", "Says no", "Between")
        else quote(each, settings, sheet, width)
        for each in _first_of_each(found)
    ]
    return head + stacked(blocks)


def _first_of_each(found: list[Statement]) -> list[Statement]:
    """Of each source its first words: forty quotes from one person are one position."""
    named = {each.source or each.sector: each for each in reversed(found)}
    return list(named.values())[::-1][:4]


def _barred(which: str, finding: Finding, settings: Settings, sheet: Sheet) -> list[Line]:
    lines = _side(which, finding, settings, sheet, sheet.width - 4)
    bar = sheet.clean("  │ ")
    return [[("  ", ""), *line] for line in lines[:1]] + _behind(bar, lines[1:])


def _behind(mark: str, lines: list[Line]) -> list[Line]:
    return [[(mark, ""), *line] for line in lines]
