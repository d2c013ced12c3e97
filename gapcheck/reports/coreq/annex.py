"""The annex as every format shows it: its title, the checklist, the codes and the findings."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.model.report import Report
from gapcheck.model.study import Policy
from gapcheck.reports import facts, phrases
from gapcheck.reports.coreq.answers import Answered, answered, counts
from gapcheck.reports.coreq.findings import Section, sections
from gapcheck.reports.coreq.items import SOURCE
from gapcheck.schema.evidence import SPOKEN

NO_TALK = (
    "COREQ was made for interviews and focus groups, and this report rests on none: many items "
    "have nothing to ask of it."
)
READING = (
    f"The checklist is COREQ, its items in our own words. {SOURCE}.",
    "Recorded: the study says it, or its files do. In part: something of it. Not recorded: nothing "
    "of it. What a study writes under methods in gapcheck.yaml stands here as typed.",
)
ADAPTED = (
    "After the summary of qualitative findings of GRADE-CERQual, adapted: that was made for "
    "findings of reviews, and what is one study there is one source here. Confidence starts at "
    "high; each component that is held against a finding lowers it, and a ceiling bounds it."
)
EMPTY = "No imperative of this study could be judged here."


@dataclass(frozen=True, slots=True)
class Code:
    """One policy of the codebook: what it is, what holds it in force, how many imperatives."""

    title: str
    about: str
    imperatives: int


@dataclass(frozen=True, slots=True)
class Annex:
    """Everything that stands in the annex; texts of the study's files are as typed."""

    title: str
    facts: tuple[facts.Fact, ...]
    summary: str
    remarks: tuple[str, ...]
    checklist: tuple[Answered, ...]
    codes: tuple[Code, ...]
    sections: tuple[Section, ...]


def annex(report: Report) -> Annex:
    """Arrange a report's methods and findings."""
    checklist = answered(report)
    spoken = any(source.kind in SPOKEN for part in report.partnerships for source in part.sources)
    return Annex(
        title=report.settings.title or "Policy and practice",
        facts=_facts(report),
        summary=counts(checklist),
        remarks=READING if spoken else (NO_TALK, *READING),
        checklist=checklist,
        codes=tuple(map(_code, report.policies)),
        sections=sections(report),
    )


def _facts(report: Report) -> tuple[facts.Fact, ...]:
    ethics = report.settings.ethics
    known = (
        ("Ethics approval", ethics.approval),
        ("Data controller", ethics.controller),
        ("Lawful basis", ethics.lawful_basis),
        ("Consent form", ethics.consent_form),
        ("Kept until", phrases.long_date(ethics.retention_until)),
    )
    own = tuple((label, phrases.clause(said)) for label, said in known if said)
    return (*facts.of_study(report), *own)


def _code(policy: Policy) -> Code:
    force = str(policy.force).replace("-", " ")
    about = f"{force}, {phrases.named(policy.nation)}, {phrases.period(policy.in_force)}"
    return Code(policy.title, about, len(policy.imperatives))
