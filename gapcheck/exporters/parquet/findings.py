"""The table of findings: every imperative in every partnership, as the report's JSON has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from gapcheck.exporters.parquet.columns import (
    COUNT,
    TEXT,
    YES_NO,
    Column,
    choice,
    dated,
    listed,
    record,
)
from gapcheck.model.choices import (
    Confidence,
    Group,
    Modality,
    Position,
    Rung,
    Shown,
    TierPattern,
    Verdict,
)
from gapcheck.model.finding import Finding, Named, Statement, TierView
from gapcheck.model.settings import TIERS

NAMED: Final = listed(record("voices", "locus", name=TEXT, voices=COUNT, locus=TEXT))
"""Barriers and their like: how many voices name each, and where it lies."""
_PASSAGES: Final = listed(record("source", "excerpt", source=TEXT, excerpt=TEXT))
_COUNTS: Final = ("happens", "partly", "absent", "unaware")
_SECTORS: Final = listed(
    record("position", *_COUNTS, sector=TEXT, position=TEXT, **dict.fromkeys(_COUNTS, COUNT))
)
_TIERS: Final = listed(record("position", "voices", tier=TEXT, position=TEXT, voices=COUNT))
_CONCERNS: Final = listed(record("levels", component=TEXT, levels=COUNT, why=TEXT))
_FRAGILE: Final = listed(record("without", "verdict", without=TEXT, verdict=TEXT))
_ASKS: Final = listed(record("tier", sector=TEXT, tier=TEXT, why=TEXT))
_SIGNOFF: Final = record(
    *("verdict", "confidence", "summary", "reason"),
    **dict.fromkeys(("verdict", "confidence", "summary", "reason", "by", "on"), TEXT),
    evidence_changed=YES_NO,
    imperative_changed=YES_NO,
)


def named(every: Iterable[Named]) -> list[dict[str, Any]]:
    """Barriers and their like as records."""
    return [{"name": one.name, "voices": one.voices, "locus": one.locus} for one in every]


def _sectors(one: Finding) -> list[dict[str, Any]]:
    return [
        {"sector": each.sector, "position": each.position}
        | {count: getattr(each, count) for count in _COUNTS}
        for each in one.sectors
    ]


def _views(one: Finding, tiers: Iterable[str]) -> dict[str, TierView]:
    """The tiers in their order, those in which nothing was heard too."""
    silent = {tier: TierView(tier, Position.UNKNOWN, 0) for tier in tiers}
    return silent | {view.tier: view for view in one.tiers}


def _tiers(one: Finding, tiers: Iterable[str]) -> list[dict[str, Any]]:
    return [
        {"tier": each.tier, "position": each.position, "voices": each.voices}
        for each in _views(one, tiers).values()
    ]


def _concerns(one: Finding) -> list[dict[str, Any]]:
    return [
        {"component": each.component, "levels": each.levels, "why": each.why}
        for each in one.concerns
    ]


def _asks(one: Finding) -> list[dict[str, Any]]:
    return [{"sector": each.sector, "tier": each.tier, "why": each.why} for each in one.ask_next]


def _passages(every: Iterable[Statement]) -> list[dict[str, Any]]:
    return [{"source": one.source or None, "excerpt": one.excerpt or None} for one in every]


def _suspect(one: Finding) -> list[dict[str, Any]] | None:
    # Which they are is told only where all is.
    whole = one.shown is Shown.WHOLE
    return _passages(each for each in one.statements if each.suspect) if whole else None


def _signoff(one: Finding) -> dict[str, Any] | None:
    own = one.signoff
    return {part.name: getattr(own, part.name) for part in _SIGNOFF} if own else None


def _tier(tier: str) -> Column[Finding]:
    return choice(tier, Position, lambda one: _views(one, TIERS)[tier].position, optional=True)


def _rung(rung: Rung) -> Column[Finding]:
    return choice(
        rung.value,
        Position,
        lambda one: dict(one.rungs).get(rung, Position.UNKNOWN),
        optional=True,
    )


def findings(tiers: Sequence[str]) -> tuple[Column[Finding], ...]:
    """A row for each finding, those of imperatives that do not apply too.

    `tiers` are those of the study, its own too.
    """
    return (*_JUDGED, Column("tiers", _TIERS, lambda one: _tiers(one, tiers)), *_BESIDE)


_JUDGED: Final[tuple[Column[Finding], ...]] = (
    Column("partnership", TEXT, lambda one: one.partnership.name),
    Column("illustrative", YES_NO, lambda one: one.partnership.illustrative),
    Column("imperative", TEXT, lambda one: one.imperative.name),
    Column("policy", TEXT, lambda one: one.imperative.policy),
    choice("modality", Modality, lambda one: one.imperative.modality),
    *dated("as_at", lambda one: one.as_at),
    choice("verdict", Verdict, lambda one: one.verdict),
    choice("group", Group, lambda one: one.group, optional=True),
    Column("rule", TEXT, lambda one: one.rule),
    choice("confidence", Confidence, lambda one: one.confidence, optional=True),
    Column("concerns", _CONCERNS, _concerns),
    Column("reason", TEXT, lambda one: one.reason, True),
    Column("why", TEXT, lambda one: one.reason or one.why),
    Column("sectors", _SECTORS, _sectors),
)
_BESIDE: Final[tuple[Column[Finding], ...]] = (
    *map(_tier, TIERS),
    choice("tier_pattern", TierPattern, lambda one: one.tier_pattern, optional=True),
    *map(_rung, Rung),
    Column("statements", COUNT, lambda one: len(one.statements)),
    Column(
        "fragile",
        _FRAGILE,
        lambda one: [{"without": each.without, "verdict": each.verdict} for each in one.fragile],
    ),
    Column("negative_case", _PASSAGES, lambda one: _passages(one.negative_case)),
    Column("heard", listed(TEXT), lambda one: one.voices.heard),
    Column("unheard", listed(TEXT), lambda one: one.voices.unheard),
    Column("flags", listed(TEXT), lambda one: one.voices.flags),
    Column("barriers", NAMED, lambda one: named(one.barriers)),
    Column("enablers", NAMED, lambda one: named(one.enablers)),
    Column("tensions", NAMED, lambda one: named(one.tensions)),
    Column("ask_next", _ASKS, _asks),
    Column("signoff", _SIGNOFF, _signoff, True),
    Column("suspect", _PASSAGES, _suspect, True),
    Column("rests_on_suspect", YES_NO, lambda one: one.rests_on_suspect),
)
