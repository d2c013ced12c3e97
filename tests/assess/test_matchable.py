"""What a matcher may look at: consent, scope and time, one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gapcheck.assess.matchable import matchables
from gapcheck.model.choices import Nation, QuoteConsent
from gapcheck.model.study import Scope, Source
from gapcheck.model.suggestion import Matchable

from .builders import (
    NAME,
    TODAY,
    code,
    consent,
    corpus,
    excerpt,
    imperative,
    partnership,
    policy,
    source,
    speaker,
    when,
)


def found(*sources: Source, today: date = TODAY, **changes: object) -> tuple[Matchable, ...]:
    held = corpus(*sources, **changes)
    return matchables(held, today)


def interview(**changes: object) -> Source:
    return source("int-01", "interview", excerpt("x1"), **changes)


@pytest.mark.parametrize(
    ("promised", "looked_at"),
    [
        ({}, True),
        ({"quote": QuoteConsent.NONE}, True),
        ({"archive": True}, True),
        ({"analysis": False}, False),
        ({"withdrawn": True}, False),
        ({"embargo_until": (when("2026-01-02"),)}, False),
        ({"embargo_until": (when("2026-01-01"),)}, True),
        ({"embargo_until": (when("2026-01"),)}, False),
    ],
)
def test_consent_says_what_is_looked_at(promised: dict[str, object], looked_at: bool) -> None:
    assert bool(found(interview(consent=consent(**promised)))) == looked_at


def test_of_several_speakers_each_has_their_own_say() -> None:
    said = source(
        "fg-01",
        "focus-group",
        excerpt("x1", speaker="A"),
        excerpt("x2", speaker="B"),
        excerpt("x3", speaker="C"),
        speakers=(
            speaker("A"),
            speaker("B", consent=consent(analysis=False)),
            speaker("C", consent=consent(quote=QuoteConsent.NONE)),
        ),
    )
    assert [(one.excerpt.id, one.quotable) for one in found(said)] == [("x1", True), ("x3", False)]


def test_who_speaks_comes_along() -> None:
    (one,) = found(interview(speakers=(speaker("P1", "health"),)))
    assert (one.sector, one.role) == ("health", one.source.speakers[0].role)
    (paper,) = found(source("doc-01", "document", excerpt("x1"), author="council"))
    assert (paper.sector, paper.role) == ("council", None)


@pytest.mark.parametrize(
    ("changes", "applies"),
    [
        ({}, True),
        ({"nation": Nation.WALES}, False),
        ({"nation": Nation.UK}, True),
        ({"applies_to": Scope(kinds=("psb",))}, False),
        ({"applies_to": Scope(designations=("nrf-88",))}, False),
        ({"in_force": "2007.."}, False),
        ({"in_force": "1990..1995"}, False),
        ({"in_force": "1990..2004"}, True),
    ],
)
def test_only_what_applies_can_be_suggested(changes: dict[str, object], applies: bool) -> None:
    one_policy = policy(imperative(**changes))
    (one,) = found(interview(date=when("2004-05-12")), policies=(one_policy,))
    assert one.applies == (frozenset({NAME}) if applies else frozenset())


@pytest.mark.parametrize(
    ("about", "applies"),
    [("2001", True), ("2000", False), ("2003-06", True), ("2003-07", False), ("2000-12", False)],
)
def test_it_must_have_been_in_force_when_it_is_spoken_of(about: str, applies: bool) -> None:
    one_policy = policy(imperative(in_force="2001..2003-06"))
    spoken = source(
        "int-01",
        "interview",
        excerpt("x1", about=when(about)),
        excerpt("x2", about=when("2001-05")),
    )
    one, other = found(spoken, policies=(one_policy,))
    assert bool(one.applies) == applies
    assert other.applies


def test_coded_ones_come_along_for_what_they_teach() -> None:
    said = source("int-01", "interview", excerpt("x1", code()), replace(excerpt("x2"), codes=None))
    assert [one.excerpt.id for one in found(said)] == ["x1", "x2"]


def test_each_partnership_has_its_own_scope() -> None:
    other = partnership(id="dyffryn", nation=Nation.WALES)
    here = interview()
    there = source("int-02", "interview", excerpt("x1"), lsp="dyffryn")
    both = found(here, there, partnerships=(other, partnership()))
    assert {one.source.lsp: bool(one.applies) for one in both} == {
        "dyffryn": False,
        here.lsp: True,
    }
