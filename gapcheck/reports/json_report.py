"""The report for programs: JSON whose keys, their order and their spellings are a contract.

Every file names its version under `format`. A new key, or a new meaning of an old one, is a new
version and a line here:

- `gapcheck-report/1`: the first. In the edition for the public what is not told is null, and
  after `audience` stands `edition`, which no report for the team has. Of a whole study in which
  themes were coded on what fits no imperative, `beyond_policy` stands last, and nowhere else.

There is no clock in it, and paths are relative to the study, so the same study gives the same
bytes. Where words may not be shown `quote` is null; where consent shuts a statement out its
`stance` is null too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TextIO

from gapcheck import __version__
from gapcheck.diagnostic import Severity
from gapcheck.model.choices import Group, Position, Rung, Shown
from gapcheck.model.dates import Day
from gapcheck.model.edition import Edition
from gapcheck.model.finding import Finding, Named, SectorView, Statement, TierView
from gapcheck.model.report import Across, PartnershipReport, Report
from gapcheck.model.settings import TIERS
from gapcheck.model.signoff_view import SignoffView
from gapcheck.reports.beyond_json import as_json as as_told
from gapcheck.reports.streamed import Inert, write_json

FORMAT = "gapcheck-report/1"

_GROUPS = (Group.TRANSLATED, Group.PARTLY, Group.GAP, Group.CONTESTED, Group.UNKNOWN)

JsonObject = dict[str, object]


def write(report: Report, stream: TextIO) -> None:
    """Write the whole report as one JSON object with a newline after it."""
    write_json(_told(report), Inert(stream), ascii_only=False)


def as_json(report: Report) -> JsonObject:
    """Arrange the report as the values that JSON knows, keys in the contract's order."""
    told = _told(report).items()
    return {key: list(value) if isinstance(value, Iterator) else value for key, value in told}


def _told(report: Report) -> JsonObject:
    """The same, with what there may be much of as iterators."""
    severities = [diagnostic.severity for diagnostic in report.diagnostics]
    vocabulary = report.settings.vocabulary.tiers
    tiers = (*TIERS, *(tier for tier in vocabulary if tier not in TIERS))
    return {
        "format": FORMAT,
        "gapcheck": __version__,
        "study": report.settings.title,
        "audience": report.audience,
        **({"edition": _edition(report.edition)} if report.edition else {}),
        "diagnostics": {severity.value: severities.count(severity) for severity in Severity},
        "partnerships": map(_partnership, report.partnerships),
        "findings": (_finding(finding, tiers) for finding in report.findings),
        "across": [_across(across) for across in report.across],
        **(_beyond(report) if report.whole_study else {}),
    }


def _beyond(report: Report) -> JsonObject:
    own = report.beyond
    return {"beyond_policy": as_told(own)} if own and (own.themes or own.silent) else {}


def _edition(edition: Edition) -> JsonObject:
    return {
        "reviewed_by": edition.reviewed_by or None,
        "reviewed_on": edition.reviewed_on or None,
        "coarsened": edition.coarsened,
        "small_cell": edition.least,
        "findings_without_counts": edition.uncounted,
        "findings_of_one_voice": edition.alone,
        "passages_of_few": edition.passages,
        "rare_names_left_out": edition.rare,
        "citations_left_out": edition.citations,
        "sectors_pooled": list(edition.pooled),
        "places_unread": edition.places_unread,
    }


def _day(when: Day | None) -> str | None:
    """The day, null where no more than its year may be told."""
    return when.isoformat() if isinstance(when, date) else None


def _partnership(part: PartnershipReport) -> JsonObject:
    return {
        "lsp": part.partnership.id,
        "name": part.partnership.name,
        "illustrative": part.partnership.illustrative,
        "as_at": _day(part.as_at),
        "totals": _totals(part.totals),
    }


def _totals(totals: tuple[tuple[Group, int], ...]) -> JsonObject:
    counted = dict(totals)
    return {group.value: counted.get(group, 0) for group in _GROUPS}


