"""A plain table for a terminal: figures to the right, the last column as wide as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from gapcheck.reports.check_text import one_line
from gapcheck.reports.plain_letters import plain
from gapcheck.reports.screen import draws_ascii
from gapcheck.reports.wrapping import cells, pad, shorten

Cell = str | int


def write(headings: Sequence[str], rows: Sequence[Sequence[Cell]], console: Console) -> None:
    """Write rows under their headings, a line each; the last column is cut where it must be."""
    if not rows:
        console.print(Text("Nothing yet."))
        return
    ascii_only = draws_ascii(console)
    table = [[one_line(str(cell)) for cell in row] for row in rows]
    if ascii_only:
        table = [[plain(cell) for cell in row] for row in table]
    widths = [max(cells(row[n]) for row in [list(headings), *table]) for n in range(len(headings))]
    left = console.width - sum(widths[:-1]) - 2 * (len(widths) - 1)
    widths[-1] = max(min(widths[-1], left), 8)
    figures = [all(isinstance(row[n], int) for row in rows) for n in range(len(headings))]
    mark = "..." if ascii_only else "…"
    lines = [_line(headings, widths, figures, mark)]
    lines[0].stylize("color(243)")
    lines += [_line(row, widths, figures, mark) for row in table]
    console.print(Text("\n").join(lines), soft_wrap=True)


def _line(row: Sequence[str], widths: Sequence[int], figures: Sequence[bool], mark: str) -> Text:
    parts = [
        " " * (width - cells(cell)) + cell if figure else pad(shorten(cell, width, mark), width)
        for cell, width, figure in zip(row, widths, figures, strict=True)
    ]
    return Text("  ".join(parts).rstrip())
