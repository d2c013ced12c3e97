"""Whose a report is, for the foot of every page that is printed."""

from __future__ import annotations

from gapcheck.model.choices import Audience
from gapcheck.model.report import Report

_MOST = 48
FOR = {Audience.TEAM: "Team draft, not for publication", Audience.PUBLIC: "Edition for the public"}
"""For whom it is."""


def whose(report: Report) -> str:
    """The partnership's name, or the study's title, and what of it is invented."""
    parts = report.partnerships
    alone = len(parts) == 1
    name = parts[0].partnership.name if alone else report.settings.title
    unreal = sum(part.partnership.illustrative for part in parts)
    if not unreal:
        return _short(name)
    said = "illustrative, invented" if unreal == len(parts) else "in part illustrative, invented"
    return f"{_short(name)}: {said}" if name else said.capitalize()


def _short(name: str) -> str:
    return name if len(name) <= _MOST else f"{name[: _MOST - 1].rstrip()}…"
