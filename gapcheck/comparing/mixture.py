"""A finding's ground, mixed from both states: the old one with some of the differences applied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from gapcheck.assess.fieldwork import Fieldwork, fieldwork
from gapcheck.assess.outcome import outcome
from gapcheck.comparing.settled import NO_DAY
from gapcheck.comparing.side import Pair, judged_at
from gapcheck.model.comparison import Cause, Outcome
from gapcheck.model.settings import Settings
from gapcheck.model.study import Excerpt, Imperative, Partnership, Source


@dataclass(frozen=True, slots=True)
class Mixture:
    """All that one finding rests on; `sources` are settled."""

    imperative: Imperative
    partnership: Partnership
    settings: Settings
    sources: Mapping[str, Source]
    twice: frozenset[Pair]
    clock: date | None

    def work(self) -> Fieldwork:
        """The evidence, ready to be judged."""
        found = fieldwork(
            self.partnership,
            self.sources.values(),
            self.settings,
            as_at=date.max,
            today=NO_DAY,
            double_coded=self.twice,
        )
        return judged_at(found, self.clock)

    def judged(self) -> Outcome:
        """What the finding comes to."""
        return outcome(self.work(), self.imperative)

    def with_source(self, name: str, source: Source | None) -> Mixture:
        """The same with one source in the place of what it was, or (None) without it."""
        others = {key: one for key, one in self.sources.items() if key != name}
        return replace(self, sources=others if source is None else {**others, name: source})

    def touched(self, name: str, change: Callable[[Source], Source]) -> Mixture:
        """The same with a change to one source, where it is there."""
        held = self.sources.get(name)
        return self if held is None else self.with_source(name, change(held))


PutIn = Callable[[Mixture], Mixture]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which the states differ, and how it is put into a mixture.

    Any set of differences may be put in, in the order in which they were found.
    """

    cause: Cause
    put_in: PutIn


def mixed(old: Mixture, chosen: Iterable[Difference]) -> Mixture:
    """The old state with some differences put in."""
    for one in chosen:
        old = one.put_in(old)
    return old


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record as it is on the other side."""

    name: str
    value: Any

    def on_source(self, source: Source) -> Source:
        """A source with it."""
        return replace(source, **{self.name: self.value})

    def on_excerpt(self, excerpt: Excerpt) -> Excerpt:
        """An excerpt with it."""
        return replace(excerpt, **{self.name: self.value})

    def on_imperative(self, mixture: Mixture) -> Mixture:
        """A mixture whose imperative has it."""
        edited = replace(mixture.imperative, **{self.name: self.value})
        return replace(mixture, imperative=edited)

    def on_partnership(self, mixture: Mixture) -> Mixture:
        """A mixture whose partnership has it."""
        edited = replace(mixture.partnership, **{self.name: self.value})
        return replace(mixture, partnership=edited)


def with_excerpt(source: Source, name: str, change: Callable[[Excerpt], Excerpt]) -> Source:
    """A source with a change to one of its excerpts, where it is there."""
    changed = tuple(change(one) if one.id == name else one for one in source.excerpts)
    return replace(source, excerpts=changed)
