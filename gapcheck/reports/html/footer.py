"""The foot of every printed page: whose report it is, for whom, and that it is invented."""

from __future__ import annotations

from gapcheck.model.choices import Audience
from gapcheck.model.report import Report

_MOST = 48
_FOR = {Audience.TEAM: "Team draft, not for publication", Audience.PUBLIC: "Edition for the public"}


def style(report: Report) -> str:
    """The rules of style that print it: a page's foot is no part of its text."""
    left = f"@bottom-left{{content:{quoted(whose(report))}}}"
    middle = f"@bottom-center{{content:{quoted(_FOR[report.audience])}}}"
    return f"@media print{{@page{{{left}{middle}}}}}\n"


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


def quoted(text: str) -> str:
    """Text as a string of a style sheet in which no character means anything."""
    plain = (each if each.isascii() and each.isalnum() else f"\\{ord(each):x} " for each in text)
    return f'"{"".join(plain)}"'


def _short(name: str) -> str:
    return name if len(name) <= _MOST else f"{name[: _MOST - 1].rstrip()}…"
