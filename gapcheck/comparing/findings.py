"""One finding of both states: what differs in its ground, and what of that made it change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gapcheck.assess.scope import out_of_scope
from gapcheck.assess.statements import Said, said
from gapcheck.comparing.both import Both
from gapcheck.comparing.experiment import Found, smallest
from gapcheck.comparing.horizon import horizon
from gapcheck.comparing.mixture import Difference, Mixture, mixed
from gapcheck.comparing.of_coders import second_coders
from gapcheck.comparing.of_rules import of_clock, of_imperative, of_partnership, of_settings
from gapcheck.comparing.of_sources import Beside, of_source
from gapcheck.comparing.side import judged_at
from gapcheck.model.comparison import Cause, CauseKind, Change, Outcome


def differences(both: Both) -> tuple[Difference, ...]:
    """All in which the grounds of a finding differ, but for the day and what is out of sight."""
    old, new = both.places
    spoilt = old.spoilt, new.spoilt
    found: list[Difference] = []
    for name in sorted(both.speaking):
        held = old.sources.get(name), new.sources.get(name)
        found += of_source(Beside(both.lsp, both.name, name, *held, spoilt))
    found += second_coders(both)
    found += of_imperative(*both.imperatives)
    found += of_partnership(old.partnership, new.partnership)
    found += of_settings(old.settings, new.settings)
    return tuple(found)


def explained(both: Both, before: Outcome, after: Outcome) -> Change:
    """Why a finding changed: the old state is judged again with differences put in."""
    old = _ground(both)
    clocks = (place.clock for place in both.places)
    found = (*differences(both), *horizon(both), *of_clock(*clocks))
    tried: dict[frozenset[int], Outcome] = {}

    def judged(chosen: frozenset[int]) -> Outcome:
        if chosen not in tried:
            tried[chosen] = mixed(old, (found[one] for one in sorted(chosen))).judged()
        return tried[chosen]

    sets = smallest(len(found), lambda chosen: judged(chosen) == after)
    kept = sorted({one for each in sets.enough for one in each})
    causes = tuple(_cause(found, one, sets, old) for one in kept)
    order = sorted(range(len(kept)), key=lambda one: _turn(causes[one]))
    at = {kept[one]: place for place, one in enumerate(order)}
    enough = tuple(sorted(tuple(sorted(at[one] for one in each)) for each in sets.enough))
    return Change(
        both.lsp,
        both.name,
        before,
        after,
        tuple(causes[one] for one in order),
        enough,
        sets.complete,
    )


def _turn(cause: Cause) -> tuple[int, str, int, str]:
    return list(CauseKind).index(cause.kind), cause.source, len(cause.excerpt), cause.excerpt


def _cause(found: tuple[Difference, ...], one: int, sets: Found, old: Mixture) -> Cause:
    cause = found[one].cause
    if cause.what == "as-at":
        # What the day did is seen beside all else that made the change.
        beside = {each for chosen in sets.enough if one in chosen for each in chosen}
        there = mixed(old, (found[each] for each in sorted(beside)))
        cause = replace(cause, touches=tuple(_aged(there, old.clock)))
    alone = (one,) in sets.enough
    return replace(cause, alone=alone, needed=all(one in chosen for chosen in sets.enough))


def _aged(mixture: Mixture, before: date | None) -> Iterator[str]:
    """The excerpts that another day makes stale or fresh, and whether its force had begun."""
    work = mixture.work()
    was = judged_at(work, before)
    if (out_of_scope(mixture.imperative, was) is None) != (
        out_of_scope(mixture.imperative, work) is None
    ):
        yield "force"
    pairs = zip(said(mixture.imperative, was), said(mixture.imperative, work), strict=True)
    told = (_named(two) for one, two in pairs if one.stale != two.stale)
    yield from dict.fromkeys(told)


def _named(one: Said) -> str:
    passage = one.passage
    return f"{'stale' if one.stale else 'fresh'} {passage.source.id} {passage.excerpt.id}"


def _ground(both: Both) -> Mixture:
    old, new = both.places
    excerpts = {(name, one.id) for name, held in old.sources.items() for one in held.raw.excerpts}
    return Mixture(
        both.imperatives[0],
        old.partnership,
        old.settings,
        {name: held.source for name, held in old.sources.items()},
        # Whether two people coded it comes with an excerpt that is new.
        old.twice | {pair for pair in new.twice if pair not in excerpts},
        old.clock,
    )
