"""Percent agreement: how often two coders gave the same value."""

from __future__ import annotations

from collections.abc import Mapping

from gapcheck.model.agreement import Coefficient, Undefined

Table = Mapping[tuple[str, str], int]
"""Two coders crossed: how many units the first gave one value and the second the other."""


def alike(table: Table) -> int:
    """How many units both gave the same value."""
    return sum(number for (first, second), number in table.items() if first == second)


def percent(table: Table) -> Coefficient:
    """The share of units, of 1, to which both gave the same value."""
    units = sum(table.values())
    if not units:
        return Coefficient(0, Undefined.NO_UNIT)
    return Coefficient(units, alike(table) / units)
