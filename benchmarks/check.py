"""What `gapcheck check` costs on studies of 200, 2,000 and 10,000 files, beside its targets.

Every target is a ratio of two costs of one run on one machine, so that it holds on any. CPU is
user and system time of whole processes with their children; peak memory is the largest resident
set. `python benchmarks/check.py 200 2000` leaves the largest study out (it takes 290 MB of disk).
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import made_study
from commands import AGE
from costs import MIB, Cost, cost, gapcheck, least, prepared, typer_app
from tables import Table, Target, progress, seconds, show, targets

SIZES = (200, 2_000, 10_000)
LOAD = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).glob("evidence/*/int-*.yaml")):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""
STRUCTURE = """
import sys
from pathlib import Path
from gapcheck.checks.asking import Asking
from gapcheck.sweep.hands import Alone
from gapcheck.sweep.study import sweep
assert not sweep(Path(sys.argv[1]), Asking(), Alone(), rules=False)[1]
"""
MEMORY = """
import sys
from datetime import date
from pathlib import Path
from gapcheck.checks.asking import Asking
from gapcheck.sweep import crews
from gapcheck.sweep.hands import Several
from gapcheck.sweep.run import check_study

if __name__ == "__main__":
    asking = Asking(today=date(2026, 1, 1))
    two = Several(crews.Processes(2))
    check_study(Path(sys.argv[1]), asking, {}, hire=lambda: two, cached=False)
"""


def measure(root: Path, times: int) -> dict[str, Cost]:
    """The cost of every kind of run on one study."""
    check = gapcheck("check", study=root)

    def several(command: list[str], number: int = times) -> Cost:
        return least(partial(cost, command), number)

    found = {
        "CSafeLoader.load of the same bytes": several([sys.executable, "-c", LOAD, str(root)]),
        "cold: structure, references, ids": several([sys.executable, "-c", STRUCTURE, str(root)]),
        "cold: all rules, one process": several([*check, "--no-cache", "--jobs", "1"]),
        "cold: all rules, two processes": several([*check, "--no-cache", "--jobs", "2"]),
    }
    time.sleep(AGE)
    found["cold: filling the cache"] = cost([*check, "--jobs", "1"])
    found["warm"] = several(check, times + 2)
    for path in root.rglob("*.yaml"):
        path.touch()
    found["hashed: every stamp is another"] = cost([*check, "--jobs", "1"])
    first = next(iter(sorted(root.glob("evidence/*/int-*.yaml"))))
    time.sleep(AGE)
    cost(check)
    first.write_text(first.read_text("utf-8") + "# Read again.\n", encoding="utf-8")
    found["one file changed"] = cost([*check, "--jobs", "1"])
    return found


def memory(root: Path) -> Cost:
    """What checking by two processes holds, without the command line around it."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "memory.py"
        program.write_text(MEMORY, encoding="utf-8")
        return cost([sys.executable, str(program), str(root)], allowed=(0,), watched=True)


def wanted_of(costs: dict[str, Cost], typer: Cost, held: Cost) -> list[Target]:
    """The targets of one study."""
    load = costs["CSafeLoader.load of the same bytes"].cpu
    cold, two = costs["cold: all rules, one process"], costs["cold: all rules, two processes"]
    structure = costs["cold: structure, references, ids"].cpu
    hashed, warm = costs["hashed: every stamp is another"].cpu, costs["warm"].cpu
    peaks = [
        Target(f"peak memory of {whose}", peak / MIB, most, "MiB")
        for whose, peak, most in (
            ("the first process", held.first, 100),
            ("a worker", held.child, 40),
        )
        # Few files are read by one process, and not every system tells of others.
        if peak is not None
    ]
    return [
        Target("structure, references, ids, CPU / CSafeLoader.load", structure / load, 0.65),
        Target("all text rules, CPU / CSafeLoader.load", cold.cpu / load, 1.5),
        Target("two processes, wall / one process, wall", two.wall / cold.wall, 0.6),
        Target("warm, CPU / a typer app of one word, CPU", warm / typer.cpu, 2.0),
        Target("hash path, CPU / cold, CPU", hashed / cold.cpu, 0.05),
        *peaks,
    ]


def grown(small: dict[str, Cost], large: dict[str, Cost]) -> list[Target]:
    """What five times as many files cost."""
    cold, warm = "cold: all rules, one process", "warm"
    return [
        Target("growth of cold", large[cold].cpu / small[cold].cpu, 5.5),
        Target("growth of warm", large[warm].cpu / small[warm].cpu, 3.0),
    ]


def table_of(files: int, size: int, costs: dict[str, Cost]) -> Table:
    """The costs of one study."""
    excerpts = files * made_study.EXCERPTS
    title = f"Checking {files:,} files, {size / 1e6:,.1f} MB, {excerpts:,} excerpts"
    table = Table(title, ("run", "CPU", "wall"))
    for name, one in costs.items():
        table.add(name, seconds(one.cpu), seconds(one.wall))
    return table


def tables(sizes: list[int]) -> Iterator[Table]:
    """What each size costs, and the targets, size by size."""
    found: dict[int, dict[str, Cost]] = {}
    with tempfile.TemporaryDirectory() as folder:
        prepared(Path(folder) / "cache")
        typer = least(partial(cost, typer_app(Path(folder))), 7)
        for files in sizes:
            progress(f"check: {files:,} files")
            with tempfile.TemporaryDirectory() as study:
                root = Path(study)
                size = made_study.make(root, files)
                found[files] = measure(root, 3 if files < 1_000 else 1)
                yield table_of(files, size, found[files])
                wanted = wanted_of(found[files], typer, memory(root))
            table = targets(f"Checking {files:,} files, in ratios", wanted)
            table.notes.append(f"A typer app of one word takes {seconds(typer.cpu)} of CPU.")
            yield table
    if {2_000, 10_000} <= found.keys():
        wanted = grown(found[2_000], found[10_000])
        yield targets("Checking from 2,000 to 10,000 files", wanted)


if __name__ == "__main__":
    show(tables([int(one) for one in sys.argv[1:]] or list(SIZES)))
