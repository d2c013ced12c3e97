"""Gaps over the partnerships: which are systemic, which local, and where nobody can say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from gapcheck.model.choices import AcrossPattern, Group, Modality
from gapcheck.model.finding import Finding
from gapcheck.model.report import Across, Report
from gapcheck.reports import phrases
from gapcheck.reports.terminal.sheet import Sheet
from gapcheck.reports.words import GROUPS, VERDICTS
from gapcheck.reports.wrapping import Line, cells, pad

_HEADS = {
    AcrossPattern.SYSTEMIC: ("SYSTEMIC GAPS", "in two thirds or more of those judged"),
    AcrossPattern.LOCAL: ("LOCAL GAPS", "in one partnership alone"),
}


def patterns(report: Report, pattern: AcrossPattern, sheet: Sheet) -> list[Line]:
    """The imperatives with one pattern: where the gap is, and where it is not."""
    rows = [row for row in report.across if row.pattern is pattern]
    lines = sheet.heading(*_HEADS[pattern]) if rows else []
    glyph = (f"{GROUPS[Group.GAP].glyph} ", Group.GAP.value)
    for row in rows:
        said = _local(row, report) if pattern is AcrossPattern.LOCAL else _counts(row)
        lines += sheet.wrap([glyph, (pad(row.imperative.id, _room(rows)), ""), (said, "")])
        lines += sheet.wrap(_text(row, report, pattern), indent="    ")
    return lines


def _room(rows: Sequence[Across]) -> int:
    return max(cells(row.imperative.id) for row in rows) + 2


def _counts(row: Across) -> str:
    totals = dict(row.totals)
    unknown = totals.get(Group.UNKNOWN, 0)
    text = f"gap in {totals.get(Group.GAP, 0)} of {row.judged} judged"
    return f"{text}, {unknown} not known" if unknown else text


def _local(row: Across, report: Report) -> str:
    said = [
        f"{each.partnership.name} ({phrases.inside(VERDICTS[each.verdict].screen)})"
        for each in _findings(row, report)
        if each.partnership.id in row.gaps_in
    ]
    return f"{', '.join(said)}, of {row.judged} judged"


def _text(row: Across, report: Report, pattern: AcrossPattern) -> str:
    text = phrases.sentence(row.imperative.text)
    if row.imperative.modality is Modality.MAY:
        text += " It is an option: nobody had to take it up."
    if pattern is AcrossPattern.LOCAL:
        return text
    others = [
        each.partnership.name
        for each in _findings(row, report)
        if each.group in _JUDGED and each.partnership.id not in row.gaps_in
    ]
    return f"{text} Not a gap in {phrases.joined(others)}." if others else text


_JUDGED = (Group.CONTESTED, Group.PARTLY, Group.TRANSLATED)


def _findings(row: Across, report: Report) -> list[Finding]:
    own = [each for each in report.findings if each.imperative.name == row.imperative.name]
    return [each for each in own if each.partnership.population is None]


def unknown(report: Report, sheet: Sheet) -> list[Line]:
    """The imperatives of which some partnerships' practice is not known, most first."""
    rows: dict[tuple[int, int], list[str]] = defaultdict(list)
    for row in report.across:
        if number := dict(row.totals).get(Group.UNKNOWN, 0):
            rows[number, row.judged].append(row.imperative.id)
    lines = sheet.heading("WHERE NOBODY CAN SAY", "most unknown first") if rows else []
    for (number, judged), names in sorted(rows.items(), key=lambda pair: (-pair[0][0], pair[0][1])):
        few = "; too few judged to compare" if judged < _TO_COMPARE else ""
        lines += sheet.wrap(f"? not known in {number} of {number + judged}{few}")
        lines += sheet.wrap(", ".join(names), indent="    ")
    return lines


_TO_COMPARE = 3
