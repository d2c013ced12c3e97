"""The matrix of an overview: imperatives down, partnerships across, a mark and a word in a cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.model.choices import Group, Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import Across, PartnershipReport, Report
from gapcheck.model.study import Imperative, Policy
from gapcheck.reports import phrases, words
from gapcheck.reports.markdown.text import cell, code, inline, table


@dataclass(frozen=True, slots=True)
class Matrix:
    """The findings of some of a report's partnerships, by partnership and imperative."""

    report: Report
    parts: tuple[PartnershipReport, ...]
    cells: dict[tuple[str, str], Finding]

    @classmethod
    def of(cls, report: Report, parts: tuple[PartnershipReport, ...]) -> Matrix:
        """Pick the findings of `parts` out of the report."""
        found = {(each.partnership.id, each.imperative.name): each for each in report.findings}
        return cls(report, parts, found)

    def applies(self, imperative: Imperative) -> bool:
        """Whether it applies to any of the partnerships."""
        found = [each for each in self._row(imperative) if each]
        return any(each.verdict is not Verdict.NOT_APPLICABLE for each in found)

    def spoken(self, imperative: Imperative) -> bool:
        """Whether it applies, and anything was heard of it, in any of the partnerships."""
        return any(
            each.verdict not in {Verdict.NOT_APPLICABLE, Verdict.NO_EVIDENCE}
            for each in self._row(imperative)
            if each
        )

    def row(self, imperative: Imperative) -> list[str]:
        """The cells of one imperative: the mark and the narrow word, or a dash."""
        return [_cell(each) for each in self._row(imperative)]

    def _row(self, imperative: Imperative) -> list[Finding | None]:
        return [self.cells.get((part.partnership.id, imperative.name)) for part in self.parts]


def matrix(report: Report, parts: tuple[PartnershipReport, ...]) -> Iterator[str]:
    """The partnerships' matrix with its counts, and in a line what applies nowhere."""
    yield "## Imperatives by partnership"
    yield ""
    if not parts:
        yield "The study holds no partnership yet."
        yield ""
        return
    whole = Matrix.of(report, parts)
    head = ("Imperative", *_names(parts), "Gaps, of those judged", "Not known")
    shown = [each for each in report.across if whole.applies(each.imperative)]
    yield from table(head, *_rows(whole, shown, counts=True), *_totals(parts))
    nowhere = [each.imperative for each in report.across if each not in shown]
    if nowhere:
        listed = ", ".join(code(each.name) for each in nowhere)
        number = phrases.counted(len(nowhere), "imperative applies", "imperatives apply")
        verb = "has" if len(nowhere) == 1 else "have"
        yield f"{number} to no partnership and {verb} no row: {listed}."
        yield ""
    yield _legend()
    yield ""


def populations(report: Report, parts: tuple[PartnershipReport, ...]) -> Iterator[str]:
    """The survey populations' matrix, apart and without counts: each is many places already."""
    if not parts:
        return
    whole = Matrix.of(report, parts)
    yield "## Survey populations, apart"
    yield ""
    yield (
        "Each stands for many places and is in none of the counts above. An imperative of which "
        "no survey says anything has no row."
    )
    yield ""
    rows = list(_rows(whole, [each for each in report.across if whole.spoken(each.imperative)]))
    if rows:
        yield from table(("Imperative", *_names(parts)), *rows)


def _names(parts: tuple[PartnershipReport, ...]) -> list[str]:
    return [
        cell(part.partnership.name)
        + (f"<br>{part.partnership.population} places" if part.partnership.population else "")
        for part in parts
    ]


def _rows(whole: Matrix, shown: list[Across], *, counts: bool = False) -> Iterator[tuple[str, ...]]:
    by_policy: dict[str, list[Across]] = {}
    for across in shown:
        by_policy.setdefault(across.imperative.policy, []).append(across)
    policies = {policy.id: policy for policy in whole.report.policies}
    blank = [""] * (len(whole.parts) + (2 if counts else 0))
    for policy, rows in by_policy.items():
        yield (f"**{cell(_title(policies.get(policy), policy))}**", *blank)
        for across in rows:
            tail = _counts(across) if counts else ()
            yield (_label(across.imperative), *whole.row(across.imperative), *tail)


def _title(policy: Policy | None, identifier: str) -> str:
    return f"{policy.title}, {phrases.long_date(policy.published)}" if policy else identifier


def _label(imperative: Imperative) -> str:
    return cell(imperative.title) if imperative.title else code(imperative.id)


def _cell(finding: Finding | None) -> str:
    if finding is None:
        return ""
    if finding.verdict is Verdict.NOT_APPLICABLE:
        return words.OUTSIDE.glyph
    text = f"{words.marks(finding.verdict).glyph} {words.VERDICTS[finding.verdict].narrow}"
    signed = finding.signoff is not None and finding.signoff.verdict is not None
    return f"{text} †" if signed else text


def _counts(across: Across) -> tuple[str, str]:
    totals = dict(across.totals)
    return f"{totals.get(Group.GAP, 0)} of {across.judged}", str(totals.get(Group.UNKNOWN, 0))


def _totals(parts: tuple[PartnershipReport, ...]) -> Iterator[tuple[str, ...]]:
    for group, marks in words.GROUPS.items():
        numbers = [dict(part.totals).get(group, 0) for part in parts]
        yield (f"**{marks.glyph} {marks.label}**", *(str(number) for number in numbers), "", "")


def _legend() -> str:
    marks = [f"{each.glyph} {phrases.inside(each.label)}" for each in words.GROUPS.values()]
    return inline(
        f"{', '.join(marks)}; {words.OUTSIDE.glyph} does not apply, or an option not taken up; "
        "† a person signed off another verdict than the rules gave."
    )
