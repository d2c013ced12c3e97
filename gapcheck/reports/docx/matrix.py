"""Imperatives by partnership in a table, where a page is wide enough; and everybody's totals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from gapcheck.model.choices import Group, Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import Across, PartnershipReport, Report
from gapcheck.reports import phrases, spread, words
from gapcheck.reports.docx.blocks import (
    Block,
    Cell,
    Run,
    Table,
    bullets,
    cell,
    paragraph,
    plain_row,
    text,
)
from gapcheck.reports.docx.styles import VERDICT_STYLES

IN_A_TABLE = 5
"""Partnerships that a page is wide enough for."""

MOST = 15
"""Partnerships whose verdicts stand beside each other; of more a paper has the counts alone."""

_OUTSIDE = frozenset({Verdict.NOT_APPLICABLE})
_SILENT = frozenset({Verdict.NOT_APPLICABLE, Verdict.NO_EVIDENCE})
Cells = Mapping[tuple[str, str], Finding]


def totals(report: Report) -> Iterator[Block]:
    """How many imperatives of each group every partnership has, survey populations apart."""
    parts = spread.places(report)
    yield paragraph("Heading 1", "Partnerships")
    if not parts:
        yield text("The study holds no partnership yet.")
        return
    groups = tuple(words.GROUPS.items())
    head = ("Partnership", *(f"{marks.glyph} {marks.label}" for _, marks in groups))
    rows = tuple(
        (
            cell(part.partnership.name),
            *(cell(str(dict(part.totals).get(group, 0))) for group, _ in groups),
        )
        for part in parts
    )
    yield Table("Totals of each partnership", "Paper Table", (4, 2, 2, 2, 2, 2), head, rows)


def matrix(report: Report) -> Iterator[Block]:
    """Each imperative's counts, then the verdicts of some partnerships beside each other."""
    parts = spread.places(report)
    if not parts:
        return
    cells = _cells(report)
    shown = [row for row in report.across if _any(row, parts, cells, _OUTSIDE)]
    yield paragraph("Heading 1", "Imperatives, over all partnerships")
    yield _counts(report, shown)
    yield from _nowhere(report, shown)
    if len(parts) <= MOST:
        yield paragraph("Heading 1", "Imperatives by partnership")
        yield from _beside(report, parts, shown)
    yield paragraph("Caption", _legend())


def surveys(report: Report) -> Iterator[Block]:
    """The survey populations apart and without counts: each is many places already."""
    parts = spread.populations(report)
    if not parts:
        return
    yield paragraph("Heading 1", "Survey populations, apart")
    yield text(spread.APART)
    cells = _cells(report)
    shown = [row for row in report.across if _any(row, parts, cells, _SILENT)]
    yield from _beside(report, parts, shown)


def _cells(report: Report) -> Cells:
    return {(each.partnership.id, each.imperative.name): each for each in report.findings}


def _any(
    row: Across, parts: Sequence[PartnershipReport], cells: Cells, but: frozenset[Verdict]
) -> bool:
    """Whether an imperative has a verdict beside `but` in any of some partnerships."""
    found = (cells.get((part.partnership.id, row.imperative.name)) for part in parts)
    return any(each.verdict not in but for each in found if each)


def _counts(report: Report, rows: Sequence[Across]) -> Table:
    """In how many partnerships an imperative is a gap, and in how many nobody knows."""
    head = ("Imperative", "Gaps, of those judged", "Not known", "Pattern")
    return Table(
        "Imperatives with their counts over all partnerships",
        "Paper Table",
        (9, 3, 2, 2),
        head,
        tuple(_by_policy(report, rows, _count)),
    )


def _count(row: Across) -> tuple[Cell, ...]:
    return plain_row(
        f"{spread.number(row, Group.GAP)} of {row.judged}",
        str(spread.number(row, Group.UNKNOWN)),
        words.ACROSS[row.pattern] if row.pattern else "",
    )


def _beside(
    report: Report, parts: Sequence[PartnershipReport], rows: Sequence[Across]
) -> Iterator[Block]:
    """The verdicts of as many partnerships in each table as a page is wide enough for."""
    cells = _cells(report)
    for at in range(0, len(parts), IN_A_TABLE) if rows else ():
        own = parts[at : at + IN_A_TABLE]
        head = ("Imperative", *(phrases.full_name(part.partnership) for part in own))
        title = f"Verdicts in {phrases.joined(part.partnership.name for part in own)}"

        def verdicts(row: Across, own: Sequence[PartnershipReport] = own) -> tuple[Cell, ...]:
            name = row.imperative.name
            return tuple(_verdict(cells.get((part.partnership.id, name))) for part in own)

        here = [row for row in rows if _any(row, own, cells, _OUTSIDE)]
        made = tuple(_by_policy(report, here, verdicts))
        yield Table(title, "Paper Table", (2, *(1 for _ in own)), head, made)


def _by_policy(
    report: Report, rows: Sequence[Across], told: Callable[[Across], tuple[Cell, ...]]
) -> Iterator[tuple[Cell, ...]]:
    """Rows of imperatives below the title of their policy."""
    policies = {policy.id: policy for policy in report.policies}
    for name, group in groupby(rows, lambda row: row.imperative.policy):
        policy = policies.get(name)
        title = f"{policy.title}, {phrases.long_date(policy.published)}" if policy else name
        yield (cell(title, style="Table Header"),)
        for row in group:
            own = row.imperative
            yield (cell(own.title or phrases.clause(own.text)), *told(row))


def _verdict(finding: Finding | None) -> Cell:
    if finding is None:
        return cell()
    if finding.verdict is Verdict.NOT_APPLICABLE:
        return cell(words.OUTSIDE.glyph)
    said = f"{words.marks(finding.verdict).glyph} {words.VERDICTS[finding.verdict].narrow}"
    signed = finding.signoff is not None and finding.signoff.verdict is not None
    return cell(Run(said, VERDICT_STYLES[finding.verdict.group]), " †" if signed else "")


def _nowhere(report: Report, shown: Sequence[Across]) -> Iterator[Block]:
    names = [row.imperative.name for row in report.across if row not in shown]
    if names:
        number = phrases.counted(len(names), "imperative applies", "imperatives apply")
        verb = "has" if len(names) == 1 else "have"
        yield text(f"{number} to no partnership and {verb} no row:")
        yield from bullets([[Run(", ".join(names), "Place")]])


def _legend() -> str:
    marks = [f"{each.glyph} {phrases.inside(each.label)}" for each in words.GROUPS.values()]
    return (
        f"{', '.join(marks)}; {words.OUTSIDE.glyph} does not apply, or an option not taken up; "
        "† a person signed off another verdict than the rules gave."
    )
