"""Which findings come first, and which few statements speak for one: those that decide it."""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.model.choices import Stance, Verdict
from gapcheck.model.finding import Finding, Statement
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.reports.words import VERDICTS

_ORDER = {verdict: place for place, verdict in enumerate(VERDICTS)}
_SIDES = {
    Stance.HAPPENS: "yes",
    Stance.PARTLY: "between",
    Stance.ABSENT: "no",
    Stance.OPPOSITE: "no",
    Stance.UNAWARE: "no",
}
SIDES = ("yes", "no", "between")
"""The sides of a finding, in the order in which they are shown."""


def in_reading_order(findings: Iterable[Finding]) -> list[Finding]:
    """Gaps, contested, not known, partly, in practice; then what stands outside the totals."""
    return sorted(findings, key=lambda finding: _ORDER[finding.verdict])


def findings_of(part: PartnershipReport, report: Report) -> list[Finding]:
    """One partnership's findings in the order of reading."""
    own = part.partnership.id
    return in_reading_order(each for each in report.findings if each.partnership.id == own)


def applying(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose imperatives apply."""
    return [each for each in findings if each.verdict is not Verdict.NOT_APPLICABLE]


def silent(finding: Finding) -> bool:
    """Whether a finding holds nothing beyond that nothing was heard."""
    nothing = finding.verdict is Verdict.NO_EVIDENCE
    return nothing and not (finding.statements or finding.background or finding.signoff)


def side(statement: Statement) -> str:
    """The side that a statement takes on practice; empty where its stance is not told."""
    stance = statement.practice or statement.stance
    return _SIDES[stance] if stance else ""


def on_side(finding: Finding, which: str) -> list[Statement]:
    """The statements that decide a finding and take one side, those with words first."""
    deciding = [each for each in finding.statements if each.deciding and side(each) == which]
    return sorted(deciding, key=lambda statement: statement.quote is None)


def chosen(finding: Finding) -> list[Statement]:
    """One statement for each side, two where there is one side; then the negative case."""
    sides = [found for which in SIDES if (found := on_side(finding, which))]
    if not sides:
        return _undecided(finding)[:2]
    few = _two_voices(sides[0]) if len(sides) == 1 else [found[0] for found in sides]
    shown = {side(statement) for statement in few}
    against = [each for each in finding.negative_case if side(each) not in shown]
    return few + against[:1]


def _two_voices(found: list[Statement]) -> list[Statement]:
    first, *others = found
    another = [each for each in others if each.sector != first.sector]
    another += [each for each in others if each.source != first.source]
    return [first, *another[:1]]


def _undecided(finding: Finding) -> list[Statement]:
    admitted = [each for each in finding.statements if each.excluded is None]
    return sorted(admitted, key=lambda statement: statement.quote is None)
