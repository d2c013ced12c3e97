"""Which few findings stand for many where there is room for few: by a fixed order, not by taste."""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.model.choices import Group, Modality, Position
from gapcheck.model.finding import Finding
from gapcheck.reports import board

_STRONGEST_FIRST = (Modality.MUST, Modality.SHOULD, Modality.MAY)
_MATTERS = frozenset({Group.GAP, Group.CONTESTED})
_SILENT = (None, Position.UNKNOWN)


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """The strongest words first, then the surest, then the most tiers; else as in the files."""
    return sorted(findings, key=_rank)


def matters(findings: Iterable[Finding]) -> list[Finding]:
    """Gaps and contested findings together, in that order."""
    return ranked(each for each in findings if each.group in _MATTERS)


def _rank(finding: Finding) -> tuple[int, int, int]:
    tiers = sum(view.position not in _SILENT for view in finding.tiers)
    strength = _STRONGEST_FIRST.index(finding.imperative.modality)
    return strength, board.certainty(finding), -tiers
