"""What holds of every table, and what is said where there is no number."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.assess.agreement.alpha import Tally, alpha, joined, tally
from gapcheck.assess.agreement.kappa import kappa
from gapcheck.assess.agreement.percent import alike, percent
from gapcheck.model.agreement import Coefficient, Undefined

from .tables import units

VALUES = st.sampled_from("abcd")
PAIRS = st.lists(st.tuples(VALUES, VALUES), max_size=30)
UNITS = st.lists(st.lists(VALUES, max_size=5), max_size=20)


def test_nothing_to_compare() -> None:
    none = Coefficient(0, Undefined.NO_UNIT)
    assert percent({}) == kappa({}) == alpha({}) == none
    # One value alone is compared with nothing.
    assert alpha(units(["a", ""])) == none
    assert none.number is None


def test_one_category_alone() -> None:
    table = {("a", "a"): 4}
    assert percent(table) == Coefficient(4, 1.0)
    assert kappa(table) == alpha({("a", "a"): 4}) == Coefficient(4, Undefined.ONE_CATEGORY)


def test_two_who_never_agree() -> None:
    assert kappa({("a", "b"): 1}) == Coefficient(1, 0.0)
    assert kappa({("a", "b"): 1, ("b", "a"): 1}) == Coefficient(2, -1.0)
    assert alpha({("a", "b"): 1}) == Coefficient(1, 0.0)


def test_two_who_always_agree() -> None:
    assert kappa({("a", "a"): 1, ("b", "b"): 1}) == Coefficient(2, 1.0)
    assert alpha(units(["aa", "bb"])) == Coefficient(2, 1.0)


@given(PAIRS)
def test_it_does_not_matter_who_comes_first(pairs: list[tuple[str, str]]) -> None:
    table = Counter(pairs)
    turned = Counter((second, first) for first, second in pairs)
    assert kappa(turned) == kappa(table)
    assert percent(turned) == percent(table)
    assert alpha(units(turned.elements())) == alpha(units(pairs))


@given(PAIRS, st.randoms())
def test_neither_order_nor_names_matter(pairs: list[tuple[str, str]], drawn: Random) -> None:
    shuffled = list(pairs)
    drawn.shuffle(shuffled)
    renamed = [(f"x{first}", f"x{second}") for first, second in shuffled]
    assert kappa(Counter(renamed)) == kappa(Counter(pairs))
    assert alpha(units(renamed)) == alpha(units(pairs))


@given(PAIRS)
def test_kappa_by_its_formula(pairs: list[tuple[str, str]]) -> None:
    found, number = kappa(Counter(pairs)).number, len(pairs)
    if found is None:
        assert len({value for pair in pairs for value in pair}) < 2
        return
    chance = sum(
        sum(first == value for first, _ in pairs) * sum(second == value for _, second in pairs)
        for value in "abcd"
    ) / (number * number)
    agreed = sum(first == second for first, second in pairs) / number
    assert alike(Counter(pairs)) == round(agreed * number)
    assert found == pytest.approx((agreed - chance) / (1 - chance))
    assert -1 <= found <= 1


@given(UNITS)
def test_alpha_by_the_pairs_themselves(listed: list[list[str]]) -> None:
    found = alpha(units(listed)).number
    paired = [unit for unit in listed if len(unit) > 1]
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
def test_groups_can_be_joined(one: list[list[str]], other: list[list[str]]) -> None:
    together = joined([(units(one), 2), (units(other), 1)])
    assert tally(together) == tally(units([*one, *one, *other]))


def test_a_count() -> None:
    found = tally(units(["aab", "b"]))
    assert found == Tally(1, found.alike, {"a": 2, "b": 1})
    assert found.alike == 1
