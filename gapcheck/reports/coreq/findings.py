"""The summary of findings: each in a sentence, its verdict, how sure, why, and what it rests on.

After the summary table of GRADE-CERQual, adapted: its components judge findings of reviews, and
what is one study there is one source here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.model.choices import Verdict
from gapcheck.model.finding import Concern, Finding
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.reports import phrases, words
from gapcheck.reports.choosing import applying, findings_of, silent
from gapcheck.reports.coreq.contributing import contributing
from gapcheck.reports.pieces import Piece

COMPONENTS = (
    ("methods", "Methods"),
    ("coherence", "Coherence"),
    ("adequacy", "Adequacy"),
    ("relevance", "Relevance"),
)
"""The four components of GRADE-CERQual, each with its label."""

_TOLD_BY_REASON = frozenset(
    {
        Verdict.CONTESTED,
        Verdict.PARTLY_TRANSLATED,
        Verdict.UNTESTED,
        Verdict.INSUFFICIENT,
        Verdict.NO_EVIDENCE,
    }
)
"""Verdicts of which the reason says more than the verdict's own sentence."""

_CAP = "cap"
_NO_CONCERN = "no concern"
_STEPS = {1: "one level", 2: "two levels", 3: "three levels"}


@dataclass(frozen=True, slots=True)
class Line:
    """One finding: a sentence, who stands where, the verdict, and on what it rests.

    `decided` is what a named person decided in the verdict's place. `reasons` are the components
    with what is held against each, and the ceilings.
    """

    finding: Finding
    sentence: str
    reason: str
    verdict: str
    decided: str
    confidence: str
    reasons: tuple[tuple[str, str], ...]
    rests_on: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One partnership's findings, gaps first, and what has no line."""

    part: PartnershipReport
    lines: tuple[Line, ...]
    nothing_heard: tuple[str, ...]
    outside: int


def sections(report: Report) -> tuple[Section, ...]:
    """The findings of every partnership of a report."""
    return tuple(_section(part, report) for part in report.partnerships)


def _section(part: PartnershipReport, report: Report) -> Section:
    judged = applying(findings_of(part, report))
    return Section(
        part=part,
        lines=tuple(_line(each, report) for each in judged if not silent(each)),
        nothing_heard=tuple(each.imperative.name for each in judged if silent(each)),
        outside=part.not_applicable,
    )


def _line(finding: Finding, report: Report) -> Line:
    signoff = finding.signoff
    decided = signoff.verdict if signoff else None
    return Line(
        finding=finding,
        sentence=_sentence(finding),
        reason=phrases.sentence(finding.why) if finding.verdict in _TOLD_BY_REASON else "",
        verdict=words.VERDICTS[finding.verdict].screen,
        decided=words.VERDICTS[decided].screen if decided else "",
        confidence=_confidence(finding),
        reasons=tuple(_reasons(finding)),
        rests_on=tuple(contributing(finding, report)),
    )


def _sentence(finding: Finding) -> str:
    """What a named person wrote of it; else what is asked for and what was found."""
    if finding.signoff and finding.signoff.summary:
        return phrases.sentence(finding.signoff.summary)
    asked = phrases.clause(finding.imperative.text)
    found = words.VERDICTS[finding.verdict].sentence
    return phrases.sentence(f"{asked}: {found[0].lower()}{found[1:]}")


def _confidence(finding: Finding) -> str:
    if finding.confidence is None:
        return words.NO_CONFIDENCE if finding.group else "none given"
    ruled = words.CONFIDENCES[finding.confidence][0]
    decided = finding.signoff.confidence if finding.signoff else None
    signed = f"; signed off as {words.CONFIDENCES[decided][0]}" if decided else ""
    return f"{ruled}{', fragile' if finding.fragile else ''}{signed}"


def _reasons(finding: Finding) -> Iterator[tuple[str, str]]:
    if finding.confidence is None:
        return
    found = {concern.component: concern for concern in finding.concerns}
    for component, label in COMPONENTS:
        concern = found.get(component)
        yield label, _lowered(concern) if concern else _NO_CONCERN
    ceilings = [each.why for each in finding.concerns if each.component == _CAP]
    if ceilings:
        yield "Ceiling", " ".join(map(phrases.sentence, ceilings))


def _lowered(concern: Concern) -> str:
    said = phrases.clause(concern.why)
    return f"{said} ({_STEPS[concern.levels]})" if concern.levels in _STEPS else said
