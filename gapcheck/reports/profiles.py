"""Tiers, rungs and numbers of voices in short phrases; nothing for what is not told."""

from __future__ import annotations

from gapcheck.model.choices import Position
from gapcheck.model.finding import Finding
from gapcheck.reports import words
from gapcheck.reports.phrases import counted


def voices(number: int | None) -> str:
    """How many voices, in brackets after what they said; nothing where it is not told."""
    return "" if number is None else f" ({counted(number, 'voice')})"


def tier_pattern(finding: Finding) -> str:
    """How practice changes from the board to the street; nothing where that is not known."""
    return words.TIER_PATTERNS[finding.tier_pattern] if finding.tier_pattern else ""


def rungs(finding: Finding) -> list[tuple[str, str]]:
    """Each rung of which something is known, and the position there: `on paper`, `yes`."""
    return [
        (words.RUNGS[rung], words.POSITIONS[position])
        for rung, position in finding.rungs
        if position not in (None, Position.UNKNOWN)
    ]
