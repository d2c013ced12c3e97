"""What is decided, key by key, and the change that it comes to."""

from __future__ import annotations

import pytest

from gapcheck.amend.change import Change, NewCode
from gapcheck.diagnostic import Location
from gapcheck.model.choices import Basis, Modality, Nation, Rung, Stance
from gapcheck.model.dates import PartialDate, Period
from gapcheck.model.study import Imperative, Indicator, Share
from gapcheck.review.decision import NOTHING, Decision


def imperative(name: str, *indicators: str) -> Imperative:
    return Imperative(
        name,
        "guidance",
        "para 1",
        "Do it.",
        ("council",),
        Modality.SHOULD,
        Nation.ENGLAND,
        Period(PartialDate.parse("2001")),
        Location("policies/guidance.yaml"),
        indicators=tuple(Indicator(one, one) for one in indicators),
    )


SEATS, PAPERS = imperative("seats", "vote", "chair"), imperative("papers")


@pytest.mark.parametrize(
    ("decision", "missing"),
    [
        (NOTHING, "Choose an imperative first, or 0 where it speaks to none."),
        (
            NOTHING.saying(Stance.ABSENT),
            "Choose an imperative first, or 0 where it speaks to none.",
        ),
        (NOTHING.on(SEATS), "Say first what it says about practice: h, p, a, o or u."),
        (NOTHING.on(SEATS).saying(Stance.ABSENT), ""),
        (NOTHING.on(SEATS).sharing(Share(19, 38)), ""),
        (NOTHING.on_none(), ""),
        (NOTHING.on_none().on(SEATS), "Say first what it says about practice: h, p, a, o or u."),
    ],
)
def test_what_is_missing(decision: Decision, missing: str) -> None:
    assert decision.missing == missing


def test_nothing_is_preset() -> None:
    assert not NOTHING.begun
    assert NOTHING.on(SEATS).begun
    assert NOTHING.on(SEATS).change("x1", short=True).codes == (NewCode("guidance/seats", "seats"),)


def test_a_stance_and_a_share_take_turns() -> None:
    shared = NOTHING.on(SEATS).saying(Stance.HAPPENS).sharing(Share(19, 38))
    assert (shared.stance, shared.share) == (None, Share(19, 38))
    said = shared.saying(Stance.PARTLY)
    assert (said.stance, said.share) == (Stance.PARTLY, None)


def test_every_basis_and_rung_comes_up_and_then_none() -> None:
    decision, found = NOTHING, []
    for _ in range(5):
        decision = decision.next_basis()
        found.append(decision.basis)
    assert found == [*Basis, None]
    decision, rungs = NOTHING, []
    for _ in range(4):
        decision = decision.next_rung()
        rungs.append(decision.rung)
    assert rungs == [*Rung, None]


def test_indicators_are_those_of_the_imperative() -> None:
    decision = NOTHING.on(SEATS).next_indicator()
    assert decision.indicator == "vote"
    assert decision.next_indicator().indicator == "chair"
    assert decision.next_indicator().next_indicator().indicator is None
    assert decision.on(SEATS).indicator == "vote"
    assert decision.on(PAPERS).indicator is None
    assert NOTHING.next_indicator().indicator is None
    assert NOTHING.on(PAPERS).next_indicator().indicator is None


def test_a_memo_belongs_to_the_code_or_where_there_is_none_to_the_excerpt() -> None:
    noted = Decision(memo="Twice.", barriers=("jargon",), enablers=("lunch",))
    coded = noted.on(SEATS).saying(Stance.ABSENT).change("x1", short=False)
    code = NewCode("guidance/seats", "", stance=Stance.ABSENT, memo="Twice.")
    assert coded == Change("x1", (code,), barriers=("jargon",), enablers=("lunch",))
    assert noted.on_none().change("x1", short=True) == Change(
        "x1", speaks_to_none=True, memo="Twice.", barriers=("jargon",), enablers=("lunch",)
    )


def test_what_belongs_to_a_code_goes_with_it() -> None:
    decision = NOTHING.on(SEATS).saying(Stance.ABSENT).next_basis().next_rung().next_indicator()
    assert decision.on_none() == Decision(speaks_to_none=True)
