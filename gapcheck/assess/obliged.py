"""Whom an imperative obliges."""

from __future__ import annotations

from gapcheck.model.settings import NEVER_OBLIGED
from gapcheck.model.study import Imperative

PARTNERSHIP = "partnership"
"""As an actor it obliges all who sit in it; as a sector it is the partnership's own officers."""


def is_obliged(sector: str, imperative: Imperative) -> bool:
    """Whether a sector has to do what the imperative asks; onlookers never have."""
    if sector in NEVER_OBLIGED:
        return False
    if sector in imperative.actors:
        return True
    return PARTNERSHIP in imperative.actors and sector not in imperative.beneficiaries
