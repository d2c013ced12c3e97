"""Agreement between the coders of a study: from a corpus to what they differ over, and how far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gapcheck.assess.agreement.differing import disagreements
from gapcheck.assess.agreement.pairs import Pair, pair_agreement, pairs_of
from gapcheck.assess.agreement.reliability import for_each, overall
from gapcheck.assess.agreement.units import Shared, by_the_same, shared
from gapcheck.model.agreement import Agreement, Idle, Question, Scope
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Imperative


def agreement(corpus: Corpus, scope: Scope, today: date) -> Agreement:
    """Compare everybody's codes with everybody else's, on what was asked for.

    `today` decides which embargoes are over.
    """
    units = shared(corpus, scope.lsps, today)
    pairs = pairs_of(units, scope.coders)
    partnerships = (each for each in corpus.partnerships if not scope.lsps or each.id in scope.lsps)
    found = Agreement(
        corpus.settings,
        scope,
        tuple(sorted(partnerships, key=lambda each: each.id)),
        same_coder=by_the_same(corpus, scope.lsps),
    )
    if idle := _idle(units, pairs, found):
        return replace(found, idle=idle)
    return _compared(found, units, pairs, _imperatives(corpus, scope))


def _idle(units: Sequence[Shared], pairs: Sequence[Pair], found: Agreement) -> Idle | None:
    if not units:
        return Idle.SAME_CODER if found.same_coder else Idle.NO_SECOND_CODER
    return None if pairs else Idle.NOT_ASKED_FOR


def _compared(
    found: Agreement,
    units: Sequence[Shared],
    pairs: Sequence[Pair],
    imperatives: dict[str, Imperative],
) -> Agreement:
    every = disagreements(units, pairs, imperatives)
    asked = found.scope.coders
    compared = tuple(pair_agreement(units, pair, imperatives) for pair in pairs)
    each_alone = for_each(units, imperatives, asked)
    return replace(
        found,
        open=tuple(one for one in every if not one.agreed_by),
        settled=tuple(one for one in every if one.agreed_by),
        pairs=compared,
        overall=tuple((each, overall(units, each_alone, each, asked)) for each in Question),
        imperatives=tuple((imperatives[name], own) for name, own in each_alone.items()),
        idle=None if any(each.excerpts for each in compared) else Idle.NOTHING_SHARED,
    )


def _imperatives(corpus: Corpus, scope: Scope) -> dict[str, Imperative]:
    """Those that were asked for by full name, in the order of the policies."""
    return {
        one.name: one
        for policy in sorted(corpus.policies, key=lambda each: each.id)
        if not scope.policies or policy.id in scope.policies
        for one in policy.imperatives
        if not scope.topics or not set(scope.topics).isdisjoint(one.topics)
    }
