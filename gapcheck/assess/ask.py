"""Whom to ask next: the sectors and tiers that a doubtful finding has not heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from gapcheck.assess import wording
from gapcheck.assess.case import Case
from gapcheck.assess.hearing import HEARING, expected
from gapcheck.assess.obliged import is_obliged
from gapcheck.assess.rules import Rule
from gapcheck.model.choices import Group, Modality, Rung, Verdict
from gapcheck.model.finding import Ask
from gapcheck.model.settings import TIERS
from gapcheck.model.study import Imperative, Partnership

_AT_MOST = 4
_OBLIGED, _OPEN = "Obliged, and not asked.", "Free to do it, and not asked."
_MEANT, _MEMBER = "Meant for them, who were not asked.", "A member, and not asked."
_PAPER = "Ask for the paper itself: that would show it."


def ask_next(
    case: Case, rule: Rule, heard: frozenset[str], partnership: Partnership, *, fragile: bool
) -> tuple[Ask, ...]:
    """At most four questions: first sectors not heard at all, then tiers not heard from."""
    if not fragile and rule.verdict.group not in (Group.UNKNOWN, Group.CONTESTED):
        return ()
    order = _in_turn(case, partnership)
    asks = chain(_sectors(_shared(order, heard, case), case), _tiers(order, heard, case))
    found = tuple(Ask(sector, tier, why) for sector, tier, why in islice(asks, _AT_MOST))
    if rule.verdict is Verdict.NO_EVIDENCE and case.question.imperative.demands is Rung.ADOPTED:
        # A paper is shown, not told of: whoever is asked first may have it.
        found = tuple(replace(one, why=f"{one.why} {_PAPER}") for one in found[:1]) + found[1:]
    return found


def _in_turn(case: Case, partnership: Partnership) -> tuple[str, ...]:
    """The obliged before those it is meant for, and these before the other members."""
    imperative, words = case.question.imperative, case.question.vocabulary
    sectors = wording.in_order(expected(imperative, partnership), words.sectors)
    return tuple(sorted(sectors, key=lambda sector: _turn(sector, imperative)))


def _turn(sector: str, imperative: Imperative) -> int:
    if is_obliged(sector, imperative):
        return 0
    return 1 if sector in imperative.beneficiaries else 2


def _shared(order: tuple[str, ...], heard: frozenset[str], case: Case) -> list[str]:
    """The unheard: two of the obliged and two of those it is meant for before any more of either.

    Where a whole partnership is obliged its members would else crowd out whom it is meant for.
    """
    turns: tuple[list[str], ...] = ([], [], [])
    for sector in order:
        if sector not in heard:
            turns[_turn(sector, case.question.imperative)].append(sector)
    obliged, meant, others = turns
    return [*obliged[:2], *meant[:2], *obliged[2:], *meant[2:], *others]


def _sectors(unheard: list[str], case: Case) -> Iterator[tuple[str, str | None, str]]:
    imperative = case.question.imperative
    duty = _OPEN if imperative.modality is Modality.MAY else _OBLIGED
    reasons = (duty, _MEANT, _MEMBER)
    for sector in unheard:
        yield sector, imperative.tier, reasons[_turn(sector, imperative)]


def _tiers(
    order: tuple[str, ...], heard: frozenset[str], case: Case
) -> Iterator[tuple[str, str | None, str]]:
    labels, expected_tier = case.question.vocabulary.tiers, case.question.imperative.tier
    spoken = {
        (s.passage.sector, s.tier) for s in case.admissible if s.passage.source.kind in HEARING
    }
    if expected_tier is not None:
        label = labels.get(expected_tier, expected_tier)
        for sector in order:
            if sector in heard and (sector, expected_tier) not in spoken:
                why = f"It was not heard from the tier where practice is expected: {label}."
                yield sector, expected_tier, why
        return
    beneficiaries = case.question.imperative.beneficiaries
    nearest = next((sector for sector in order if sector in beneficiaries), next(iter(order), None))
    # From the street upwards: the board is seldom the one that was left out.
    for tier in reversed(TIERS):
        if nearest is not None and tier not in {where for _, where in spoken}:
            yield nearest, tier, f"Nobody was heard from this tier: {labels.get(tier, tier)}."
