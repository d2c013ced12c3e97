"""What stands under a report's title: as at when, against what, from what, for whom, by whom."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.model.choices import Audience
from gapcheck.model.finding import Finding
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.reports import phrases, sentences, spread
from gapcheck.reports.choosing import applying
from gapcheck.reports.provenance import as_at

AUDIENCES = {Audience.TEAM: "team draft, not for publication", Audience.PUBLIC: "the public"}

Fact = tuple[str, str]
"""A label and what stands beside it."""


def of_partnership(
    part: PartnershipReport, findings: Sequence[Finding], report: Report
) -> tuple[Fact, ...]:
    """The facts of one partnership, of whose findings none is missing."""
    imperatives = phrases.counted(sentences.judged_against(part), "imperative")
    judged = phrases.long_date(part.as_at) if part.as_at else "no day: nothing is dated"
    return (
        ("Judged as at", judged),
        ("Against", f"{imperatives} in {_policies(len(report.policies))}"),
        ("From", sources(part)),
        ("Audience", AUDIENCES[report.audience]),
        ("Signed off by", signed(applying(findings))),
    )


def of_study(report: Report) -> tuple[Fact, ...]:
    """The facts of several partnerships side by side."""
    surveys = len(spread.populations(report))
    held = [phrases.counted(len(spread.places(report)), "partnership")]
    held += [phrases.counted(surveys, "survey population")] if surveys else []
    number = sentences.number_of_sources(report.partnerships)
    imperatives = phrases.counted(len(report.across), "imperative")
    told = (
        ("Judged as at", as_at(report)),
        ("Against", f"{imperatives} in {_policies(len(report.policies))}"),
        ("In", phrases.joined(held)),
        ("From", number),
        ("Audience", AUDIENCES[report.audience]),
        ("Signed off by", signed(applying(report.findings))),
    )
    return tuple((label, said) for label, said in told if said)


def sources(part: PartnershipReport) -> str:
    """How many sources there are and how many of them were used; else of which kinds they are."""
    number = sentences.number_of_sources([part])
    used = sum(source.used for source in part.sources)
    return f"{number}, of which {used} used" if number else sentences.kinds(part.sources)


def signed(judged: Sequence[Finding]) -> str:
    """Who signed off how many of the findings; that nobody did where that is so."""
    signoffs = [finding.signoff for finding in judged if finding.signoff]
    if not signoffs:
        return "nobody yet: every verdict below is what the rules gave"
    people = phrases.joined(dict.fromkeys(signoff.by for signoff in signoffs))
    return f"{people}: {len(signoffs)} of {phrases.counted(len(judged), 'finding')}"


def _policies(number: int) -> str:
    return phrases.counted(number, "national policy", "national policies")
