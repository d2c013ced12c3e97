"""Agreement on a terminal: what coders differ over, with the words, and then the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console

from gapcheck.model.agreement import Agreement, Disagreement
from gapcheck.reports import agreement_words, phrases
from gapcheck.reports.terminal.agreement_figures import figures
from gapcheck.reports.terminal.sheet import Sheet, columns, place, show
from gapcheck.reports.wrapping import Line, cells

_INDENT = "  "
_MOST = 16
"""Columns that the name of a coder may have before what they made of it."""


def write_agreement(found: Agreement, console: Console) -> None:
    """Write disagreements first, then what was settled, then the figures and how they are meant."""
    sheet = Sheet.of(console)
    names = agreement_words.names(found)
    lines = _opening(found, sheet)
    lines += _groups(found, found.open, names, sheet)
    lines += _groups(found, found.settled, names, sheet)
    lines += figures(found, names, sheet)
    show([*lines, *_end(found, sheet)], console)


def _opening(found: Agreement, sheet: Sheet) -> list[Line]:
    lines: list[Line] = []
    if found.left_out:
        lines += sheet.wrap([("Left out, because files have errors:", "bold")])
        for each in found.left_out:
            lines += sheet.item(each)
        lines += [*sheet.wrap([("What is wrong, and where:  gapcheck check", "dim")]), []]
    invented = agreement_words.banner(found)
    if invented:
        lines += [*sheet.wrap([(" ILLUSTRATIVE ", "reverse"), (f" {invented}", "")]), []]
    lines += sheet.wrap([(agreement_words.opening(found), "bold")])
    for sentence in (agreement_words.part(found), agreement_words.same_coder(found)):
        lines += sheet.wrap(sentence) if sentence else []
    return lines


def _groups(
    found: Agreement, listed: Sequence[Disagreement], names: Mapping[str, str], sheet: Sheet
) -> list[Line]:
    lines: list[Line] = []
    for imperative, coders, own in agreement_words.grouped(listed):
        title = sheet.clean(names[imperative.name])
        note = f"{'settled: ' if own[0].agreed_by else ''}{agreement_words.pair(coders)}"
        lines += sheet.heading(title, sheet.clean(note))[:2]
        lines += sheet.wrap([(imperative.text.strip(), "dim")], indent=_INDENT)
        for one in own:
            lines += [[], *_disagreement(one, found, sheet)]
    return lines


def _disagreement(one: Disagreement, found: Agreement, sheet: Sheet) -> list[Line]:
    who = f"{one.lsp} {one.source} {one.excerpt}"
    lines = sheet.wrap([(who, "bold"), ("  ", ""), place(one.location)], indent=_INDENT)
    lines += sheet.wrap(agreement_words.quoted(one), indent=_INDENT)
    if one.translation:
        lines += sheet.wrap(f"In translation: {one.translation.strip()}", indent=_INDENT)
    lines += sheet.wrap([(phrases.speaker(one, found.settings), "dim")], indent=_INDENT)
    known = [agreement_words.coder(each.coder) for each in one.sides]
    wide = min(max(map(cells, known)), _MOST)
    for name, side in zip(known, one.sides, strict=True):
        head = [sheet.line((f"{_INDENT}{sheet.short(name, wide):<{wide}}  ", "bold"))]
        start = len(_INDENT) + wide + 2
        told = sheet.wrap(agreement_words.side(side), sheet.width - start)
        lines += columns(head, told, start)
    if one.agreed_by:
        lines += sheet.wrap(agreement_words.settled(one), indent=_INDENT)
    return lines


def _end(found: Agreement, sheet: Sheet) -> list[Line]:
    lines: list[Line] = []
    for sentence in agreement_words.notes(found):
        lines += [[], *sheet.wrap([(sentence, "dim")])]
    if found.open:
        lines += [[], *sheet.wrap("Next:  gapcheck review --disagreements --by NAME")]
    return lines
