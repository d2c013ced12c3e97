"""The names under which the style sheet knows a group: the word beside it always says the same."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gapcheck.model.choices import Group, Position, Verdict
from gapcheck.reports.words import POSITION_GROUPS

GROUP_MARKS: Mapping[Group, str] = MappingProxyType(
    {
        Group.GAP: "gap",
        Group.CONTESTED: "con",
        Group.UNKNOWN: "unk",
        Group.PARTLY: "par",
        Group.TRANSLATED: "tra",
    }
)
"""Three letters each: a page of many partnerships says them tens of thousands of times."""

OUT = "out"
"""What stands outside every total."""

SILENT = "sil"
"""A tier in which nothing was heard."""

UNTOLD = "unt"
"""A tier of which it is not told whether anything was heard there."""


def mark(verdict: Verdict) -> str:
    """The mark of a verdict: its group's."""
    return GROUP_MARKS[verdict.group] if verdict.group else OUT


def mark_of_position(position: Position | None) -> str:
    """The mark of a position: its group's, or the dot of silence."""
    group = POSITION_GROUPS.get(position) if position else None
    return GROUP_MARKS[group] if group else SILENT
