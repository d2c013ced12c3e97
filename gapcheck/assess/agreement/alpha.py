"""Krippendorff's nominal alpha: any number of coders, each of whom may have left units out.

Alpha is 1 less observed over expected disagreement. A unit with m values has m (m - 1) ordered
pairs of them, each of weight 1 / (m - 1), so that each value weighs 1; a unit with one value has
no pair and counts for nothing. Expected is what all values would give, paired at random.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from gapcheck.model.agreement import Coefficient, Undefined

Unit = tuple[str, ...]
"""The values that coders gave to one unit, in any order; who left it out has none in it."""

Units = Mapping[Unit, int]
"""Units, with how many there are that are just alike."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What some units add to alpha: how many can be paired, their values, and the alike ones.

    `alike` is the weight of all pairs of like values.
    """

    units: int = 0
    alike: Fraction = Fraction(0)
    values: Mapping[str, int] = field(default_factory=dict)


def tally(units: Units) -> Tally:
    """Count some units; those with fewer than two values are passed over."""
    number, values, pairs = 0, Counter[str](), Counter[int]()
    for unit, times in units.items():
        if len(unit) > 1:
            number += times
            for value in set(unit):
                count = unit.count(value)
                values[value] += times * count
                pairs[len(unit) - 1] += times * count * (count - 1)
    # Summed as fractions, the order of files changes no digit.
    alike = sum((Fraction(count, others) for others, count in pairs.items()), Fraction(0))
    return Tally(number, alike, dict(values))


def alpha_of(found: Tally) -> Coefficient:
    """Alpha of counted units; undefined without any, or where only one value was ever given."""
    if not found.units:
        return Coefficient(0, Undefined.NO_UNIT)
    if len(found.values) == 1:
        return Coefficient(found.units, Undefined.ONE_CATEGORY)
    total = sum(found.values.values())
    observed = (total - found.alike) / total
    unlike = total * (total - 1) - sum(each * (each - 1) for each in found.values.values())
    return Coefficient(found.units, float(1 - observed * total * (total - 1) / unlike))


def alpha(units: Units) -> Coefficient:
    """Alpha over some units."""
    return alpha_of(tally(units))


def joined(groups: Iterable[tuple[Units, int]]) -> Units:
    """The units of several groups, each as often as it is there."""
    found = Counter[Unit]()
    for units, times in groups:
        for unit, number in units.items():
            found[unit] += number * times
    return found
