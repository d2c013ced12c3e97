"""Sensitivity on a terminal: a bar for each setting, what it changes, and findings by settings."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console

from gapcheck.model.choices import Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import Sensitivity
from gapcheck.reports import stability
from gapcheck.reports.stability import Line as Changing
from gapcheck.reports.stability import Stability
from gapcheck.reports.terminal.head import opening
from gapcheck.reports.terminal.sheet import Sheet, columns, show
from gapcheck.reports.terminal.styles import style_of
from gapcheck.reports.words import VERDICTS, marks
from gapcheck.reports.wrapping import Line, Run, cells, pad

_MARK, _REST = "█", "░"
_PLAIN = {_MARK: "#", _REST: "."}
_SAME, _UNREACHED = "=", "-"
_CELL = 5


def write_stability(own: Stability, console: Console) -> None:
    """Write the sum, the picture, each setting's changes, the matrix, and how to read it."""
    sheet = Sheet.of(console)
    blocks = (
        opening(own.report, sheet),
        _head(own, sheet),
        _bars(own, sheet),
        _changes(own, sheet),
        _matrix(own, sheet),
        _never(own, sheet),
        _reading(sheet),
    )
    show([line for block in blocks for line in block], console)


def _head(own: Stability, sheet: Sheet) -> list[Line]:
    title = own.report.settings.title
    lines = sheet.wrap([(title, "bold")]) if title else []
    lines += [*sheet.wrap(f"{stability.TITLE}. {stability.WHAT_IT_IS}"), []]
    lines += sheet.wrap([(stability.summary(own), "bold")])
    if said := stability.fragile(own):
        lines += sheet.wrap(said)
    return [*lines, [], *_spread(own, sheet)] if own.tried else lines


def _spread(own: Stability, sheet: Sheet) -> list[Line]:
    """How many verdicts change under no setting, under one and so on: the study at a glance."""
    number = len(own.findings)
    names = [name for name, _ in own.spread()]
    room = max(map(cells, names)) + 2
    return [
        sheet.line((pad(name, room), ""), *_bar(count, number, sheet, room), (f" {count}", ""))
        for name, (_, count) in zip(names, own.spread(), strict=True)
    ]


def _bar(count: int, of: int, sheet: Sheet, taken: int) -> list[Run]:
    """A share as a bar; some of a thing is never drawn as nothing, nor most of it as all."""
    width = max(min(sheet.width - taken - 24, 40), 8)
    full = round(width * count / of) if of else 0
    full = min(max(full, int(count > 0)), width - int(count < of))
    mark, rest = (_PLAIN[each] if sheet.ascii_only else each for each in (_MARK, _REST))
    return [(mark * full, "bold"), (rest * (width - full), "dim")]


def _bars(own: Stability, sheet: Sheet) -> list[Line]:
    lines = sheet.heading("SETTINGS", "changed, of the verdicts that each reaches")
    room = max((cells(each.scenario) for each in own.settings), default=0) + 6
    for each in own.settings:
        if each.lacking:
            name = [sheet.line((f"    {each.scenario}", ""))]
            why = sheet.wrap([(stability.share(each), "dim")], max(sheet.width - room, 16))
            lines += columns(name, why, room)
            continue
        head = pad(f"{own.letters[each.key]:<3} {each.scenario}", room)
        bar = _bar(len(each.changes), len(each.reached), sheet, room)
        lines.append(sheet.line((head, ""), *bar, (f" {stability.share(each)}", "")))
    return lines


def _changes(own: Stability, sheet: Sheet) -> list[Line]:
    changing = [each for each in own.tried if each.changes]
    lines = sheet.heading("WHAT CHANGES", "from → to") if changing else []
    for number, each in enumerate(changing):
        lines += [[]] if number else []
        head = f"{own.letters[each.key]:<3} {each.scenario}"
        lines += sheet.wrap([(head, "bold"), (f"  {stability.share(each)}", "")])
        lines += _turns(each, own, sheet)
    return lines


def _turns(setting: Sensitivity, own: Stability, sheet: Sheet) -> list[Line]:
    lines: list[Line] = []
    for before, after, keys in stability.turns(setting):
        turn: list[Run] = [
            (f"{marks(before).glyph} {VERDICTS[before].screen}", style_of(before)),
            (" → ", ""),
            (f"{marks(after).glyph} {VERDICTS[after].screen}", style_of(after)),
            (f"  ({len(keys)})", "dim"),
        ]
        lines += sheet.wrap(turn, indent="    ")
        for lsp, names in stability.by_place(keys, own):
            where = [(f"{lsp}: ", "dim"), (", ".join(names), "")]
            lines += sheet.wrap(where, indent="      ")
    return lines


