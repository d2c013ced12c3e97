"""The matrix: imperatives down, partnerships across, in each cell a word, a mark and a colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gapcheck.model.choices import Group, Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import Across, PartnershipReport, Report
from gapcheck.model.study import Partnership
from gapcheck.reports import phrases, spread, words
from gapcheck.reports.html import anchors
from gapcheck.reports.html.anchors import Anchors
from gapcheck.reports.html.filters import Filters
from gapcheck.reports.html.findings import optional, policy_title
from gapcheck.reports.html.marks import GROUP_MARKS, OUT, mark

FEW = 10
"""So many partnerships have room for words in full, and more than twice as many for no stack."""


@dataclass(frozen=True, slots=True)
class Column:
    """A partnership at the head of a column."""

    name: str
    note: str
    anchor: str
    tokens: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A verdict: where its finding stands (nothing where it does not apply) and its tokens."""

    mark: str
    word: str
    target: str = ""
    tokens: str = ""
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """An imperative with its cells, and how many of those judged are gaps."""

    text: str
    note: str
    target: str
    tokens: str
    cells: tuple[Cell, ...]
    judged: str
    unknown: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table; `wide` where it is too wide to be stacked or printed."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    totals: tuple[tuple[str, str, tuple[int, ...]], ...]
    wide: bool
    counted: bool

    def targets(self) -> Iterator[str]:
        """The ids of the findings that its cells lead to."""
        return (cell.target for line in self.lines for cell in line.cells if cell.target)


@dataclass(frozen=True, slots=True)
class Weaver:
    """Lays the findings of one report out as matrices."""

    report: Report
    anchors: Anchors
    filters: Filters
    cells: Mapping[tuple[str, str], Finding]
    sections: bool
    """Whether the page has a part for each imperative."""

    @classmethod
    def of(cls, report: Report, own: Anchors, filters: Filters, *, sections: bool) -> Weaver:
        """What a report's matrices are made of."""
        found = {(each.partnership.id, each.imperative.name): each for each in report.findings}
        return cls(report, own, filters, found, sections)

    def matrix(
        self, parts: Sequence[PartnershipReport], rows: Sequence[Across], *, counted: bool
    ) -> Matrix:
        """Some partnerships' matrix of some imperatives; survey populations are not counted."""
        narrow, wide = len(parts) > FEW, len(parts) > 2 * FEW
        return Matrix(
            columns=tuple(self._column(part.partnership) for part in parts),
            lines=tuple(self._line(row, parts, narrow=narrow, wide=wide) for row in rows),
            totals=tuple(_totals(parts)) if counted else (),
            wide=wide,
            counted=counted,
        )

    def applying(self, parts: Sequence[PartnershipReport]) -> list[Across]:
        """The imperatives that apply to any of some partnerships."""
        return self._with(parts, frozenset({Verdict.NOT_APPLICABLE}))

    def spoken(self, parts: Sequence[PartnershipReport]) -> list[Across]:
        """The imperatives of which anything was heard in any of some partnerships."""
        return self._with(parts, frozenset({Verdict.NOT_APPLICABLE, Verdict.NO_EVIDENCE}))

    def _with(self, parts: Sequence[PartnershipReport], but: frozenset[Verdict]) -> list[Across]:
        return [
            row
            for row in self.report.across
            if any(each.verdict not in but for each in self._row(row, parts) if each)
        ]

    def _row(self, row: Across, parts: Sequence[PartnershipReport]) -> Iterator[Finding | None]:
        name = row.imperative.name
        return (self.cells.get((part.partnership.id, name)) for part in parts)

    def _column(self, partnership: Partnership) -> Column:
        population = partnership.population
        return Column(
            partnership.name,
            f"{population} places" if population else phrases.named(partnership.nation),
            anchors.partnership(partnership.id),
            self.filters.partnership(partnership),
        )

    def _line(
        self, row: Across, parts: Sequence[PartnershipReport], *, narrow: bool, wide: bool
    ) -> Line:
        imperative = row.imperative
        judged, unknown = spread.counts(row)
        note = (policy_title(imperative, self.report), optional(imperative))
        return Line(
            text=(imperative.title if wide else "") or imperative.text.strip(),
            note=" · ".join(filter(None, note)),
            target=anchors.imperative(imperative.name) if self.sections else "",
            tokens=self.filters.imperative(imperative),
            cells=tuple(self._cell(each, narrow) for each in self._row(row, parts)),
            judged=judged,
            unknown=unknown,
            pattern=words.ACROSS[row.pattern].capitalize() if row.pattern else "",
        )

    def _cell(self, finding: Finding | None, narrow: bool) -> Cell:
        if finding is None or finding.verdict is Verdict.NOT_APPLICABLE:
            return Cell(OUT, "does not apply" if finding else "")
        shown = words.VERDICTS[finding.verdict]
        return Cell(
            mark(finding.verdict),
            shown.narrow if narrow else shown.screen,
            self.anchors.finding(finding),
            self.filters.finding(finding),
            finding.signoff is not None and finding.signoff.verdict is not None,
        )


def _totals(
    parts: Sequence[PartnershipReport],
) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    held = [dict(part.totals) for part in parts]
    for group, shown in words.GROUPS.items():
        yield GROUP_MARKS[group], shown.label, tuple(each.get(group, 0) for each in held)


LEGEND = (
    *((GROUP_MARKS[group], phrases.inside(words.GROUPS[group].label)) for group in Group),
    (OUT, "does not apply, or an option not taken up"),
)
"""The marks and what they mean."""
