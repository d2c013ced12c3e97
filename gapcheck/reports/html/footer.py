"""The foot of every printed page: whose report it is, for whom, and that it is invented."""

from __future__ import annotations

from gapcheck.model.report import Report
from gapcheck.reports.whose import FOR, whose


def style(report: Report) -> str:
    """The rules of style that print it: a page's foot is no part of its text."""
    left = f"@bottom-left{{content:{quoted(whose(report))}}}"
    middle = f"@bottom-center{{content:{quoted(FOR[report.audience])}}}"
    return f"@media print{{@page{{{left}{middle}}}}}\n"


def quoted(text: str) -> str:
    """Text as a string of a style sheet in which no character means anything."""
    plain = (each if each.isascii() and each.isalnum() else f"\\{ord(each):x} " for each in text)
    return f'"{"".join(plain)}"'
