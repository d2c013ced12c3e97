"""How practice stands on each tier, and what was said on each rung."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from gapcheck.assess.case import Case
from gapcheck.assess.positions import (
    Telling,
    joint_position,
    practised,
    sector_positions,
    standing,
    voice_positions,
)
from gapcheck.assess.statements import KNOWN, Said
from gapcheck.model.choices import Basis, Position, Rung, Stance, TierPattern
from gapcheck.model.finding import TierView
from gapcheck.model.settings import TIERS

_HEIGHT: Mapping[Position | None, int] = {
    Position.ABSENT: 0,
    Position.PARTLY: 1,
    Position.HAPPENS: 2,
}


def tier_profile(practice: Iterable[Said], tiers: Iterable[str]) -> tuple[TierView, ...]:
    """Each tier on its own practice statements alone; untiered ones stand in none."""
    own: dict[str, list[Said]] = {}
    for statement in practice:
        if statement.tier is not None:
            own.setdefault(statement.tier, []).append(statement)
    return tuple(_tier(tier, own.get(tier, ())) for tier in tiers)


def _tier(tier: str, own: Sequence[Said]) -> TierView:
    if not own:
        return TierView(tier, Position.UNKNOWN, 0)
    voices = voice_positions(practised(own))
    sectors = sector_positions(voices)
    torn = standing(sectors, Position.HAPPENS) and standing(sectors, Position.ABSENT)
    position = Position.CONTESTED if torn else joint_position(sectors)
    return TierView(tier, position, len({voice for _, voice in voices}))


def tier_pattern(profile: Iterable[TierView]) -> TierPattern:
    """How practice changes over the four tiers, from the board towards the street."""
    by_tier = {view.tier: view.position for view in profile}
    known = [_HEIGHT[by_tier[tier]] for tier in TIERS if by_tier.get(tier) in _HEIGHT]
    if len(known) < 2:
        return TierPattern.UNKNOWN
    rises = any(after > before for before, after in pairwise(known))
    falls = any(after < before for before, after in pairwise(known))
    if rises and falls:
        return TierPattern.UNEVEN
    if rises:
        return TierPattern.INVERSE_DECAY
    return TierPattern.DECAY if falls else TierPattern.EVEN


def rung_profile(case: Case) -> tuple[tuple[Rung, Position], ...]:
    """What was said on each rung by those who know; on paper a claim is enough to show it."""
    told: dict[Rung, list[Telling]] = {rung: [] for rung in Rung}
    for statement in () if case.out_of_scope is not None else case.admissible:
        # A claim of practice proves none, but a claim on paper is what that rung is about.
        claimed = statement.basis is Basis.CLAIM and statement.rung is Rung.ADOPTED
        if (claimed or statement.basis in KNOWN) and not case.sets_aside(statement):
            passage = statement.passage
            told[statement.rung].append((passage.sector, passage.voice, statement.stance))
    return tuple((rung, _rung(here)) for rung, here in told.items())


def _rung(here: list[Telling]) -> Position:
    informed = [telling for telling in here if telling[2] is not Stance.UNAWARE]
    return joint_position(sector_positions(voice_positions(informed or here)))
