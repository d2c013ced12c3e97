"""What the commands cost as a study grows: `python benchmarks/growth.py 1000 10000 100000`.

Sizes are numbers of excerpts, a tenth of them unreviewed, in as many partnerships for each file as
a million excerpts in 3,000 of them. The slope is that of the logarithms of cost and size, from the
size before: 1 is in proportion, 2 is the square. A million excerpts take 750 MB of disk.
"""

from __future__ import annotations

import math
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from commands import FILES, GROWING, PARQUET, PARTNERSHIPS, UNREVIEWED, Command, Place, offered
from costs import Cost, least, prepared
from tables import COSTS, Table, cost_cells, progress, show, tried, wanted

SIZES = (1_000, 10_000, 100_000)
SMALL, TIMES = 10_000, 3
"""Up to how many excerpts the least of so many runs is taken: small ones are soon over."""
STEEPEST = 1.1
"""The most that the slope may be between the two largest sizes, of CPU and on the wall."""
PATIENCE = 900.0
"""Seconds after which a run is given up."""
HEADS = ("command", "excerpts", *COSTS, "excerpts a second", "slope, wall", "slope, CPU")


def measured(command: Command, place: Place) -> Cost:
    """What a command costs at one size."""
    progress(f"{command.name}: {place.excerpts:,} excerpts")
    times = TIMES if place.excerpts <= SMALL else 1
    return least(partial(place.run, command), times)


class Growth:
    """The rows of every command at every size."""

    def __init__(self, commands: Sequence[Command], sizes: Sequence[int]) -> None:
        self._sizes = sizes
        self._before: dict[str, tuple[int, Cost]] = {}
        self._tables = {
            one.name: Table(f"Growth: {one.name}", (*HEADS, "target", "outcome"))
            for one in commands
        }

    def add(self, command: Command, place: Place) -> None:
        """The row of one size, or why there is none."""
        table = self._tables[command.name]
        tried(table, (command.name, f"{place.excerpts:,}"), partial(self._add, command, place))

    def _add(self, command: Command, place: Place) -> None:
        one = measured(command, place)
        before = self._before.get(command.name)
        self._before[command.name] = place.excerpts, one
        cells = [command.name, f"{place.excerpts:,}", *cost_cells(one)]
        cells.append(f"{place.excerpts / one.wall:,.0f}")
        if before:
            cells += self._slopes(before, (place.excerpts, one))
        self._tables[command.name].add(*cells)

    def _slopes(self, before: tuple[int, Cost], now: tuple[int, Cost]) -> list[str]:
        size = math.log(now[0] / before[0])
        wall = math.log(now[1].wall / before[1].wall) / size
        cpu = math.log(now[1].cpu / before[1].cpu) / size
        last = [before[0], now[0]] == list(self._sizes[-2:])
        return [
            f"{wall:.2f}",
            f"{cpu:.2f}",
            *wanted(max(wall, cpu), STEEPEST if last else None, ""),
        ]

    def whole(self) -> Table:
        """One table of all commands, size by size below each other."""
        table = Table("Growth", (*HEADS, "target", "outcome"), named=2)
        for one in self._tables.values():
            table.rows += one.rows
        table.notes.append(
            f"One excerpt in {UNREVIEWED} is unreviewed, and files to partnerships are as "
            f"{FILES:,} to {PARTNERSHIPS:,}. Up to {SMALL:,} excerpts it is the least of {TIMES} "
            "runs, beyond that one run. Each command works in as many processes as it chooses; "
            "CPU is that of all. check, cold, fills its memory, check, warm, begins with it."
        )
        return table


def tables(sizes: Sequence[int], patience: float = PATIENCE) -> Iterator[Table]:
    """Every command at every size, one study at a time."""
    sizes = sorted(set(sizes))
    with tempfile.TemporaryDirectory() as cache:
        prepared(Path(cache))
        there = offered(PARQUET.words, "parquet")
        commands = [one for one in GROWING if one is not PARQUET or there]
        growth = Growth(commands, sizes)
        for excerpts in sizes:
            with tempfile.TemporaryDirectory() as folder:
                place = Place(Path(folder), excerpts, patience)
                progress(f"a study of {excerpts:,} excerpts is made")
                place.make()
                for command in commands:
                    growth.add(command, place)
    table = growth.whole()
    if not there:
        table.missing((PARQUET.name, ""), "there is no such command")
    yield table


if __name__ == "__main__":
    show(tables([int(one) for one in sys.argv[1:]] or SIZES))
