"""The figures of agreement on a terminal: a table for each pair of coders, and one for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from gapcheck.model.agreement import (
    Agreement,
    Coefficient,
    NoInterval,
    PairAgreement,
    Reliability,
    Undefined,
)
from gapcheck.reports import agreement_words
from gapcheck.reports.terminal.sheet import Sheet
from gapcheck.reports.wrapping import Line, cells

_INDENT = "  "
_MARKS: Final[Mapping[Undefined | NoInterval, str]] = {
    Undefined.ONE_CATEGORY: "(a)",
    Undefined.NO_UNIT: "(b)",
    NoInterval.ONE_EXCERPT: "(c)",
    NoInterval.NO_DISAGREEMENT: "(d)",
    NoInterval.TOO_LITTLE_VARIETY: "(e)",
    NoInterval.NO_COEFFICIENT: "",
}
"""What stands in a cell that has no room for the reason; the reason stands below the tables."""

_NARROWEST = 10
"""Columns that a name keeps, however narrow the screen."""


def figures(found: Agreement, names: Mapping[str, str], sheet: Sheet) -> list[Line]:
    """All tables, and below them what the marks in them mean."""
    lines: list[Line] = []
    rows: list[Sequence[str]] = []
    for pair in found.pairs:
        lines += sheet.heading(sheet.clean(agreement_words.pair(pair.coders)))[:2]
        lines += sheet.wrap(agreement_words.compared(pair), indent=_INDENT)
        if pair.imperatives:
            rows = [*rows, *(own := _pair(pair, names))]
            lines += [[], *_table(own, sheet)]
    if found.overall:
        lines += sheet.heading("All coders")[:2]
        rows = [*rows, *(own := _all(found, names))]
        lines += _table(own, sheet)
    used = [reason for reason, mark in _MARKS.items() if mark and _stands(mark, rows)]
    for reason in used:
        said = f"{_MARKS[reason]} {agreement_words.undefined(reason)}"
        lines += [*([[]] if reason == used[0] else []), *sheet.wrap(said, indent=_INDENT)]
    return lines


def _stands(mark: str, rows: Sequence[Sequence[str]]) -> bool:
    return any(mark in cell for row in rows for cell in row[1:])


def _pair(pair: PairAgreement, names: Mapping[str, str]) -> list[tuple[str, ...]]:
    head = ("", "n", "agree", "kappa", "coded at all", "stance n", "agree", "kappa")
    rows: list[tuple[str, ...]] = [head]
    for each in pair.imperatives:
        whole, presence, stance = (one for _, one in each.questions)
        row = (
            names[each.imperative.name],
            *(str(whole.percent.n), _percent(whole.percent), _coefficient(whole.kappa)),
            _coefficient(presence.kappa),
            *(str(stance.percent.n), _percent(stance.percent), _coefficient(stance.kappa)),
        )
        rows.append(row)
    return rows


def _all(found: Agreement, names: Mapping[str, str]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("", "n", "excerpts", "alpha", "95 % interval")]
    rows += [(agreement_words.QUESTIONS[each], *_alpha(one)) for each, one in found.overall]
    return rows + [(names[each.name], *_alpha(one)) for each, one in found.imperatives]


def _alpha(one: Reliability) -> tuple[str, ...]:
    none = isinstance(one.interval, NoInterval)
    ends = _MARKS[one.interval] if isinstance(one.interval, NoInterval) else ""
    shown = ends if none else agreement_words.interval(one)
    return str(one.alpha.n), str(one.excerpts), _coefficient(one.alpha), shown


def _percent(found: Coefficient) -> str:
    if isinstance(found.value, Undefined):
        return _MARKS[found.value]
    return agreement_words.percent(found)


def _coefficient(found: Coefficient) -> str:
    if isinstance(found.value, Undefined):
        return _MARKS[found.value]
    return agreement_words.number(found.value)


def _table(rows: Sequence[Sequence[str]], sheet: Sheet) -> list[Line]:
    """Names at the left, figures at the right ends of their columns."""
    wide = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    room = sheet.width - len(_INDENT) - sum(each + 2 for each in wide[1:])
    first = max(min(wide[0], room), _NARROWEST)
    lines = []
    for number, row in enumerate(rows):
        name = sheet.short(row[0], first)
        text = f"{name}{' ' * (first - cells(name))}" + "".join(
            f"  {' ' * (each - cells(cell))}{cell}"
            for each, cell in zip(wide[1:], row[1:], strict=True)
        )
        lines.append(sheet.line((f"{_INDENT}{text}", "" if number else "dim")))
    return lines
