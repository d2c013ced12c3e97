"""A report narrowed to some policies or topics, or to some verdicts: nothing is judged anew.

Who was heard, and what gets in the way, stay those of the whole partnership: counted over a part
and over the whole, they would tell of the few who spoke of the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from gapcheck.assess.across import totals
from gapcheck.model.choices import Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.narrowing import Narrowing
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.model.study import Imperative


def asked_of(report: Report, policies: Collection[str], topics: Collection[str]) -> Report:
    """The report on the imperatives of some policies, on some topics; on all where none is named.

    All of its counts of findings are of these.
    """
    if not policies and not topics:
        return report

    def meant(imperative: Imperative) -> bool:
        on = not topics or not set(topics).isdisjoint(imperative.topics)
        return on and (not policies or imperative.policy in policies)

    named = Narrowing(policies=tuple(sorted(policies)), topics=tuple(sorted(topics)))
    return _with(report, meant, named)


def only(report: Report, kinds: Collection[str]) -> Report:
    """The report with the findings of some verdicts or groups alone; with all where none is named.

    Of named partnerships those findings are left, beside counts of all. Of a whole study the
    imperatives are left that have one anywhere, each with all of its findings.
    """
    if not kinds:
        return report
    named = replace(report.narrowing or Narrowing(), only=tuple(sorted(kinds)))
    found = tuple(each for each in report.findings if _is(each, kinds))
    if report.whole_study:
        names = {each.imperative.name for each in found}
        return _with(report, lambda imperative: imperative.name in names, named)
    number = len(report.across)
    return replace(
        report,
        findings=found,
        narrowing=replace(
            named,
            imperatives=named.imperatives or number,
            of=named.of or number,
            shown=_applying(found),
            out_of=_applying(report.findings),
        ),
    )


def _is(finding: Finding, kinds: Collection[str]) -> bool:
    return finding.verdict.value in kinds or (finding.group or "") in kinds


def _applying(findings: Iterable[Finding]) -> int:
    return sum(each.verdict is not Verdict.NOT_APPLICABLE for each in findings)


def _with(report: Report, meant: Callable[[Imperative], bool], named: Narrowing) -> Report:
    findings = tuple(each for each in report.findings if meant(each.imperative))
    across = tuple(row for row in report.across if meant(row.imperative))
    policies = (
        replace(policy, imperatives=tuple(filter(meant, policy.imperatives)))
        for policy in report.policies
    )
    return replace(
        report,
        policies=tuple(policy for policy in policies if policy.imperatives),
        partnerships=tuple(_counted(part, findings) for part in report.partnerships),
        findings=findings,
        across=across,
        narrowing=replace(named, imperatives=len(across), of=named.of or len(report.across)),
    )


def _counted(part: PartnershipReport, findings: Iterable[Finding]) -> PartnershipReport:
    own = [each for each in findings if each.partnership.id == part.partnership.id]
    return replace(
        part,
        totals=totals(own),
        not_applicable=sum(each.verdict is Verdict.NOT_APPLICABLE for each in own),
        not_taken_up=sum(each.verdict is Verdict.NOT_TAKEN_UP for each in own),
    )
