"""From statements to the positions of voices, and from those to the positions of sectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gapcheck.assess.fieldwork import Voice
from gapcheck.assess.statements import Said
from gapcheck.model.choices import Position, Stance

VoicePositions = Mapping[tuple[str, Voice], Position]
"""By sector and voice."""
SectorPositions = Mapping[str, Position]
Telling = tuple[str, Voice, Stance]
"""A sector, one of its voices, and what it says."""

_POSITION = {
    Stance.HAPPENS: Position.HAPPENS,
    Stance.PARTLY: Position.PARTLY,
    Stance.ABSENT: Position.ABSENT,
    Stance.OPPOSITE: Position.ABSENT,
    Stance.UNAWARE: Position.ABSENT,
}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The first tier in which one sector says that it happens and another that it does not."""

    tier: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


def giving_way(statements: Iterable[Said]) -> tuple[Said, ...]:
    """The practice statements; `unaware` is among them only where there is no other."""
    practice = tuple(s for s in statements if s.practice is not None)
    informed = tuple(s for s in practice if s.practice is not Stance.UNAWARE)
    return informed or practice


def practised(practice: Iterable[Said]) -> Iterator[Telling]:
    """Who says what of practice."""
    for statement in practice:
        if statement.practice is not None:
            yield statement.passage.sector, statement.passage.voice, statement.practice


def voice_positions(tellings: Iterable[Telling]) -> dict[tuple[str, Voice], Position]:
    """A voice that always says the same stands there, any other stands between."""
    found: dict[tuple[str, Voice], Position] = {}
    for sector, voice, stance in tellings:
        key, position = (sector, voice), _POSITION[stance]
        found[key] = position if found.get(key, position) is position else Position.PARTLY
    return found


def sector_positions(voices: VoicePositions) -> dict[str, Position]:
    """A sector whose voices are alike stands with them, any other stands between."""
    found: dict[str, Position] = {}
    for (sector, _), position in voices.items():
        found[sector] = position if found.get(sector, position) is position else Position.PARTLY
    return found


def joint_position(sectors: SectorPositions) -> Position:
    """Where all sectors stand together: happens, absent, or between; unknown without any."""
    positions = frozenset(sectors.values())
    if not positions:
        return Position.UNKNOWN
    return next(iter(positions)) if len(positions) == 1 else Position.PARTLY


def disagreement(practice: tuple[Said, ...], tiers: Iterable[str]) -> Disagreement | None:
    """Look in every tier, at its own statements and the untiered ones."""
    stances = {_POSITION[s.practice] for s in practice if s.practice is not None}
    # Most findings have but one side, and need no walk through the tiers.
    if not {Position.HAPPENS, Position.ABSENT} <= stances:
        return None
    for tier in tiers:
        own = (statement for statement in practice if statement.tier in (tier, None))
        here = sector_positions(voice_positions(practised(own)))
        yes, no = standing(here, Position.HAPPENS), standing(here, Position.ABSENT)
        if yes and no:
            return Disagreement(tier, yes, no)
    return None


def standing(sectors: SectorPositions, position: Position) -> tuple[str, ...]:
    """The sectors that stand at a position, by name."""
    return tuple(sorted(s for s, where in sectors.items() if where is position))
