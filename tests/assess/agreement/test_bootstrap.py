"""Intervals: the same every time, as wide as the excerpts differ, and none where they cannot be."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

import pytest

from gapcheck.assess.agreement.alpha import alpha
from gapcheck.assess.agreement.bootstrap import RESAMPLES, interval
from gapcheck.model.agreement import Interval, NoInterval

from .tables import groups, observed, units
from .test_published import ALPHAS


def coded(number: int, agreeing: float) -> list[list[tuple[str, str]]]:
    """Excerpts with one unit each, on which two people agree about so often."""
    drawn = random.Random(7)
    found = []
    for _ in range(number):
        first = drawn.choice("abc")
        found.append([(first, first if drawn.random() < agreeing else drawn.choice("abc"))])
    return found


def ends(listed: Iterable[Iterable[Sequence[str]]]) -> Interval | NoInterval:
    """The interval of excerpts, each with its units; of a unit the values."""
    return interval(groups(listed))


def between(found: Interval | NoInterval) -> Interval:
    assert isinstance(found, Interval)
    return found


def test_the_same_every_time_and_around_alpha() -> None:
    listed = coded(60, 0.7)
    found = between(interval(groups(listed)))
    assert found == interval(groups(listed))
    assert found == interval(groups(reversed(listed)))
    assert (found.resamples, found.undefined) == (RESAMPLES, 0) == (1000, 0)
    own = alpha(units(unit for group in listed for unit in group)).number
    assert own is not None
    assert found.low < own < found.high


def test_to_the_digit() -> None:
    """The generator is frozen: other digits would be another interval of the same study."""
    rows, _, _ = ALPHAS["C: nominal, four observers, gaps"]
    found = between(interval(groups([unit] for unit in observed(*rows))))
    assert (round(found.low, 4), round(found.high, 4)) == (0.4097, 1.0)


def test_more_excerpts_say_it_more_closely() -> None:
    few, many = between(ends(coded(40, 0.6))), between(ends(coded(400, 0.6)))
    assert many.high - many.low < (few.high - few.low) / 2


def test_codes_on_the_same_words_are_drawn_together() -> None:
    alone = coded(40, 0.5)
    repeated = [group * 10 for group in alone]
    one, other = between(ends(alone)), between(ends(repeated))
    # Ten codes on each excerpt are not ten times the excerpts.
    assert other.high - other.low == pytest.approx(one.high - one.low, rel=0.1)


def test_where_there_is_none() -> None:
    assert ends([]) is NoInterval.NO_COEFFICIENT
    assert ends([["aa"]]) is NoInterval.NO_COEFFICIENT
    assert ends([["ab"], ["a"]]) is NoInterval.ONE_EXCERPT
    assert ends([["aa"], ["bb"]]) is NoInterval.NO_DISAGREEMENT
    rare = [["aa"]] * 20 + [["ab"]]
    assert ends(rare) is NoInterval.TOO_LITTLE_VARIETY


def test_resamples_without_alpha_are_counted() -> None:
    found = between(ends([["aa"]] * 10 + [["ab"]] * 3))
    assert 0 < found.undefined < 100
