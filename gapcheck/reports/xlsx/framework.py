"""The framework matrix: cases by imperatives, in each cell the verdict, its reason and its quotes.

Its twin holds nought and one for whether anything that counts was heard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from gapcheck.model.choices import Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.model.study import Imperative
from gapcheck.reports import board, phrases, words
from gapcheck.reports.doubts import changed_since
from gapcheck.reports.xlsx.numbered import Numbered, shown
from gapcheck.reports.xlsx.sheet import Cell, Column, Sheet, cell

Key = tuple[str, str]

_CASE = (("Partnership", 30), ("Kind", 22), ("Nation", 12), ("Region", 14), ("Invented", 9))


@dataclass(frozen=True, slots=True)
class Grid:
    """The imperatives that apply anywhere, the cases, and the findings between them."""

    report: Report
    imperatives: tuple[Imperative, ...]
    cells: dict[Key, Finding]
    attributes: tuple[str, ...]

    @classmethod
    def of(cls, report: Report) -> Grid:
        """What a report's matrices are made of."""
        found = {(each.partnership.id, each.imperative.name): each for each in shown(report)}
        names = {name for _, name in found}
        every = (row.imperative for row in report.across)
        held = (dict(part.partnership.attributes) for part in report.partnerships)
        return cls(
            report,
            tuple(each for each in every if each.name in names),
            found,
            tuple(dict.fromkeys(name for each in held for name in each)),
        )

    def heads(self) -> list[Column]:
        """The columns that say what a case is."""
        return [Column(name, width) for name, width in _CASE] + [
            Column(name, 14) for name in self.attributes
        ]

    def case(self, part: PartnershipReport) -> list[Cell]:
        """What a case is."""
        own, labels = part.partnership, self.report.settings.vocabulary.kinds
        held = dict(own.attributes)
        return [
            cell(phrases.full_name(own), "name"),
            cell(phrases.label(own.kind, labels)),
            cell(phrases.named(own.nation)),
            cell(phrases.named(own.region) if own.region else ""),
            cell("yes" if own.illustrative else "no"),
            *(cell(held.get(name, "")) for name in self.attributes),
        ]


def framework(report: Report, numbers: Numbered, *, transposed: bool = False) -> Sheet:
    """Cases in rows and imperatives in columns; `transposed`, the other way round."""
    grid = Grid.of(report)

    def told(part: PartnershipReport, imperative: Imperative) -> Cell:
        return _told(grid.cells.get((part.partnership.id, imperative.name)), numbers)

    return _laid(grid, "Framework", told, 34, transposed=transposed)


def presence(report: Report, *, transposed: bool = False) -> Sheet:
    """One where anything that counts was heard, nought where not; empty where it does not apply."""
    grid = Grid.of(report)

    def told(part: PartnershipReport, imperative: Imperative) -> Cell:
        finding = grid.cells.get((part.partnership.id, imperative.name))
        return (
            cell("") if finding is None else Cell(int(finding.verdict is not Verdict.NO_EVIDENCE))
        )

    return _laid(grid, "Presence", told, 12, transposed=transposed)


def _laid(
    grid: Grid,
    name: str,
    told: Callable[[PartnershipReport, Imperative], Cell],
    width: int,
    *,
    transposed: bool,
) -> Sheet:
    parts = grid.report.partnerships
    if transposed:
        rows = [
            *_facts(grid),
            *([*_asked(one), *(told(part, one) for part in parts)] for one in grid.imperatives),
        ]
        heads = [Column("Imperative", 30), Column("What is asked", 50)]
        heads += [Column(phrases.full_name(part.partnership), width) for part in parts]
        return _sheet(name, heads, rows, 1)
    rows = [[*grid.case(part), *(told(part, one) for one in grid.imperatives)] for part in parts]
    heads = [*grid.heads(), *(Column(_head(one), width) for one in grid.imperatives)]
    return _sheet(name, heads, rows, 1)


def _sheet(
    name: str, heads: Sequence[Column], rows: Iterable[Sequence[Cell]], frozen: int
) -> Sheet:
    return Sheet(name, tuple(heads), tuple(map(tuple, rows)), frozen)


def _facts(grid: Grid) -> Iterator[list[Cell]]:
    """What the cases are, a row each, but for their names, which stand above."""
    cases = [grid.case(part) for part in grid.report.partnerships]
    for place, column in list(enumerate(grid.heads()))[1:]:
        yield [cell(column.head, "name"), cell(""), *(case[place] for case in cases)]


def _asked(imperative: Imperative) -> list[Cell]:
    return [cell(imperative.name, "name"), cell(imperative.text.strip())]


def _head(imperative: Imperative) -> str:
    return f"{imperative.title or phrases.clause(imperative.text)} ({imperative.name})"


def _told(finding: Finding | None, numbers: Numbered) -> Cell:
    if finding is None:
        return cell("–", "outside")
    verdict = f"{words.marks(finding.verdict).glyph} {words.VERDICTS[finding.verdict].screen}"
    level = board.level(finding)
    sure = f"Confidence {level}." if finding.confidence else ""
    said = (phrases.sentence(finding.why), sure, *_beside(finding, numbers))
    parts = (f"{verdict}.", *said)
    return cell(" ".join(filter(None, parts)), finding.group or "outside")


def _beside(finding: Finding, numbers: Numbered) -> Iterator[str]:
    """What a person decided, whether the verdict rests on suspect codes, and its quotes."""
    signed = finding.signoff
    if signed:
        stands = words.VERDICTS[signed.verdict or finding.verdict].screen
        yield f"Signed off as “{stands}” by {signed.by}, {phrases.long_date(signed.on)}."
        yield changed_since(signed)
    if finding.rests_on_suspect:
        yield f"It rests on {words.SUSPECT}."
    yield numbers.numbers(finding)
