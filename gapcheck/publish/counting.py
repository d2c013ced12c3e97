"""Whether the numbers of people in a finding may be told: all of them, or none.

Counts of one finding bound one another. Any verdict but too little heard needs two voices, the
tiers part the same voices as the sectors do, and a barrier has no more voices than were heard: who
is told two numbers can often work out a third. So where one of them is too small none is told,
and a number that is not told may be any.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.model.choices import Position
from gapcheck.model.finding import Finding, SectorView, Statement
from gapcheck.publish.ground import Ground
from gapcheck.publish.people import is_small, is_spoken


@dataclass(frozen=True, slots=True)
class Numbers:
    """Whether people speak in a finding, one alone on practice, too few of a sector or a tier.

    `many` are the tiers in which enough people speak for themselves.
    """

    people: bool
    alone: bool
    few_in_tier: bool
    few: bool
    many: frozenset[str]


def numbers(finding: Finding, ground: Ground) -> Numbers:
    """Look at every number of people in a finding; papers and surveys are none."""
    admitted = [each for each in finding.statements if each.excluded is None]
    cells, tiers = list(_cells(finding, ground)), dict(_tiers(finding, admitted))
    few_in_tier = any(is_small(people, ground.least) for people in tiers.values())
    spoken = any(is_spoken(each.kind) for each in admitted)
    return Numbers(
        people=spoken or any(people > 0 for people in (*cells, *tiers.values())),
        alone=_alone(admitted),
        few_in_tier=few_in_tier,
        few=few_in_tier or any(is_small(people, ground.least) for people in cells),
        many=frozenset(tier for tier, people in tiers.items() if people >= ground.least),
    )


def _cells(finding: Finding, ground: Ground) -> Iterator[int]:
    """The people behind each number of each sector: its voices without the papers."""
    papers = Counter(
        (voice.sector, voice.position)
        for voice in finding.voice_views
        if not ground.is_person(voice.sources)
    )
    for view in finding.sectors:
        for position, voices in _positions(view):
            yield voices - papers[view.sector, position]
        yield view.unaware or 0


def _positions(view: SectorView) -> tuple[tuple[Position, int], ...]:
    return (
        (Position.HAPPENS, view.happens or 0),
        (Position.PARTLY, view.partly or 0),
        (Position.ABSENT, view.absent or 0),
    )


def _tiers(finding: Finding, admitted: list[Statement]) -> Iterator[tuple[str, int]]:
    papers: dict[str | None, set[str]] = {}
    for each in admitted:
        if not is_spoken(each.kind) and _practised(each):
            papers.setdefault(each.tier, set()).add(each.source)
    for view in finding.tiers:
        yield view.tier, (view.voices or 0) - len(papers.get(view.tier, ()))


def _practised(statement: Statement) -> bool:
    return statement.practice is not None and not statement.set_aside


def _alone(admitted: list[Statement]) -> bool:
    """Whether one voice alone speaks of practice, and it is a person's."""
    speaking = {each.voice: each.kind for each in admitted if _practised(each)}
    return len(speaking) == 1 and all(is_spoken(kind) for kind in speaking.values())
