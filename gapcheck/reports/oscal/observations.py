"""A statement as an observation, made by interview or by examination."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.choices import SourceKind
from gapcheck.model.finding import Finding, Statement
from gapcheck.model.report import Report
from gapcheck.reports import phrases
from gapcheck.reports.oscal.values import Json, id_, moment, path, props, text, title

_ASKED = frozenset({SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP, SourceKind.SURVEY})


def observations(finding: Finding, report: Report) -> Iterator[Json]:
    """An observation for each statement that counts."""
    for number, said in enumerate(finding.statements):
        if said.excluded is None:
            yield _observation(said, finding, number, report)


def _observation(said: Statement, finding: Finding, number: int, report: Report) -> Json:
    held: Json = {
        "uuid": _observed(finding, number, report.audience),
        "title": title(phrases.speaker(said, report.settings)),
        "description": text(phrases.quoted(said)),
        "props": props(
            {
                "imperative": finding.imperative.name,
                "kind": said.kind,
                "stance": said.stance or "",
                "basis": said.basis,
                "rung": said.rung,
                "sector": said.sector,
                "tier": said.tier or "",
                "date": said.source_date.text,
                "about": said.about.text,
                "decides": "yes" if said.deciding else "no",
                "stale": "yes" if said.stale else "no",
                "suspect": "yes" if said.suspect else "",
            }
        ),
        "methods": ["INTERVIEW" if said.kind in _ASKED else "EXAMINE"],
        "collected": moment(said.source_date.first),
    }
    if said.location:
        place = {"href": path(said.location.path), "description": f"Line {said.location.line}."}
        held["relevant-evidence"] = [place]
    if said.translation:
        held["remarks"] = text(f"In English (from {said.language}): {said.translation.strip()}")
    return held


def related(finding: Finding, report: Report) -> list[Json]:
    """The ids of the observations that a finding rests on, and of those that speak against it."""
    counted = (at for at, said in enumerate(finding.statements) if said.excluded is None)
    return [{"observation-uuid": _observed(finding, at, report.audience)} for at in counted]


def _observed(finding: Finding, number: int, audience: str) -> str:
    return id_("said", audience, finding.partnership.id, finding.imperative.name, str(number))
