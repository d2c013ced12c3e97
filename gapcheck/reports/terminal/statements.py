"""Every statement of a finding: what it says, how it is known, and why it counts or does not."""

from __future__ import annotations

from gapcheck.model.choices import Shown
from gapcheck.model.finding import Finding, Statement
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases
from gapcheck.reports.choosing import side
from gapcheck.reports.doubts import why_excluded
from gapcheck.reports.edition import NONE_SHOWN
from gapcheck.reports.terminal.quotes import said
from gapcheck.reports.terminal.sheet import Sheet
from gapcheck.reports.words import NOT_TOLD, STANCES, SUSPECT_NOTE
from gapcheck.reports.wrapping import Line

_MARKS = {"yes": "+", "no": "-", "between": "="}
_HEADER = ("stance", "basis", "rung", "tier", "sector")


def statements(finding: Finding, settings: Settings, sheet: Sheet) -> list[Line]:
    """Those that decide first, then those that count for less, then those left out."""
    if not finding.statements:
        uncoded = "No excerpt of a source of this place is coded to it."
        return sheet.wrap(uncoded if finding.shown is Shown.WHOLE else NONE_SHOWN[finding.shown])
    lines = [_columns("  ", _HEADER, sheet, "dim")] if sheet.width >= _ROOM else []
    for number, statement in enumerate(sorted(finding.statements, key=_weight)):
        lines += [[]] if number else []
        lines += _statement(statement, settings, sheet, whole=finding.shown is Shown.WHOLE)
    return lines


def counted(finding: Finding) -> str:
    """How many statements there are, and how many of them are used, aside or left out."""
    own = finding.statements
    if not own:
        return ""
    if finding.shown is not Shown.WHOLE:
        return "what of it everybody may read"
    kinds = (
        (sum(each.deciding for each in own), "deciding"),
        (sum(_beside(each) for each in own), "beside"),
        (sum(each.set_aside for each in own), "set aside"),
        (sum(each.excluded is not None for each in own), "left out"),
    )
    parts = ", ".join(f"{number} {word}" for number, word in kinds if number)
    return f"{phrases.counted(len(own), 'statement')}: {parts}"


def _beside(statement: Statement) -> bool:
    return not (statement.deciding or statement.set_aside or statement.excluded)


def _weight(statement: Statement) -> int:
    if statement.excluded:
        return 3
    return 0 if statement.deciding else 1 + statement.set_aside


_WIDTHS = (25, 12, 10, 15)
_ROOM = 2 + sum(_WIDTHS) + 12


def _statement(
    statement: Statement, settings: Settings, sheet: Sheet, *, whole: bool
) -> list[Line]:
    stance = STANCES[statement.stance] if statement.stance else "Stance not told"
    none = "no tier" if whole else NOT_TOLD
    tier = phrases.tier(statement.tier, settings) if statement.tier else none
    sector = phrases.sector(statement.sector, settings)
    facts = (stance, statement.basis.value, statement.rung.value, tier, sector)
    mark = f"{_mark(statement)} "
    lines = (
        [_columns(mark, facts, sheet, "")]
        if sheet.width >= _ROOM and len(sector) <= sheet.width - _ROOM + 12
        else sheet.wrap([(mark, "bold"), (" · ".join(facts), "")])
    )
    words = [[("    ", ""), *line] for line in said(statement, settings, sheet, sheet.width - 4)]
    named = [(f"{statement.source} {statement.excerpt}", "dim")] if statement.source else []
    name = sheet.wrap(named, indent="    ") if named else []
    standing = _standing(statement)
    why = sheet.wrap(standing, indent="    ") if standing else []
    return [*lines, *words, *name, *why]


def _columns(mark: str, facts: tuple[str, ...], sheet: Sheet, style: str) -> Line:
    *most, last = facts
    row = "".join(f"{fact:<{width}}" for fact, width in zip(most, _WIDTHS, strict=True))
    return sheet.line((mark, "bold"), (row + last, style))


def _mark(statement: Statement) -> str:
    if statement.excluded:
        return "x"
    if not statement.deciding:
        return "p" if statement.adoption else "."
    # A paper decides beside practice, where the verdict is that it stands on paper only.
    return "p" if statement.practice is None else _MARKS[side(statement)]


def _standing(statement: Statement) -> str:
    if statement.excluded:
        return f"Left out: {phrases.sentence(why_excluded(statement))}"
    notes = []
    if statement.share:
        notes.append(f"The share published is {phrases.share(statement.share)}.")
    if statement.stale:
        notes.append("Stale: long before the day that is judged.")
    if statement.suspect:
        notes.append(SUSPECT_NOTE)
    if statement.set_aside:
        notes.append("Set aside: asked, knows of nothing, and others speak of practice.")
    elif statement.practice is None:
        shows = "it shows adoption, not practice" if statement.adoption else "it decides nothing"
        notes.append(f"Not practice: {shows}.")
    elif statement.practice is not statement.stance:
        notes.append(f"On the rung demanded it counts as: {STANCES[statement.practice].lower()}.")
    return " ".join(notes)
