"""All imperatives of a partnership at a glance: verdict, name, tiers, confidence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from gapcheck.model.choices import Group, Position
from gapcheck.model.finding import Finding
from gapcheck.model.settings import TIERS, Settings
from gapcheck.reports import phrases
from gapcheck.reports.terminal.sheet import Sheet
from gapcheck.reports.terminal.styles import style_of
from gapcheck.reports.words import (
    CONFIDENCES,
    GROUPS,
    NOT_TOLD,
    NOTHING_THERE,
    POSITION_GROUPS,
    UNTOLD,
    VERDICTS,
    marks,
)
from gapcheck.reports.wrapping import Line, Run, cells, pad

_VERDICT, _TIERS, _CONFIDENCE, _FRAGILE = 25, 9, 12, 7


def listing(findings: Sequence[Finding], settings: Settings, sheet: Sheet) -> list[Line]:
    """One row for each imperative that applies, the groups apart; two rows where it is narrow."""
    if not findings:
        return []
    names = max(10, *(cells(finding.imperative.id) for finding in findings)) + 2
    narrow = _VERDICT + names + _TIERS + _CONFIDENCE + _FRAGILE > sheet.width
    lines = sheet.heading("ALL IMPERATIVES")
    lines += [] if narrow else [_header(names, settings, sheet)]
    groups = groupby(findings, key=lambda finding: marks(finding.verdict))
    for number, (_, group) in enumerate(groups):
        lines += [[]] if number else []
        for finding in group:
            lines += _two_rows(finding, sheet) if narrow else [_row(finding, names, sheet)]
    return [*lines, [], *_key(findings, settings, sheet)]


def letters(settings: Settings) -> list[str]:
    """The first letters of the tiers, or their numbers where two begin alike."""
    first = [phrases.label(tier, settings.vocabulary.tiers)[:1].upper() for tier in TIERS]
    return first if len(set(first)) == len(first) else ["1", "2", "3", "4"]


def strip(finding: Finding) -> list[Run]:
    """The glyph of each tier's position, a dot where nothing was heard; or that none is told."""
    positions = {view.tier: view.position for view in finding.tiers}
    if positions and not any(positions.values()):
        return [(f"{NOT_TOLD:<{_TIERS - 1}}", "dim")]
    runs: list[Run] = []
    for tier in TIERS:
        position = positions.get(tier, Position.UNKNOWN)
        group = POSITION_GROUPS.get(position) if position else None
        silent = NOTHING_THERE if position else UNTOLD
        mark = (GROUPS[group].glyph, group.value) if group else (silent, "dim")
        runs += [mark, (" ", "")]
    return runs


def _header(names: int, settings: Settings, sheet: Sheet) -> Line:
    text = _text_room(names, sheet)
    left = f"{'Verdict':<{_VERDICT}}{'Imperative':<{names + text}}"
    return sheet.line((f"{left}{' '.join(letters(settings))}  Confidence", "dim"))


def _text_room(names: int, sheet: Sheet) -> int:
    room = sheet.width - _VERDICT - names - _TIERS - _CONFIDENCE - _FRAGILE
    return room if room >= 30 else 0


def _row(finding: Finding, names: int, sheet: Sheet) -> Line:
    imperative, room = finding.imperative, _text_room(names, sheet)
    text = sheet.short(imperative.text, room - 2) if room else ""
    return sheet.line(
        (pad(_verdict(finding), _VERDICT), style_of(finding.verdict)),
        (pad(imperative.id, names), ""),
        (pad(text, room), "dim"),
        *strip(finding),
        (f" {_confidence(finding):<{_CONFIDENCE}}", ""),
        ("fragile" if finding.fragile and finding.confidence else "", ""),
    )


def _two_rows(finding: Finding, sheet: Sheet) -> list[Line]:
    sure = ", fragile" if finding.fragile and finding.confidence else ""
    left = sheet.line((_verdict(finding), style_of(finding.verdict)))
    right = sheet.line(*strip(finding), (f" {_confidence(finding) + sure:<18}", ""))
    return sheet.ends(left, right) + sheet.wrap(finding.imperative.id, indent="    ")


def _verdict(finding: Finding) -> str:
    return f"{marks(finding.verdict).glyph} {VERDICTS[finding.verdict].screen}"


def _confidence(finding: Finding) -> str:
    return CONFIDENCES[finding.confidence][0] if finding.confidence else "–"


def _key(findings: Sequence[Finding], settings: Settings, sheet: Sheet) -> list[Line]:
    tiers = "  ".join(
        f"{letter} {phrases.tier(tier, settings)}"
        for letter, tier in zip(letters(settings), TIERS, strict=True)
    )
    silence = "nothing heard there; not a no"
    if any(view.position is None for finding in findings for view in finding.tiers):
        silence += f"   {UNTOLD} {NOT_TOLD}: heard or not, it would tell of few"
    lines = sheet.wrap([(f"{tiers}   ", "dim"), (f"{NOTHING_THERE} {silence}", "dim")])
    said = "A single mark is a group, the word beside it the verdict."
    if any(finding.fragile for finding in findings):
        said = "fragile: leaving out one source would change the verdict."
    if any(finding.group is Group.UNKNOWN for finding in findings):
        said += " The three kinds of “not known” carry no confidence."
    return lines + sheet.wrap([(said, "dim")])
