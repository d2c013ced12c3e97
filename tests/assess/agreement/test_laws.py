"""What holds of every table, and what is said where there is no number."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.assess.agreement.alpha import Tally, alpha, alpha_of, joined, tally
from gapcheck.assess.agreement.kappa import kappa
from gapcheck.assess.agreement.percent import alike, percent
from gapcheck.model.agreement import Coefficient, Undefined

VALUES = st.sampled_from("abcd")
PAIRS = st.lists(st.tuples(VALUES, VALUES), max_size=30)
UNITS = st.lists(st.lists(VALUES, max_size=5), max_size=20)


def test_nothing_to_compare() -> None:
    none = Coefficient(0, Undefined.NO_UNIT)
    assert percent([]) == kappa([]) == alpha([]) == none
    # One value alone is compared with nothing.
    assert alpha([["a"], []]) == none
    assert none.number is None


def test_one_category_alone() -> None:
    units = [("a", "a")] * 4
    assert percent(units) == Coefficient(4, 1.0)
    assert kappa(units) == alpha(units) == Coefficient(4, Undefined.ONE_CATEGORY)


def test_two_who_never_agree() -> None:
    assert kappa([("a", "b")]) == Coefficient(1, 0.0)
    assert kappa([("a", "b"), ("b", "a")]) == Coefficient(2, -1.0)
    assert alpha([("a", "b")]) == Coefficient(1, 0.0)


def test_two_who_always_agree() -> None:
    units = [("a", "a"), ("b", "b")]
    assert kappa(units) == alpha(units) == Coefficient(2, 1.0)


@given(PAIRS)
def test_it_does_not_matter_who_comes_first(pairs: list[tuple[str, str]]) -> None:
    turned = [(second, first) for first, second in pairs]
    assert kappa(turned) == kappa(pairs)
    assert percent(turned) == percent(pairs)
    assert alpha(turned) == alpha(pairs)


@given(PAIRS, st.randoms())
def test_neither_order_nor_names_matter(pairs: list[tuple[str, str]], drawn: Random) -> None:
    shuffled = list(pairs)
    drawn.shuffle(shuffled)
    renamed = [(f"x{first}", f"x{second}") for first, second in shuffled]
    assert kappa(renamed) == kappa(pairs)
    assert alpha(renamed) == alpha(pairs)


@given(PAIRS)
def test_kappa_by_its_formula(pairs: list[tuple[str, str]]) -> None:
    found = kappa(pairs).number
    if found is None:
        assert len({value for pair in pairs for value in pair}) < 2
        return
    units = len(pairs)
    chance = sum(
        sum(first == value for first, _ in pairs) * sum(second == value for _, second in pairs)
        for value in "abcd"
    ) / (units * units)
    assert found == pytest.approx((alike(pairs) / units - chance) / (1 - chance))
    assert -1 <= found <= 1


@given(UNITS)
def test_alpha_by_the_pairs_themselves(units: list[list[str]]) -> None:
    found = alpha(units).number
    paired = [unit for unit in units if len(unit) > 1]
    values = [value for unit in paired for value in unit]
    if found is None:
        assert len(set(values)) < 2
        return
    weights = (
        (first != second) / (len(unit) - 1)
        for unit in paired
        for first, second in permutations(unit, 2)
    )
    observed = sum(weights) / len(values)
    by_chance = sum(first != second for first, second in permutations(values, 2))
    expected = by_chance / (len(values) * (len(values) - 1))
    assert found == pytest.approx(1 - observed / expected)


@given(UNITS, UNITS)
def test_counts_can_be_joined(one: list[list[str]], other: list[list[str]]) -> None:
    together = joined([tally(one), tally(other)])
    assert together == tally([*one, *other])
    assert alpha_of(together) == alpha([*one, *other])


def test_a_count() -> None:
    found = tally([["a", "a", "b"], ["b"]])
    assert found == Tally(1, found.alike, Counter(a=2, b=1))
    assert found.alike == 1
