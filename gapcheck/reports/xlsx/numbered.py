"""The words of a report, numbered once, so that a cell of one sheet can lead to another's row."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gapcheck.model.finding import Finding, Statement
from gapcheck.model.report import Report
from gapcheck.reports.choosing import applying, findings_of

Key = tuple[str, str]
"""A partnership and the full name of an imperative."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """Every statement that counts, with its number from 1 on, by finding."""

    of: Mapping[Key, tuple[tuple[int, Statement], ...]]

    def numbers(self, finding: Finding) -> str:
        """`[3] [4]`: where the words of a finding stand among the quotes."""
        return " ".join(f"[{number}]" for number, _ in self.of.get(key(finding), ()))


def key(finding: Finding) -> Key:
    """What a finding is known by."""
    return finding.partnership.id, finding.imperative.name


def shown(report: Report) -> list[Finding]:
    """The findings whose imperatives apply, partnership by partnership, gaps first."""
    return [each for part in report.partnerships for each in applying(findings_of(part, report))]


def numbered(report: Report) -> Numbered:
    """Number the statements that count, in the order in which they stand."""
    numbers = itertools.count(1)
    return Numbered(
        {
            key(each): tuple((next(numbers), said) for said in _counting(each))
            for each in shown(report)
        }
    )


def _counting(finding: Finding) -> Iterator[Statement]:
    return (each for each in finding.statements if each.excluded is None)
