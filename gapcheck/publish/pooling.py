"""Sectors so small that their names single people out, told together under one name.

Without role and tier a speaker is still one of the few of a small sector. The smallest sectors
are then taken together until they have enough people to hide among, and are one sector wherever a
sector is named. Which of them spoke, and which of them was not heard, is told nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from gapcheck.model.choices import Position
from gapcheck.model.finding import Concern, Finding, SectorView, Statement, Voices
from gapcheck.model.study import Imperative
from gapcheck.publish.disclosure import Sizes

POOL = "smaller-sectors"
LABEL = "Smaller sectors"

Pool = frozenset[str]
"""The sectors that are told as one; empty where every name may stand."""

_SENTENCES = {
    "single-voice": "Only one voice speaks of practice.",
    "sectors-disagree": "In one tier one sector says that it happens and another that it does not. "
    "Numbers do not settle it; both sides are shown.",
    "mixed-practice": "Not every sector says that it happens.",
}
"""Why a rule fired, without the names of sectors."""


def pool(sizes: Sizes, least: int) -> Pool:
    """The smallest sectors, as many as have `least` people together; none where none is small."""
    taken: dict[str, int] = {}
    for name, size in sorted(sizes.items(), key=lambda pair: (pair[1], pair[0])):
        if size >= least and (not taken or sum(taken.values()) >= least):
            break
        taken[name] = size
    return frozenset(taken)


def renamed(sectors: Iterable[str], together: Pool) -> tuple[str, ...]:
    """Sectors by the names that may stand, each once."""
    return tuple(dict.fromkeys(POOL if each in together else each for each in sectors))


def unnamed_why(finding: Finding) -> str:
    """Why the rule fired, in a sentence that names no sector."""
    return _SENTENCES.get(finding.rule, finding.why)


def pooled(finding: Finding, together: Pool) -> Finding:
    """A finding in which the sectors of a pool are one."""
    if not together:
        return finding

    def mine(name: str) -> str:
        return POOL if name in together else name

    spoke = {view.sector for view in finding.sectors}
    doubtful = _bears_on(finding.imperative, together)
    return replace(
        finding,
        why=unnamed_why(finding) if together & spoke else finding.why,
        concerns=tuple(_told(finding.concerns, doubtful)),
        voice_views=tuple(replace(v, sector=mine(v.sector)) for v in finding.voice_views),
        sectors=_views(finding.sectors, mine),
        on_paper=renamed(finding.on_paper, together),
        statements=_statements(finding.statements, mine),
        negative_case=_statements(finding.negative_case, mine),
        voices=_voices(finding.voices, together, doubtful),
    )


def _statements(told: Iterable[Statement], mine: Callable[[str], str]) -> tuple[Statement, ...]:
    return tuple(replace(each, sector=mine(each.sector)) for each in told)


def _views(views: Iterable[SectorView], mine: Callable[[str], str]) -> tuple[SectorView, ...]:
    found: dict[str, SectorView] = {}
    for view in views:
        name = mine(view.sector)
        own = replace(view, sector=name)
        found[name] = _joined(found[name], own) if name in found else own
    return tuple(found.values())


def _joined(one: SectorView, other: SectorView) -> SectorView:
    positions = {each.position for each in (one, other)} - {None}
    return SectorView(
        one.sector,
        positions.pop() if len(positions) == 1 else Position.PARTLY if positions else None,
        (one.happens or 0) + (other.happens or 0),
        (one.partly or 0) + (other.partly or 0),
        (one.absent or 0) + (other.absent or 0),
        (one.unaware or 0) + (other.unaware or 0),
    )


def _bears_on(imperative: Imperative, together: Pool) -> bool:
    """Whether who of those obliged or meant was heard would tell which of the pool spoke."""
    return bool(together.intersection((*imperative.actors, *imperative.beneficiaries))) or (
        "partnership" in imperative.actors
    )


def _told(concerns: Iterable[Concern], doubtful: bool) -> Iterable[Concern]:
    return (each for each in concerns if not (doubtful and each.component == "cap"))


def _voices(voices: Voices, together: Pool, doubtful: bool) -> Voices:
    heard = renamed(voices.heard, together)
    unheard = tuple(each for each in renamed(voices.unheard, together) if each not in heard)
    return Voices(heard, unheard, () if doubtful else voices.flags)
