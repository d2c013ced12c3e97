"""Imperatives by partnership in a table, where a page is wide enough; and everybody's totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    text,
)
from gapcheck.reports.docx.styles import VERDICT_STYLES

MOST = 6
"""Partnerships that a page is wide enough for; of more each has its own columns of totals."""

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
    """The partnerships' matrix with its counts, policy by policy, and what applies nowhere."""
    parts = spread.places(report)
    if not parts:
        return
    yield paragraph("Heading 1", "Imperatives by partnership")
    cells = _cells(report)
    shown = [row for row in report.across if _any(row, parts, cells, {Verdict.NOT_APPLICABLE})]
    columns = parts if len(parts) <= MOST else ()
    if not columns:
        yield text("The partnerships are more than a page is wide: each imperative's counts alone.")
    for title, rows in _by_policy(report, shown):
        yield paragraph("Heading 2", title)
        yield _table(title, columns, rows, cells, counted=True)
    yield from _nowhere(report, shown)
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
    for at in range(0, len(parts), MOST):
        if shown:
            yield _table(
                "Survey populations", parts[at : at + MOST], shown, cells, counted=False
            )


def _cells(report: Report) -> Cells:
    return {(each.partnership.id, each.imperative.name): each for each in report.findings}


def _any(
    row: Across, parts: Sequence[PartnershipReport], cells: Cells, but: set[Verdict] | frozenset[Verdict]
) -> bool:
    """Whether an imperative has a verdict beside `but` in any of some partnerships."""
    found = (cells.get((part.partnership.id, row.imperative.name)) for part in parts)
    return any(each.verdict not in but for each in found if each)


def _by_policy(report: Report, rows: Sequence[Across]) -> Iterator[tuple[str, list[Across]]]:
    policies = {policy.id: policy for policy in report.policies}
    for name, group in groupby(rows, lambda row: row.imperative.policy):
        policy = policies.get(name)
        title = f"{policy.title}, {phrases.long_date(policy.published)}" if policy else name
        yield title, list(group)


def _table(
    title: str,
    parts: Sequence[PartnershipReport],
    rows: Sequence[Across],
    cells: Cells,
    *,
    counted: bool,
) -> Table:
    head = ["Imperative", *(phrases.full_name(part.partnership) for part in parts)]
    head += ["Gaps, of those judged", "Not known", "Pattern"] if counted else []
    # An imperative takes the room of three columns where there are few.
    widths = (max(9 - len(head), 2), *(1 for _ in head[1:]))
    made = tuple(_row(row, parts, cells, counted=counted) for row in rows)
    return Table(title, "Paper Table", widths, tuple(head), made)


def _row(
    row: Across, parts: Sequence[PartnershipReport], cells: Cells, *, counted: bool
) -> tuple[Cell, ...]:
    name = row.imperative.name
    told = [cell(row.imperative.title or phrases.clause(row.imperative.text))]
    told += [_verdict(cells.get((part.partnership.id, name))) for part in parts]
    if counted:
        pattern = words.ACROSS[row.pattern] if row.pattern else ""
        told += [cell(f"{spread.number(row, Group.GAP)} of {row.judged}")]
        told += [cell(str(spread.number(row, Group.UNKNOWN))), cell(pattern)]
    return tuple(told)


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
