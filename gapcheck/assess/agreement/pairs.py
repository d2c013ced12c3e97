"""Two coders over the excerpts that both reviewed: what is a unit of theirs, and the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from gapcheck.assess.agreement.kappa import kappa
from gapcheck.assess.agreement.percent import alike, percent
from gapcheck.assess.agreement.units import Shared
from gapcheck.model.agreement import (
    NOT_CODED,
    Compared,
    ImperativeAgreement,
    Left,
    PairAgreement,
    Question,
)
from gapcheck.model.study import Imperative

Pair = tuple[str, str]


def pairs_of(units: Iterable[Shared], asked: Sequence[str]) -> tuple[Pair, ...]:
    """The pairs of coders of any source: those with the one who is asked for, or among several."""
    every = {pair for one in units for pair in combinations(sorted(set(one.coders)), 2)}
    return tuple(sorted(pair for pair in every if _meant(pair, asked)))


def _meant(pair: Pair, asked: Sequence[str]) -> bool:
    if len(asked) == 1:
        return asked[0] in pair
    return not asked or set(pair) <= set(asked)


def of_both(units: Iterable[Shared], pair: Pair) -> list[Shared]:
    """The excerpts that both reviewed and that consent admits: the only ones to be compared."""
    return [one for one in units if _left(one, pair) is None and set(pair) <= set(one.coders)]


def pair_agreement(
    units: Sequence[Shared], pair: Pair, imperatives: Mapping[str, Imperative]
) -> PairAgreement:
    """The figures of two coders for each imperative that either of them coded."""
    theirs = [one for one in units if set(pair) <= set(one.coders)]
    left = Counter(reason for one in theirs if (reason := _left(one, pair)))
    both = of_both(theirs, pair)
    named = {name for one in both for name in one.named(pair)}
    return PairAgreement(
        pair,
        len({(one.source.lsp, one.source.id) for one in theirs}),
        len(both),
        tuple((reason, left[reason]) for reason in Left if left[reason]),
        tuple(
            _on(imperative, [one for one in both if one.concerns(name)], pair)
            for name, imperative in imperatives.items()
            if name in named
        ),
    )


def _left(one: Shared, pair: Pair) -> Left | None:
    """Why an excerpt of a source that both coded in is no unit of theirs."""
    if one.admitted is None:
        return Left.CONSENT
    first, second = (coder in one.codes for coder in pair)
    if first and second:
        return None
    if first:
        return Left.SECOND_NOT_REVIEWED
    return Left.FIRST_NOT_REVIEWED if second else Left.NEITHER_REVIEWED


def _on(imperative: Imperative, units: Sequence[Shared], pair: Pair) -> ImperativeAgreement:
    name = imperative.name
    open_ = [one for one in units if one.settled(name) is None]
    said = [(one.category(pair[0], name), one.category(pair[1], name)) for one in open_]
    return ImperativeAgreement(
        imperative,
        tuple((question, _compared(question, said)) for question in Question),
        len(units) - len(open_),
    )


def _compared(question: Question, said: Sequence[Pair]) -> Compared:
    values = [
        (seen[0], seen[1]) for each in said if len(seen := answers(question, each)) == len(each)
    ]
    return Compared(alike(values), percent(values), kappa(values))


def answers(question: Question, said: Iterable[str]) -> tuple[str, ...]:
    """What coders' categories answer to a question; who has no answer is left out of them."""
    if question is Question.PRESENCE:
        return tuple(each if each == NOT_CODED else "coded" for each in said)
    if question is Question.STANCE:
        return tuple(each for each in said if each != NOT_CODED)
    return tuple(said)
