"""What sectors and voices said, counted for a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from gapcheck.assess import wording
from gapcheck.assess.case import Case
from gapcheck.assess.fieldwork import Voice
from gapcheck.assess.statements import Said, population_of
from gapcheck.model.choices import Position
from gapcheck.model.finding import SectorView, VoiceView


def sector_views(case: Case) -> tuple[SectorView, ...]:
    """Every sector that speaks of practice, with how many of its voices said what."""
    counts: Counter[tuple[str, Position]] = Counter()
    unaware: Counter[str] = Counter()
    # They count as absent, and are still told apart from those who say no.
    if case.unaware_alone:
        unaware.update(sector for sector, _ in case.voices)
    else:
        counts.update((sector, position) for (sector, _), position in case.voices.items())
        unaware.update(sector for sector, _ in _set_aside(case))
    sectors = wording.in_order({*case.sectors, *unaware}, case.question.vocabulary.sectors)
    return tuple(
        SectorView(
            sector,
            case.sectors.get(sector),
            counts[sector, Position.HAPPENS],
            counts[sector, Position.PARTLY],
            counts[sector, Position.ABSENT],
            unaware[sector],
        )
        for sector in sectors
    )


def _set_aside(case: Case) -> set[tuple[str, Voice]]:
    """The voices that know of nothing and have no other practice statement."""
    keys = {_key(statement) for statement in case.admissible if case.sets_aside(statement)}
    return keys.difference(case.voices)


def voice_views(case: Case) -> tuple[VoiceView, ...]:
    """Every voice that may be used, by sector; without a position where none counts."""
    if case.out_of_scope is not None:
        return ()
    said: dict[tuple[str, Voice], list[Said]] = {}
    for statement in case.admissible:
        said.setdefault(_key(statement), []).append(statement)
    order = wording.in_order({sector for sector, _ in said}, case.question.vocabulary.sectors)
    keys = sorted(said, key=lambda key: (order.index(key[0]), key[1]))
    return tuple(_voice(key, said[key], case) for key in keys)


def _voice(key: tuple[str, Voice], said: list[Said], case: Case) -> VoiceView:
    roles = {s.passage.speaker.role for s in said if s.passage.speaker}
    return VoiceView(
        key[0],
        case.voices.get(key),
        tuple(sorted({s.passage.source.id for s in said})),
        # Several roles in one voice are a group: none of them speaks for it.
        roles.pop() if len(roles) == 1 else None,
        max((of for s in said if (of := population_of(s))), default=None),
    )


def on_paper(case: Case) -> tuple[str, ...]:
    """The sectors that show adoption and say nothing of practice."""
    if case.out_of_scope is not None:
        return ()
    sectors: Iterable[str] = (s.passage.sector for s in case.admissible if s.adoption)
    return wording.in_order(set(sectors).difference(case.sectors), case.question.vocabulary.sectors)


def _key(statement: Said) -> tuple[str, Voice]:
    return statement.passage.sector, statement.passage.voice
