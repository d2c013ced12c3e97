"""What coders made of each imperative, over many excerpts: counted, since most said nothing of it.

A study has ten thousand excerpts and a hundred imperatives, but an excerpt is coded for one or
two. Where nobody coded it for an imperative that applies to it, all have the same to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Set

from gapcheck.assess.agreement.units import Shared
from gapcheck.model.agreement import NOT_CODED, Question

Said = tuple[str, ...]
"""The categories of some coders, each in their place."""

Reviewers = Callable[[Shared], Said]
"""Whose codes of an excerpt are compared; fewer than two where it is no unit."""


def by_imperative(units: Iterable[Shared], who: Reviewers) -> dict[str, Counter[Said]]:
    """By imperative that anybody named what was said of it, and how often; settled ones are out."""
    found: dict[str, Counter[Said]] = {}
    silent: Counter[tuple[frozenset[str], int]] = Counter()
    spoken: Counter[tuple[str, int]] = Counter()
    for one in units:
        coders = who(one)
        if len(coders) < 2:
            continue
        silent[one.applies, len(coders)] += 1
        named = one.named(coders)
        for name in named | one.settled.keys():
            spoken[name, len(coders)] += name in one.applies
        for name in named:
            said = found.setdefault(name, Counter())
            if name not in one.settled:
                said[tuple(one.category(coder, name) for coder in coders)] += 1
    for (applies, coders_), times in silent.items():
        for name in found.keys() & applies:
            found[name][(NOT_CODED,) * coders_] += times
    for (name, coders_), times in spoken.items():
        if name in found:
            found[name][(NOT_CODED,) * coders_] -= times
    return {name: +said for name, said in found.items()}


def by_excerpt(one: Shared, coders: Said, imperatives: Set[str]) -> Counter[Said]:
    """What some coders said of one excerpt, over all these imperatives that concern it."""
    named = one.named(coders) & imperatives
    found = Counter(
        tuple(one.category(coder, name) for coder in coders)
        for name in named
        if name not in one.settled
    )
    silent = len((one.applies & imperatives) - named - one.settled.keys())
    if silent:
        found[(NOT_CODED,) * len(coders)] += silent
    return found


def answers(question: Question, said: Mapping[Said, int]) -> Counter[Said]:
    """What categories answer to a question; who has no answer is left out of a unit."""
    found: Counter[Said] = Counter()
    for each, times in said.items():
        found[_answer(question, each)] += times
    return found


def _answer(question: Question, said: Said) -> Said:
    if question is Question.PRESENCE:
        return tuple(each if each == NOT_CODED else "coded" for each in said)
    if question is Question.STANCE:
        return tuple(each for each in said if each != NOT_CODED)
    return said