def _finding(finding: Finding, tiers: tuple[str, ...]) -> JsonObject:
    return {
        **_judgement(finding),
        **_profiles(finding, tiers),
        "statements": [_statement(statement) for statement in finding.statements],
        **_doubts(finding),
    }


def _judgement(finding: Finding) -> JsonObject:
    return {
        "lsp": finding.partnership.id,
        "imperative": finding.imperative.name,
        "as_at": _day(finding.as_at),
        "verdict": finding.verdict,
        "group": finding.group,
        "rule": finding.rule,
        "confidence": finding.confidence,
        "concerns": [
            {"component": concern.component, "levels": concern.levels, "why": concern.why}
            for concern in finding.concerns
        ],
        "reason": finding.reason,
    }


def _profiles(finding: Finding, tiers: tuple[str, ...]) -> JsonObject:
    heard = {view.tier: view for view in finding.tiers}
    silent = {tier: TierView(tier, Position.UNKNOWN, 0) for tier in tiers}
    rungs = dict(finding.rungs)
    return {
        "sectors": {view.sector: _sector(view) for view in finding.sectors},
        "tiers": {
            view.tier: {"position": view.position, "voices": view.voices}
            for view in (silent | heard).values()
        },
        "tier_pattern": finding.tier_pattern,
        "rungs": {rung.value: rungs.get(rung, Position.UNKNOWN) for rung in Rung},
    }


def _sector(view: SectorView) -> JsonObject:
    return {
        "position": view.position,
        "happens": view.happens,
        "partly": view.partly,
        "absent": view.absent,
        "unaware": view.unaware,
    }


def _statement(statement: Statement) -> JsonObject:
    return {
        **_passage(statement),
        "stance": statement.stance,
        "basis": statement.basis,
        "rung": statement.rung,
        "tier": statement.tier,
        "sector": statement.sector,
        "stale": statement.stale,
        "deciding": statement.deciding,
        "quote": statement.quote,
        "file": statement.location.path if statement.location else None,
        "line": statement.location.line if statement.location else None,
        "excluded": statement.excluded,
    }


def _doubts(finding: Finding) -> JsonObject:
    return {
        "fragile": [
            {"without": fragility.without, "verdict": fragility.verdict}
            for fragility in finding.fragile
        ],
        "negative_case": [_passage(statement) for statement in finding.negative_case],
        "voices": {
            "heard": list(finding.voices.heard),
            "unheard": list(finding.voices.unheard),
            "flags": list(finding.voices.flags),
        },
        "barriers": _named(finding.barriers),
        "enablers": _named(finding.enablers),
        "tensions": _named(finding.tensions),
        "ask_next": [
            {"sector": ask.sector, "tier": ask.tier, "why": ask.why} for ask in finding.ask_next
        ],
        "signoff": _signoff(finding.signoff) if finding.signoff else None,
        "suspect": _suspect(finding),
        "rests_on_suspect": finding.rests_on_suspect,
    }


def _suspect(finding: Finding) -> list[JsonObject] | None:
    """The suspect codes; null where which they are is not told."""
    if finding.shown is not Shown.WHOLE:
        return None
    return [_passage(statement) for statement in finding.statements if statement.suspect]


def _passage(statement: Statement) -> JsonObject:
    return {"source": statement.source or None, "excerpt": statement.excerpt or None}


def _named(named: tuple[Named, ...]) -> JsonObject:
    return {each.name: each.voices for each in named}


def _signoff(signoff: SignoffView) -> JsonObject:
    return {
        "verdict": signoff.verdict,
        "confidence": signoff.confidence,
        "summary": signoff.summary,
        "reason": signoff.reason,
        "by": signoff.by,
        "on": signoff.on,
        "evidence_changed": signoff.evidence_changed,
        "imperative_changed": signoff.imperative_changed,
    }


def _across(across: Across) -> JsonObject:
    return {
        "imperative": across.imperative.name,
        "judged": across.judged,
        **_totals(across.totals),
        "pattern": across.pattern,
    }
