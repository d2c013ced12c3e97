"""Two coders over the excerpts that both reviewed: what is a unit of theirs, and the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from gapcheck.assess.agreement.cells import Said, answers, by_imperative
from gapcheck.assess.agreement.kappa import kappa
from gapcheck.assess.agreement.percent import alike, percent
from gapcheck.assess.agreement.units import Shared
from gapcheck.model.agreement import (
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
    said = by_imperative(both, lambda _: pair)
    settled = Counter(name for one in both for name in one.settled)
    return PairAgreement(
        pair,
        len({(one.source.lsp, one.source.id) for one in theirs}),
        len(both),
        tuple((reason, left[reason]) for reason in Left if left[reason]),
        tuple(
            ImperativeAgreement(
                imperative,
                tuple((question, _compared(question, said[name])) for question in Question),
                settled[name],
            )
            for name, imperative in imperatives.items()
            if name in said
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


def _compared(question: Question, said: Mapping[Said, int]) -> Compared:
    # Where one of the two has no answer there is nothing to cross.
    table = {
        (each[0], each[1]): times
        for each, times in answers(question, said).items()
        if len(each) == 2
    }
    return Compared(alike(table), percent(table), kappa(table))
