"""A finding with its objective's status: satisfied, or not for one of several reasons."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gapcheck.model.choices import Group, Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import Report
from gapcheck.reports import board, phrases, words
from gapcheck.reports.doubts import changed_since
from gapcheck.reports.oscal.observations import related
from gapcheck.reports.oscal.values import Json, id_, props, text, title, token

STATUS: Mapping[Group | None, tuple[str, str, str]] = MappingProxyType(
    {
        Group.TRANSLATED: ("satisfied", "pass", "implemented"),
        Group.PARTLY: ("not-satisfied", "other", "partial"),
        Group.GAP: ("not-satisfied", "fail", "not-implemented"),
        Group.CONTESTED: ("not-satisfied", "other", "contested"),
        Group.UNKNOWN: ("not-satisfied", "other", "not-known"),
        None: ("not-satisfied", "other", "not-taken-up"),
    }
)
"""The state of the objective, the reason, and the state of implementation, by group."""

_NO_FAILING = "This is no statement that it is not done: OSCAL has no other state for it."


def found(finding: Finding, report: Report) -> Json:
    """A finding, with the observations that it leads to."""
    observed = related(finding, report)
    return {
        "uuid": id_("finding", report.audience, finding.partnership.id, finding.imperative.name),
        "title": title(board.short_name(finding)),
        "description": text(phrases.sentence(finding.why)),
        "props": props(_judged(finding)),
        "target": _target(finding),
        **({"related-observations": observed} if observed else {}),
    }


def _judged(finding: Finding) -> dict[str, str]:
    signed = finding.signoff
    return {
        "imperative": finding.imperative.name,
        "verdict": finding.verdict,
        "group": finding.group or "",
        "confidence": finding.confidence or "",
        "rule": finding.rule,
        "fragile": "yes" if finding.fragile else "no",
        "rests-on-suspect-codes": "yes" if finding.rests_on_suspect else "",
        "heard": ", ".join(finding.voices.heard),
        "signed-off-by": signed.by if signed else "",
        "signed-off-as": (signed.verdict or finding.verdict) if signed else "",
        "changed-since-signed-off": "yes" if signed and changed_since(signed) else "",
    }


def _target(finding: Finding) -> Json:
    state, reason, implemented = STATUS[finding.group]
    said = words.VERDICTS[finding.verdict]
    told = f"{said.screen}. {said.sentence}"
    open_ = finding.group in (Group.UNKNOWN, Group.CONTESTED) or (
        finding.verdict is Verdict.NOT_TAKEN_UP
    )
    return {
        "type": "objective-id",
        "target-id": token(finding.imperative.name),
        "title": title(phrases.clause(finding.imperative.text)),
        "status": {
            "state": state,
            "reason": reason,
            "remarks": text(f"{told} {_NO_FAILING}" if open_ else told),
        },
        "implementation-status": {"state": implemented},
    }