def _matrix(own: Stability, sheet: Sheet) -> list[Line]:
    if not own.changing:
        return []
    lines = sheet.heading("VERDICTS BY SETTING", "a code: what it would be")
    room = min(34, max(sheet.width // 3, 12))
    fit = max((sheet.width - room - _CELL) // _CELL, 1)
    tried = own.tried
    for start in range(0, len(tried), fit):
        lines += [[]] if start else []
        lines += _block(own, tried[start : start + fit], sheet, room)
    return [*lines, [], *_key(own, sheet)]


def _block(
    own: Stability, settings: tuple[Sensitivity, ...], sheet: Sheet, room: int
) -> list[Line]:
    heads = "".join(pad(own.letters[each.key], _CELL) for each in settings)
    lines = [sheet.line((pad("", room), ""), (pad("now", _CELL), "bold"), (heads, "bold"))]
    for lsp, rows in groupby(own.changing, key=lambda each: each.finding.partnership.id):
        lines += [[], sheet.line((lsp, "dim"))]
        for row in rows:
            lines += _row(own, row, settings, sheet, room)
    return lines


def _row(
    own: Stability, row: Changing, settings: tuple[Sensitivity, ...], sheet: Sheet, room: int
) -> list[Line]:
    name = row.finding.imperative.id
    drawn = [_cell(row.finding.verdict), *(_turned(own, row, each) for each in settings)]
    if cells(name) < room:
        return [sheet.line((pad(name, room), ""), *drawn)]
    return [*sheet.wrap(name), sheet.line((pad("", room), ""), *drawn)]


def _cell(verdict: Verdict) -> Run:
    text = f"{marks(verdict).glyph} {VERDICTS[verdict].code}"
    return pad(text, _CELL), style_of(verdict)


def _turned(own: Stability, row: Changing, setting: Sensitivity) -> Run:
    verdict = row.otherwise.get(setting.key)
    if verdict is None:
        reached = own.reaches(setting, row.finding)
        return pad(_SAME if reached else _UNREACHED, _CELL), "dim"
    return _cell(verdict)


def _key(own: Stability, sheet: Sheet) -> list[Line]:
    used = {each.finding.verdict for each in own.changing}
    used |= {each for row in own.changing for each in row.otherwise.values()}
    entries = [
        (f"{marks(each).glyph} {said.code} {said.screen}   ", style_of(each))
        for each, said in VERDICTS.items()
        if each in used
    ]
    said = f"{_SAME}  the same   {_UNREACHED}  not reached by this setting"
    return [*sheet.wrap(entries), *sheet.wrap([(said, "dim")])]


def _never(own: Stability, sheet: Sheet) -> list[Line]:
    if not own.never:
        return []
    note = "!: hangs on one source" if any(each.fragile for each in own.never) else ""
    lines = sheet.heading("NO SETTING CHANGES THESE", note)
    for verdict, said in VERDICTS.items():
        keys = [_key_of(each) for each in own.never if each.verdict is verdict]
        if not keys:
            continue
        fragile = {_key_of(each) for each in own.never if each.fragile}
        head = f"{marks(verdict).glyph} {said.screen}"
        lines += sheet.wrap([(head, style_of(verdict)), (f"  {len(keys)}", "")])
        for lsp, pairs in groupby(keys, key=lambda key: key[0]):
            every = list(pairs)
            ((_, names),) = stability.by_place(every, own)
            shown = [f"{n}!" if key in fragile else n for key, n in zip(every, names, strict=True)]
            block = sheet.wrap(", ".join(shown), sheet.width - 6)
            lines += [*sheet.wrap([(f"{lsp}:", "dim")], indent="    "), *columns([], block, 6)]
    return lines


def _key_of(finding: Finding) -> tuple[str, str]:
    return finding.partnership.id, finding.imperative.name


def _reading(sheet: Sheet) -> list[Line]:
    lines = sheet.heading("HOW TO READ THIS")
    return [*lines, *(line for each in stability.READING for line in sheet.item(each))]
