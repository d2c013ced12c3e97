"""How figures are told: never as all or none where they are not, and never without a reason."""

from __future__ import annotations

import pytest

from gapcheck.model.agreement import (
    Coefficient,
    Interval,
    NoInterval,
    Reliability,
    Side,
    Undefined,
)
from gapcheck.reports import agreement_words

NONE = Coefficient(0, Undefined.NO_UNIT)
ONE = Coefficient(3, Undefined.ONE_CATEGORY)


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0 %"), (0.001, "1 %"), (0.5, "50 %"), (0.666, "67 %"), (0.9999, "99 %"), (1, "100 %")],
)
def test_percent(value: float, said: str) -> None:
    assert agreement_words.percent(Coefficient(9, value)) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.4915, ".49"),
        (1.0, "1.00"),
        (0.0, "0.00"),
        (-0.001, "0.00"),
        (-0.333, "-.33"),
        (-1.0, "-1.00"),
        (10 / 9, "1.11"),
    ],
)
def test_a_coefficient(value: float, said: str) -> None:
    assert agreement_words.coefficient(Coefficient(9, value)) == said


def test_what_is_undefined_has_its_reason() -> None:
    assert agreement_words.percent(NONE) == "undefined: nothing to compare"
    assert agreement_words.coefficient(ONE) == "undefined: only one category was used"
    every = {*Undefined, *NoInterval}
    assert every == set(agreement_words.UNDEFINED)
    # The spelling of both goes into one key of the JSON each.
    assert {str(one) for one in Undefined}.isdisjoint(str(one) for one in NoInterval)


def test_an_interval() -> None:
    known = Reliability(Coefficient(9, 0.5), Interval(-0.02, 0.9, 1000), 9)
    assert agreement_words.interval(known) == "-.02 to .90"
    unknown = Reliability(ONE, NoInterval.NO_COEFFICIENT, 3)
    assert agreement_words.interval(unknown) == "no coefficient, so no interval"


def test_a_side() -> None:
    assert agreement_words.side(Side("ab", "absent")) == "absent"
    assert (
        agreement_words.side(Side("ab", "absent", memo="Read\n twice. ")) == "absent: Read twice."
    )
