"""The bar of the five groups: one imperative is one mark's width, in the order of reading."""

from __future__ import annotations

from gapcheck.model.choices import Group
from gapcheck.model.report import PartnershipReport
from gapcheck.reports import phrases
from gapcheck.reports.terminal.sheet import Sheet
from gapcheck.reports.words import GROUPS
from gapcheck.reports.wrapping import Line, Run, line_cells

_WIDEST = 12


def bar(part: PartnershipReport, sheet: Sheet) -> list[Line]:
    """The bar, its legend with the counts in words, and what stands outside of it."""
    totals = dict(part.totals)
    number = sum(totals.values())
    if not number:
        return []
    spaces = sum(bool(count) for count in totals.values()) - 1
    unit = max(min((sheet.width - spaces) // number, _WIDEST), 1)
    counts = [(group, totals.get(group, 0)) for group in GROUPS]
    marks = [(sheet.clean(GROUPS[group].fill) * unit * count, group) for group, count in counts]
    segments = [(text, f"{group.value}.fill") for text, group in marks if text]
    return [[], *_drawn(segments, sheet), *_legend(counts, sheet), *_scale(part, unit, sheet)]


def _drawn(segments: list[Run], sheet: Sheet) -> list[Line]:
    """The segments on one line, or on as many as they need."""
    spaced = [run for segment in segments for run in (segment, (" ", ""))][:-1]
    if line_cells(spaced) <= sheet.width:
        return [spaced]
    return [line for segment in segments for line in sheet.wrap([segment])]


def _legend(counts: list[tuple[Group, int]], sheet: Sheet) -> list[Line]:
    lines: list[Line] = [[]]
    for group, count in counts:
        words = GROUPS[group]
        entry = sheet.line((f"{words.fill} {words.glyph} {words.label} {count}", f"{group}.fill"))
        if lines[-1] and line_cells(lines[-1]) + 3 + line_cells(entry) > sheet.width:
            lines.append([])
        lines[-1] += [("   ", ""), *entry] if lines[-1] else entry
    return lines


def _scale(part: PartnershipReport, unit: int, sheet: Sheet) -> list[Line]:
    said = f"One imperative is {phrases.counted(unit, 'character')} wide."
    outside = []
    if number := part.not_taken_up:
        verb = "was" if number == 1 else "were"
        outside.append(f"{phrases.counted(number, 'option')} {verb} not taken up")
    if number := part.not_applicable:
        outside.append(f"{number} more {'does' if number == 1 else 'do'} not apply")
    if outside:
        said += f" {phrases.sentence(f'{phrases.joined(outside)}; not counted here')}"
    return sheet.wrap([(said, "dim")])
