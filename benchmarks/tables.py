"""Tables of numbers in Markdown, which are read on a screen as well."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from costs import MIB, Cost

MET, MISSED = "met", "**MISSED**"
FAILED, UNMEASURED = "failed:", "not measured:"
"""How a cell begins that says why there is no number."""

# Sections are processes of their own, and all tell the time since the first of them began.
_BEGAN = float(os.environ.setdefault("BENCHMARKS_BEGAN", str(time.time())))


@dataclass(frozen=True, slots=True)
class Target:
    """What was found, and the most that is wanted of it."""

    name: str
    found: float
    most: float
    unit: str = "x"

    @property
    def met(self) -> bool:
        """Whether it is no more than is wanted."""
        return self.found <= self.most

    @property
    def cells(self) -> tuple[str, str]:
        """The target and the outcome, as they stand in a row."""
        return wanted(self.found, self.most, self.unit)


def wanted(found: float, most: float | None, unit: str = "x") -> tuple[str, str]:
    """The cells of a target, which are empty where there is none."""
    if most is None:
        return "", ""
    return f"at most {most:,g} {unit}".strip(), MET if found <= most else MISSED


@dataclass(slots=True)
class Table:
    """A heading, rows under heads, and what has to be said of them."""

    title: str
    heads: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    words: bool = False
    """Whether its cells are words, which begin at the left."""
    named: int = 1
    """How many cells of a row say what it is about."""

    def add(self, *cells: str) -> None:
        """A row; cells that are missing at its end are empty."""
        self.rows.append((*cells, *("" for _ in self.heads[len(cells) :])))

    def failed(self, name: Sequence[str], error: object) -> None:
        """A row that says why there is no number."""
        told = " ".join(str(error).split()).replace("|", "\\|")
        self.add(*name, f"{FAILED} {told or type(error).__name__}")
        progress(f"{' '.join(name)}: {told}")

    def missing(self, name: Sequence[str], why: str) -> None:
        """A row of what cannot be measured here, and why."""
        self.add(*name, f"{UNMEASURED} {why}")

    def __str__(self) -> str:
        """The table in Markdown, its columns below each other."""
        rows = [self.heads, *self.rows]
        # A reason is longer than a number: no column is made as wide as that.
        sizes = ([0 if is_reason(cell) else len(cell) for cell in row] for row in rows)
        widths = [max(3, *column) for column in zip(*sizes, strict=True)]
        lines = [self._line(row, widths) for row in rows]
        end = "|" if self.words else ":|"
        rule = "".join("-" * (width + 3 - len(end)) + end for width in widths[1:])
        lines.insert(1, f"|{'-' * (widths[0] + 2)}|{rule}")
        told = [f"\n{note}" for note in self.notes]
        return "\n".join([f"## {self.title}\n", *lines, *told]) + "\n"

    def _line(self, row: Sequence[str], widths: Sequence[int]) -> str:
        first, *others = zip(row, widths, strict=True)
        side = "<" if self.words else ">"
        cells = [f"{cell:{side}{width}}" for cell, width in others]
        return f"| {first[0]:{first[1]}} | {' | '.join(cells)} |"


def is_reason(cell: str) -> bool:
    """Whether a cell says why there is no number."""
    return cell.startswith((FAILED, UNMEASURED))


def targets(title: str, found: Iterable[Target]) -> Table:
    """A table of what has targets alone."""
    table = Table(title, ("what", "found", "target", "outcome"))
    for one in found:
        table.add(one.name, f"{one.found:,.2f} {one.unit}", *one.cells)
    return table


def seconds(number: float) -> str:
    """A number of seconds with its unit."""
    return f"{number:,.2f} s"


def mebibytes(number: float | None) -> str:
    """A number of bytes in MiB; a dash where nobody was there to hold any."""
    if number is None:
        return "–"
    found = number / MIB
    return f"{found:,.0f} MiB" if found >= 10 else f"{found:.1f} MiB"


def cost_cells(one: Cost) -> tuple[str, str, str, str]:
    """The cells of what one run took, under `COSTS`."""
    return seconds(one.wall), seconds(one.cpu), mebibytes(one.first), mebibytes(one.child)


COSTS = ("wall", "CPU", "memory, first process", "memory, largest child")


def progress(text: str) -> None:
    """Say on the side what is being done, and how long all has taken so far."""
    spent = int(time.time() - _BEGAN)
    print(f"{spent // 60:3}:{spent % 60:02}  {text}", file=sys.stderr, flush=True)


def show(tables: Iterable[Table]) -> None:
    """Print tables, each as soon as it is there."""
    for table in tables:
        print(table, flush=True)


def tried(table: Table, name: Sequence[str], work: Callable[[], None]) -> None:
    """Do something that adds rows; where it fails, a row says so and the others go on."""
    try:
        work()
    except Exception as error:
        table.failed(name, error)
