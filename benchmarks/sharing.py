"""What is gained by two processes, and lost by a cluster: `python benchmarks/sharing.py 100000`.

Every command runs alone, in two processes, and on a Dask cluster on this machine of one and of two
workers (one thread each, which have done the same on the shipped study before), in turns. What is
set side by side ran one after the other, and the median of such pairs counts: a machine that others
share may be twice as slow a minute later. What they put out has to be the same.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

import cluster
from commands import SHARED, Command, Place, offered
from costs import ROOT, Cost, least_of, prepared
from tables import COSTS, Table, cost_cells, progress, show, tried, wanted

EXCERPTS = 100_000
ROUNDS = 5
"""How often each way takes its turn, if that does not take long."""
FEWEST, LONG = 2, 300.0
"""How often it does at least, and the seconds after which that is enough."""
PATIENCE = 900.0
"""Seconds after which a run is given up."""
GAIN, OVERHEAD = 0.6, 15.0
"""The most that two processes may take of one's time, and a cluster (in %) on top of theirs."""
COUNTS = (1, 2)
HEADS = (
    *("command", "by", "turns", *COSTS),
    *("beside", "median", "between", "target", "outcome", "sha256 of the output"),
)
SAME, DIFFER = "the same in all rows", "**NOT THE SAME**"
Ways = dict[str, Callable[[], Cost]]


def ways(command: Command, place: Place) -> Ways:
    """How a command is run, by what that is called; whatever is compared stands side by side."""
    alone, both = (partial(place.run, command, "--jobs", str(count)) for count in COUNTS)
    found: Ways = {name_of(1): alone, name_of(2): both}
    if not cluster.installed():
        return found
    one, two = (partial(far, command, place, count) for count in COUNTS)
    return {"cluster of 1": one, **found, "cluster of 2": two}


def name_of(count: int) -> str:
    """So many processes of this machine."""
    return "1 process" if count == 1 else f"{count} processes"


def far(command: Command, place: Place, count: int) -> Cost:
    """What a command costs on a cluster: the largest child is the largest of its workers."""
    with cluster.dask_with(count) as dask:
        # A cluster stands there for days: its workers have done such a thing before.
        place.run(command, "--cluster", dask.address, study=ROOT)
        found = place.run(command, "--cluster", dask.address)
        return replace(found, child=dask.peak())


def compared(name: str, runs: dict[str, list[Cost]]) -> tuple[str, ...]:
    """The cells that set one way beside another, pair by pair."""
    kind, _, count = name.rpartition(" ")
    other = name_of(int(count)) if kind == "cluster of" else name_of(1)
    # A way that failed once takes no further turn, so its turns are the first of the other's.
    pairs = zip(runs[name], runs[other], strict=False)
    ratios = sorted(mine.wall / its.wall for mine, its in pairs)
    if name == other or not ratios:
        return ("", "", "", "", "")
    ratio, ends = median(ratios), (ratios[0], ratios[-1])
    if kind == "cluster of":
        more = (ratio - 1) * 100
        between = " to ".join(f"{(one - 1) * 100:+.0f}" for one in ends)
        return (other, f"{more:+.1f} %", between, *wanted(more, OVERHEAD, "%"))
    return (
        other,
        f"{ratio:.2f} x",
        " to ".join(f"{one:.2f}" for one in ends),
        *wanted(ratio, GAIN),
    )


def taken(
    command: Command, place: Place, rounds: int
) -> tuple[dict[str, list[Cost]], dict[str, str]]:
    """What each turn of each way of a command cost, and why one takes no more turns."""
    found = ways(command, place)
    runs: dict[str, list[Cost]] = {name: [] for name in found}
    failed: dict[str, str] = {}
    began = time.monotonic()
    for number in range(rounds):
        if number >= FEWEST and time.monotonic() - began > LONG:
            break
        for name, run in found.items():
            if name in failed:
                continue
            progress(f"{command.name}, {name}, round {number + 1} of {rounds} at most")
            try:
                runs[name].append(run())
            except Exception as error:
                failed[name] = str(error)
    return runs, failed


def add(table: Table, command: Command, place: Place, rounds: int) -> None:
    """The rows of one command, each way of which may fail for itself."""
    runs, failed = taken(command, place, rounds)
    found = {name: least_of(each) for name, each in runs.items() if each}
    outputs = {one.output for each in runs.values() for one in each}
    for name in sorted(runs, key=lambda name: name.startswith("cluster")):
        if name in failed:
            table.failed((command.name, name), failed[name])
        else:
            cells = command.name, name, str(len(runs[name])), *cost_cells(found[name])
            table.add(*cells, *compared(name, runs), found[name].output[:12])
    if found:
        same, digests = len(outputs) == 1, ", ".join(sorted(outputs))
        told = SAME if same else DIFFER
        table.notes.append(f"{command.name}: what was put out is {told}; sha256: {digests}.")
        if not same:
            progress(f"{command.name}: WHAT WAS PUT OUT IS NOT THE SAME: {sorted(outputs)}")


def tables(
    excerpts: int = EXCERPTS, patience: float = PATIENCE, rounds: int = ROUNDS
) -> Iterator[Table]:
    """Every command that can be shared out, in every way."""
    table = Table(f"One and two processes, and a cluster: {excerpts:,} excerpts", HEADS, named=2)
    with tempfile.TemporaryDirectory() as folder:
        prepared(Path(folder) / "cache")
        place = Place(Path(folder), excerpts, patience)
        progress(f"a study of {excerpts:,} excerpts is made")
        place.make()
        for command in SHARED:
            if offered(command.words, "--jobs"):
                tried(table, (command.name,), partial(add, table, command, place, rounds))
            else:
                table.missing((command.name, ""), "it has no --jobs")
    if not cluster.installed():
        table.notes.append("A cluster was not tried: distributed is not installed.")
    table.notes.append(
        "Seconds are the least of all turns, and what stands beside them is the median of pairs "
        "that ran one after the other. Of a cluster, CPU and the first process are those of the "
        "command alone, the largest child is the largest worker, and workers have done the same on "
        "the shipped study before."
    )
    yield table


def differs(table: Table) -> bool:
    """Whether something put out other bytes when it was shared out in another way."""
    return any(DIFFER in note for note in table.notes)


if __name__ == "__main__":
    found = list(tables(*map(int, sys.argv[1:2])))
    show(found)
    if any(map(differs, found)):
        sys.exit("What was put out is not the same in every way.")
