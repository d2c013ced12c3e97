"""What it costs to start gapcheck, as ratios to what any Python program pays.

CPU time (user and system) of whole processes, not time on the wall: it hardly depends on what
else the machine is doing. The programs take turns, so that a slow minute slows them all.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from costs import ROOT, cost, gapcheck, prepared, typer_app
from tables import Table, show, wanted

ROUNDS = 9
OFTEN = 5
"""What costs little is measured so many times a round, since a few milliseconds vary most."""

CHEAP = frozenset({"python -c pass", "python -m an empty module", "gapcheck --version"})

TARGETS = (
    ("gapcheck --version", "python -c pass", 1.5),
    ("python -m an empty module", "python -c pass", None),
    ("gapcheck report northtown", "a typer app of one word", 3.0),
    ("gapcheck report", "a typer app of one word", None),
)
"""What is compared with what, and how many times its cost is the most that is wanted."""


def commands(folder: Path) -> dict[str, list[str]]:
    """The programs that are measured, by what they are called in the table."""
    (folder / "this_is_empty.py").touch()
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "python -m an empty module": [sys.executable, "-m", "this_is_empty"],
        "a typer app of one word": typer_app(folder),
        "gapcheck --version": gapcheck("--version"),
        "gapcheck report northtown": gapcheck("report", "northtown"),
        "gapcheck report": gapcheck("report"),
    }


def measure(folder: Path) -> dict[str, float]:
    """The median cost of each program; the first round only fills the disk's cache."""
    programs = commands(folder)
    costs: dict[str, list[float]] = {name: [] for name in programs}
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(folder)))}
    for number in range(ROUNDS + 1):
        for name, command in programs.items():
            for _ in range(OFTEN if name in CHEAP else 1):
                one = cost(command, ROOT, allowed=(0,), environment=environment)
                if number:
                    costs[name].append(one.cpu)
    return {name: statistics.median(found) for name, found in costs.items()}


def tables() -> Iterator[Table]:
    """The costs, and the ratios beside their targets."""
    with tempfile.TemporaryDirectory() as folder:
        prepared(Path(folder) / "cache")
        medians = measure(Path(folder))
    table = Table("Starting", ("program", "CPU", "ratio", "to", "target", "outcome"))
    compared = {name: (other, most) for name, other, most in TARGETS}
    for name, seconds in medians.items():
        cells = [name, f"{seconds * 1000:,.0f} ms"]
        if name in compared:
            other, most = compared[name]
            ratio = seconds / medians[other]
            cells += [f"{ratio:.2f} x", other, *wanted(ratio, most)]
        table.add(*cells)
    table.notes.append(f"CPU of whole processes, median of {ROUNDS} or more runs that took turns.")
    yield table


if __name__ == "__main__":
    show(tables())
