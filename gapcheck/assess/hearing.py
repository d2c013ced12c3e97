"""Who was heard on an imperative, and who was not."""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.assess import wording
from gapcheck.assess.case import Case
from gapcheck.assess.obliged import PARTNERSHIP, is_obliged
from gapcheck.assess.statements import Said
from gapcheck.model.choices import SourceKind
from gapcheck.model.finding import Voices
from gapcheck.model.study import Imperative, Partnership

HEARING = frozenset(
    {SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP, SourceKind.OBSERVATION, SourceKind.SURVEY}
)
"""The kinds of source in which somebody is heard; papers and accounts only write."""


def heard(admissible: Iterable[Said], asked: frozenset[str]) -> frozenset[str]:
    """The sectors with an admissible statement from a hearing, and those that were asked."""
    return asked | {s.passage.sector for s in admissible if s.passage.source.kind in HEARING}


def obliged_heard(sectors: Iterable[str], imperative: Imperative) -> bool:
    """Whether any of these sectors is obliged."""
    return any(is_obliged(sector, imperative) for sector in sectors)


def expected(imperative: Imperative, partnership: Partnership) -> frozenset[str]:
    """Whom one would want to hear: the obliged, those it is meant for, and the members.

    An actor `partnership` means its members; where none are known, its officers stand for them.
    """
    sectors = {*imperative.actors, *imperative.beneficiaries} - {PARTNERSHIP}
    # A member without a seat is not missed.
    sectors |= {sector for sector, seats in partnership.members if seats > 0}
    if PARTNERSHIP in imperative.actors and not obliged_heard(sectors, imperative):
        sectors.add(PARTNERSHIP)
    return frozenset(sectors)


def flags(sectors: frozenset[str], imperative: Imperative) -> tuple[str, ...]:
    """The three doubts about hearing, each of which caps confidence."""
    doubts = {
        "actor-unheard": not obliged_heard(sectors, imperative),
        "beneficiary-unheard": not sectors.issuperset(imperative.beneficiaries),
        "one-sector": len(sectors) == 1,
    }
    return tuple(flag for flag, holds in doubts.items() if holds)


def voices(case: Case, sectors: frozenset[str], partnership: Partnership) -> Voices:
    """Heard and unheard sectors in the vocabulary's order, with the flags."""
    if case.out_of_scope is not None:
        return Voices()
    imperative, words = case.question.imperative, case.question.vocabulary
    return Voices(
        wording.in_order(sectors, words.sectors),
        wording.in_order(expected(imperative, partnership) - sectors, words.sectors),
        flags(sectors, imperative),
    )
