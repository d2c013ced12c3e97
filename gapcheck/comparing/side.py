"""One of the two states, laid out so that it can be judged and taken apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from gapcheck.assess.as_at import as_at as day_for
from gapcheck.assess.as_at import newest_days
from gapcheck.assess.fieldwork import Fieldwork, fieldwork
from gapcheck.comparing.settled import NO_DAY, Held, settled
from gapcheck.model.comparison import State
from gapcheck.model.corpus import Corpus
from gapcheck.model.settings import Settings
from gapcheck.model.study import Imperative, Partnership

Pair = tuple[str, str]
"""A source and an excerpt."""


@dataclass(frozen=True, slots=True)
class Read:
    """A state as it was read: the study, the day of its run, and the files with errors."""

    state: State
    corpus: Corpus
    today: date
    spoilt: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """One partnership on one side: its sources by id, its as-at day, what two people coded."""

    partnership: Partnership
    settings: Settings
    clock: date | None
    sources: Mapping[str, Held]
    twice: frozenset[Pair]
    speaking: Mapping[str, frozenset[str]]
    spoilt: frozenset[str]

    def work(self) -> Fieldwork:
        """Its evidence, ready to be judged."""
        return judged_at(
            fieldwork(
                self.partnership,
                [held.source for held in self.sources.values()],
                self.settings,
                # What is dated later is silent already.
                as_at=date.max,
                today=NO_DAY,
                double_coded=self.twice,
            ),
            self.clock,
        )


def judged_at(work: Fieldwork, clock: date | None) -> Fieldwork:
    """The same evidence as at another day."""
    return replace(work, as_at=clock)


def imperatives(corpus: Corpus) -> dict[str, Imperative]:
    """All imperatives by their full names, in the order of a report."""
    ordered = sorted(corpus.policies, key=lambda policy: policy.id)
    return {one.name: one for policy in ordered for one in policy.imperatives}


def places(read: Read) -> dict[str, Place]:
    """The partnerships of a state by their ids, in order."""
    corpus, given = read.corpus, read.state.as_at
    days = newest_days(corpus.sources, read.today)
    found: dict[str, dict[str, Held]] = {}
    for source in corpus.sources:
        found.setdefault(source.lsp, {})[source.id] = settled(source, read.today, given)
    return {
        one.id: Place(
            one,
            corpus.settings,
            day_for(one.id, days, given),
            found.get(one.id, {}),
            frozenset(_twice(corpus, one.id)),
            _speaking(found.get(one.id, {})),
            read.spoilt,
        )
        for one in sorted(corpus.partnerships, key=lambda one: one.id)
    }


def _twice(corpus: Corpus, lsp: str) -> Iterator[Pair]:
    for coding in corpus.second_codings:
        if coding.lsp == lsp:
            yield from ((coding.source, excerpt) for excerpt, _ in coding.codes)


def _speaking(sources: Mapping[str, Held]) -> dict[str, frozenset[str]]:
    """By imperative, the sources in which anything speaks to it, or that asked about it."""
    found: dict[str, set[str]] = {}
    for name, held in sources.items():
        for imperative in held.source.asked:
            found.setdefault(imperative, set()).add(name)
        for excerpt in held.source.excerpts:
            for code in excerpt.codes or ():
                found.setdefault(code.imperative, set()).add(name)
    return {imperative: frozenset(names) for imperative, names in found.items()}
