"""An annex as Markdown."""

from __future__ import annotations

from typing import TextIO

from gapcheck.model.report import Report
from gapcheck.reports.annexes.annex import Annex
from gapcheck.reports.markdown import front
from gapcheck.reports.markdown.text import cell, inline, table


def write(annex: Annex, report: Report, stream: TextIO) -> None:
    """Write an annex below the notices of its report."""
    lines = [*front.banner(report), f"# {inline(annex.title)}", ""]
    for each in annex.lead:
        lines += [inline(each), ""]
    lines += table(annex.head, *(_row(row, len(annex.head)) for row in annex.rows))
    lines += [f"- {inline(each)}" for each in annex.after]
    stream.write("\n".join(lines).rstrip("\n") + "\n")


def _row(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    if len(row) == 1:
        return (f"**{cell(row[0])}**", *[""] * (width - 1))
    return tuple(map(cell, row))
