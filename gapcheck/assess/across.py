"""One imperative over all partnerships of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from gapcheck.model.choices import AcrossPattern, Group
from gapcheck.model.finding import Finding
from gapcheck.model.report import Across
from gapcheck.model.study import Imperative

_ENOUGH = 3


def totals(findings: Iterable[Finding]) -> tuple[tuple[Group, int], ...]:
    """How many findings fall into each of the five groups, zeros too."""
    counts = Counter(finding.group for finding in findings)
    return tuple((group, counts[group]) for group in Group)


def across(imperatives: Iterable[Imperative], findings: Iterable[Finding]) -> tuple[Across, ...]:
    """Each imperative's totals and pattern; survey populations stand apart and are not counted."""
    by_imperative: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.partnership.population is None:
            by_imperative.setdefault(finding.imperative.name, []).append(finding)
    return tuple(_across(one, by_imperative.get(one.name, [])) for one in imperatives)


def _across(imperative: Imperative, findings: list[Finding]) -> Across:
    counts = totals(findings)
    judged = sum(count for group, count in counts if group is not Group.UNKNOWN)
    gaps = tuple(f.partnership.id for f in findings if f.group is Group.GAP)
    return Across(imperative, judged, counts, pattern(len(gaps), judged), gaps)


def pattern(gaps: int, judged: int) -> AcrossPattern | None:
    """Systemic from two thirds of three or more; local in exactly one of three or more."""
    # One gap in two places is neither a pattern nor an exception.
    if judged < _ENOUGH:
        return None
    # Whole numbers: two thirds of six are four, whatever a quotient rounds to.
    if gaps * 3 >= judged * 2:
        return AcrossPattern.SYSTEMIC
    return AcrossPattern.LOCAL if gaps == 1 else None
