"""Cohen's kappa (1960): the agreement of two coders beyond that of their own habits.

Observed agreement is the share of units to which both gave the same value. Expected is what two
people would reach who use each value as often as these two do, but on units at random.
"""

from __future__ import annotations

from collections import Counter

from gapcheck.assess.agreement.percent import Table, alike
from gapcheck.model.agreement import Coefficient, Undefined


def kappa(table: Table) -> Coefficient:
    """Kappa of two coders crossed; undefined without units, or where both used one value alone."""
    units = sum(table.values())
    if not units:
        return Coefficient(0, Undefined.NO_UNIT)
    first, second = Counter[str](), Counter[str]()
    for (one, other), number in table.items():
        first[one] += number
        second[other] += number
    # In whole numbers, so that chance is exactly all of it or not: out of units squared.
    expected = sum(first[value] * second[value] for value in first)
    possible = units * units - expected
    if not possible:
        return Coefficient(units, Undefined.ONE_CATEGORY)
    return Coefficient(units, (alike(table) * units - expected) / possible)
