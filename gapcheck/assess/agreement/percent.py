"""Percent agreement: how often two coders gave the same value."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.model.agreement import Coefficient, Undefined

Pairs = Sequence[tuple[str, str]]
"""What two coders made of each unit, the first coder's value first."""


def alike(pairs: Pairs) -> int:
    """How many units both gave the same value."""
    return sum(first == second for first, second in pairs)


def percent(pairs: Pairs) -> Coefficient:
    """The share of units, of 1, to which both gave the same value."""
    if not pairs:
        return Coefficient(0, Undefined.NO_UNIT)
    return Coefficient(len(pairs), alike(pairs) / len(pairs))
