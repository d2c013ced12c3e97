"""Who was heard: sectors by tiers, one square a source, the empty cells as visible as the full."""

from __future__ import annotations

from gapcheck.model.report import HeardCell, PartnershipReport
from gapcheck.model.settings import TIERS, Settings
from gapcheck.reports import phrases, sentences
from gapcheck.reports.terminal.sheet import Sheet
from gapcheck.reports.wrapping import Line, Run, cells, pad

_MOST_SQUARES = 8


def heard(part: PartnershipReport, settings: Settings, sheet: Sheet) -> list[Line]:
    """The grid of sectors and tiers, then in words who was not heard and what is left out.

    Where tiers and numbers are not told, who was heard is a sentence too.
    """
    known = {cell.sector: True for cell in part.heard} | dict.fromkeys(part.unheard, True)
    order = [each for each in settings.vocabulary.sectors if each in known]
    order += [each for each in known if each not in order]
    labels = [phrases.label(each, settings.vocabulary.sectors) for each in order]
    said = [line for each in sentences.not_heard(part, settings) for line in sheet.wrap(each)]
    if spoke := sentences.heard(part, settings):
        return [*sheet.heading("WHO WAS HEARD"), *sheet.wrap(spoke), *said]
    lines = sheet.heading("WHO WAS HEARD", "one ■ a source   □ nobody")
    if order:
        grid = _Grid(part, settings, sheet, max(map(cells, labels)) + 2)
        lines += grid.lines(order, labels)
    return [*lines, *([[]] if said and order else []), *said]


class _Grid:
    """The cells of one partnership, in columns of tiers; without a tier where there are such."""

    def __init__(
        self, part: PartnershipReport, settings: Settings, sheet: Sheet, first: int
    ) -> None:
        self._cells = {(cell.sector, cell.tier): cell for cell in part.heard}
        untiered = any(cell.tier is None for cell in part.heard)
        self._tiers: tuple[str | None, ...] = (*TIERS, None) if untiered else TIERS
        self._settings, self._sheet, self._first = settings, sheet, first
        self._column = max(6, min(18, (sheet.width - first) // len(self._tiers)))

    def lines(self, order: list[str], labels: list[str]) -> list[Line]:
        """The header, and a row for each sector."""
        names = [self._name(tier) for tier in self._tiers]
        room = self._column - 1
        heads = "".join(pad(self._sheet.short(name, room), self._column) for name in names)
        lines = [self._sheet.line((" " * self._first, ""), (heads, "dim"))]
        for sector, label in zip(order, labels, strict=True):
            row: list[Run] = [(pad(label, self._first), "")]
            for tier in self._tiers:
                row += self._drawn(self._cells.get((sector, tier)))
            lines += self._sheet.wrap(row) if self._too_wide() else [self._sheet.line(*row)]
        return lines

    def _too_wide(self) -> bool:
        return self._first + self._column * len(self._tiers) > self._sheet.width

    def _name(self, tier: str | None) -> str:
        if tier is None:
            return "No tier"
        return phrases.label(tier, self._settings.vocabulary.tiers)

    def _drawn(self, cell: HeardCell | None) -> list[Run]:
        if cell is None or not cell.sources:
            held = " left out" if cell and cell.withheld else ""
            return [(self._fitted(f"□{held}"), "dim")]
        number = len(cell.sources)
        text = "■" * number if number <= _MOST_SQUARES else f"■ x{number}"
        if cell.survey_of:
            text += f" survey of {cell.survey_of}"
        return [(self._fitted(text), "")]

    def _fitted(self, text: str) -> str:
        if cells(text) >= self._column:
            text = text.replace("survey of", "of").replace("left out", "out")
        return pad(self._sheet.short(text, self._column - 1), self._column)
