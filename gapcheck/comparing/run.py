"""Compare two states of a study: judge both, and ask of every finding that differs why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from gapcheck.assess.outcome import outcome
from gapcheck.comparing.both import Both
from gapcheck.comparing.findings import differences, explained
from gapcheck.comparing.of_rules import WORDS, edited
from gapcheck.comparing.renamed import as_named
from gapcheck.comparing.side import Place, Read, imperatives, places
from gapcheck.load.choose import choose, choose_policies, choose_topics
from gapcheck.model.comparison import Cause, CauseKind, Change, Comparison, Lone, Outcome
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Imperative

Key = tuple[str, str]
"""A partnership and an imperative."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the states is compared: all, where nothing is named."""

    lsps: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Judged:
    """One side: its partnerships, its imperatives, and what each finding came to."""

    places: Mapping[str, Place]
    imperatives: Mapping[str, Imperative]
    outcomes: Mapping[Key, Outcome]


def compare(old: Read, new: Read, wanted: Wanted = Wanted()) -> Comparison:
    """The findings that differ between two states, with their causes; UnknownName for a name."""
    meant = _meant(old.corpus, new.corpus, wanted)
    sides = _judged(old, meant), _judged(new, meant)
    was, is_now = sides
    shared = [key for key in is_now.outcomes if key in was.outcomes]
    beside = {key: _beside(sides, key) for key in shared}
    moved = [key for key in shared if was.outcomes[key] != is_now.outcomes[key]]
    changes = tuple(
        explained(beside[key], was.outcomes[key], is_now.outcomes[key]) for key in moved
    )
    every = {**was.places, **is_now.places}
    told = sorted(every.items())
    return Comparison(
        study=new.corpus.settings.title or old.corpus.settings.title,
        old=old.state,
        new=new.state,
        changes=changes,
        appeared=tuple(_lone(is_now, was)),
        vanished=tuple(_lone(was, is_now)),
        unchanged=len(shared) - len(moved),
        idle=_idle(beside.values(), changes),
        names=tuple((name, one.partnership.name) for name, one in told),
        illustrative=tuple(name for name, one in told if one.partnership.illustrative),
        only=(*meant.lsps, *meant.policies, *meant.topics),
    )


def _meant(old: Corpus, new: Corpus, wanted: Wanted) -> Wanted:
    """The names as ids; what only one of the states has may be named too."""
    here = {one.id for one in new.partnerships}, {one.id for one in new.policies}
    gone = tuple(one for one in old.partnerships if one.id not in here[0])
    # What an old policy was about may not be what the new one of its name is.
    policies = (*new.policies, *old.policies)
    every = replace(new, partnerships=(*new.partnerships, *gone), policies=policies)
    return Wanted(
        choose(every, wanted.lsps),
        choose_policies(every, wanted.policies),
        choose_topics(every, wanted.topics),
    )


def _judged(read: Read, meant: Wanted) -> _Judged:
    chosen = {name: one for name, one in imperatives(read.corpus).items() if _asked(one, meant)}
    found = {
        name: one for name, one in places(read).items() if not meant.lsps or name in meant.lsps
    }
    outcomes: dict[Key, Outcome] = {}
    for name, place in found.items():
        work = place.work()
        outcomes |= {(name, key): outcome(work, one) for key, one in chosen.items()}
    return _Judged(found, chosen, outcomes)


def _asked(imperative: Imperative, meant: Wanted) -> bool:
    on = not meant.topics or not set(meant.topics).isdisjoint(imperative.topics)
    return on and (not meant.policies or imperative.policy in meant.policies)


def _beside(sides: tuple[_Judged, _Judged], key: Key) -> Both:
    lsp, name = key
    old, new = (side.places[lsp] for side in sides)
    was, is_now = (side.imperatives[name] for side in sides)
    return Both((was, is_now), (as_named(old, new), new))


def _lone(one: _Judged, other: _Judged) -> Iterator[Lone]:
    for (lsp, name), found in one.outcomes.items():
        if (lsp, name) not in other.outcomes:
            yield Lone(lsp, name, found, lsp in other.places)


def _idle(every: Collection[Both], changes: Collection[Change]) -> tuple[Cause, ...]:
    """What differs and changed nothing, each once."""
    active = {_known(cause) for change in changes for cause in change.causes}
    found: dict[tuple[object, ...], Cause] = {}
    for both in every:
        for one in (*(each.cause for each in differences(both)), *_reworded(both)):
            found.setdefault(_known(one), one)
    order = list(CauseKind)
    kept = [cause for name, cause in found.items() if name not in active]
    return tuple(
        sorted(kept, key=lambda one: (order.index(one.kind), one.lsp, one.source, one.imperative))
    )


def _reworded(both: Both) -> Iterator[Cause]:
    old, new = both.imperatives
    yield from (edited(new, key) for key in WORDS if getattr(old, key) != getattr(new, key))


def _known(cause: Cause) -> tuple[object, ...]:
    return (
        cause.kind,
        cause.what,
        cause.lsp,
        cause.imperative,
        cause.source,
        cause.excerpt,
        cause.before,
        cause.after,
    )
