"""The matrix of imperatives by partnerships, in words where they fit and in codes where not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gapcheck.model.choices import Group, Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import Across, PartnershipReport, Report
from gapcheck.reports import phrases
from gapcheck.reports.terminal.sheet import Sheet
from gapcheck.reports.terminal.short_names import short_names
from gapcheck.reports.terminal.styles import style_of
from gapcheck.reports.words import GROUPS, NOTHING_THERE, OUTSIDE, VERDICTS, marks
from gapcheck.reports.wrapping import Line, Run, cells, pad

Cells = Mapping[tuple[str, str], Finding]
"""The findings by imperative and partnership."""

_WORD, _CODE, _MOST_NAME = 16, 6, 34
_COUNTS = {_WORD: 7, _CODE: 9}
_SILENT = frozenset({Verdict.NOT_APPLICABLE, Verdict.NO_EVIDENCE})


@dataclass(frozen=True, slots=True)
class Matrix:
    """How the cells of some partnerships are set: in words or codes, and how many columns fit.

    Survey populations are not `counted`, and of them a row is shown only where one speaks.
    """

    report: Report
    sheet: Sheet
    parts: tuple[PartnershipReport, ...]
    counted: bool
    cells: Cells
    short: Mapping[str, str]
    name: int
    column: int

    @classmethod
    def of(cls, report: Report, sheet: Sheet, *, populations: bool = False) -> Matrix:
        """Words where all columns fit a wide sheet; else codes."""
        parts = tuple(
            part for part in report.partnerships if bool(part.partnership.population) is populations
        )
        found = {(each.imperative.name, each.partnership.id): each for each in report.findings}
        names = [cells(each.imperative.id) for each in report.across]
        total = max(cells(GROUPS[Group.PARTLY].label) + 2, *names, 0) + 1
        name = min(total, _MOST_NAME, sheet.width // 3 if sheet.width < 60 else _MOST_NAME)
        needed = name + _WORD * len(parts) + _COUNTS[_WORD]
        words = sheet.wide and needed <= sheet.width
        short = short_names([part.partnership for part in parts])
        column = _WORD if words else _CODE
        return cls(report, sheet, parts, not populations, found, short, name, column)

    @property
    def in_words(self) -> bool:
        """Whether the cells hold words."""
        return self.column == _WORD

    def blocks(self) -> list[Sequence[PartnershipReport]]:
        """The partnerships in as many blocks of columns as their number needs."""
        parts = self.parts
        fit = max((self.sheet.width - self.name - _COUNTS[self.column]) // self.column, 1)
        return [parts[start : start + fit] for start in range(0, len(parts), fit)]

    def lines(self) -> list[Line]:
        """Every block: its header, its rows under their policies, and its sums."""
        lines: list[Line] = []
        blocks = self.blocks()
        for number, parts in enumerate(blocks):
            lines += [[]] if number else []
            last = self.counted and number == len(blocks) - 1
            lines.append(self._header(parts, last=last))
            lines += self._rows(parts, last=last)
            lines += [[], *self._sums(parts)] if self.counted else []
        return lines

    def _header(self, parts: Sequence[PartnershipReport], *, last: bool) -> Line:
        names = "".join(pad(self._column_name(part), self.column) for part in parts)
        runs: list[Run] = [(" " * self.name, ""), (names, "bold")]
        return self.sheet.line(*runs, (self._counts("gap", "?") if last else "", "dim"))

    def _column_name(self, part: PartnershipReport) -> str:
        if not self.in_words:
            return self.short[part.partnership.id]
        return self.sheet.short(part.partnership.name, self.column - 1)

    def _rows(self, parts: Sequence[PartnershipReport], *, last: bool) -> list[Line]:
        lines: list[Line] = []
        for policy in self.report.policies:
            rows = [each for each in self.report.across if each.imperative.policy == policy.id]
            shown = self.short if last else [part.partnership.id for part in parts]
            rows = [each for each in rows if self.has_row(each, shown)]
            if rows:
                year = policy.published[:4]
                title = policy.title if year in policy.title else f"{policy.title}, {year}"
                lines += [[], *self.sheet.wrap([(title, "dim")])]
            lines += [line for row in rows for line in self._row(row, parts, last=last)]
        return lines

    def has_row(self, row: Across, places: Iterable[str] = ()) -> bool:
        """Whether the imperative applies in any of some partnerships; of all where none is told."""
        found = (self.cells.get((row.imperative.name, each)) for each in places or self.short)
        silent = {Verdict.NOT_APPLICABLE} if self.counted else _SILENT
        return any(each and each.verdict not in silent for each in found)

    def _row(self, row: Across, parts: Sequence[PartnershipReport], *, last: bool) -> list[Line]:
        imperative = row.imperative
        drawn = [self._cell(imperative.name, part.partnership.id) for part in parts]
        if last:
            totals = dict(row.totals)
            share = f"{totals.get(Group.GAP, 0)}/{row.judged}"
            drawn.append((self._counts(share, str(totals.get(Group.UNKNOWN, 0))), ""))
        if cells(imperative.id) < self.name:
            return [self.sheet.line((pad(imperative.id, self.name), ""), *drawn)]
        # A long id has a line of its own: cut short, it could not be typed to `explain`.
        return [
            *self.sheet.wrap(imperative.id),
            self.sheet.line((" " * self.name, ""), *drawn),
        ]

    def _counts(self, share: str, unknown: str) -> str:
        return f"{share:<4}{unknown:>3}" if self.in_words else f"{share:>5}{unknown:>4}"

    def _cell(self, name: str, place: str) -> Run:
        finding = self.cells.get((name, place))
        if finding is None or finding.verdict is Verdict.NOT_APPLICABLE:
            return pad(NOTHING_THERE, self.column), "dim"
        words = VERDICTS[finding.verdict]
        shown = words.narrow if self.in_words else words.code
        text = f"{marks(finding.verdict).glyph} {shown}"
        return pad(text, self.column), style_of(finding.verdict)

    def _sums(self, parts: Sequence[PartnershipReport]) -> list[Line]:
        lines = []
        for group, words in GROUPS.items():
            head = self.sheet.short(f"{words.glyph} {words.label}", self.name - 1)
            counts = [dict(part.totals).get(group, 0) for part in parts]
            lines.append(self._sum(head, group.value, counts))
        unused = [part.not_taken_up for part in parts]
        if any(unused):
            head = self.sheet.short(f"{OUTSIDE.glyph} Not taken up", self.name - 1)
            lines.append(self._sum(head, "outside", unused))
        return lines

    def _sum(self, head: str, style: str, counts: Sequence[int]) -> Line:
        drawn = "".join(f"{count or NOTHING_THERE!s:<{self.column}}" for count in counts)
        return self.sheet.line((pad(head, self.name), style), (drawn, ""))

    def key(self) -> list[Line]:
        """What the codes and the short names stand for; with words there is little to explain."""
        said = self.sheet.wrap([(f"{NOTHING_THERE} does not apply there, or none", "dim")])
        if self.in_words:
            return said
        names: list[Run] = []
        for part in self.parts:
            own = part.partnership
            names += [(self.short[own.id], "bold"), (f" {phrases.full_name(own)}   ", "")]
        return [*self._codes(), *said, [], *self.sheet.wrap(names)]

    def _codes(self) -> list[Line]:
        used = {
            each.verdict for each in self.report.findings if each.partnership.id in self.short
        } - {Verdict.NOT_APPLICABLE}
        entries = [
            (f"{marks(each).glyph} {words.code} {words.screen}", style_of(each))
            for each, words in VERDICTS.items()
            if each in used
        ]
        room = max((cells(text) for text, _ in entries), default=0) + 2
        beside = max(self.sheet.width // room, 1)
        rows = [entries[start : start + beside] for start in range(0, len(entries), beside)]
        return [self.sheet.line(*((pad(text, room), style) for text, style in row)) for row in rows]
