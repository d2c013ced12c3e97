"""What `gapcheck check` costs on studies of 200, 2,000 and 10,000 files, beside its targets.

Every target is a ratio of two costs of one run on one machine, so that it holds on any. CPU is
user and system time of whole processes with their children; peak memory is the largest resident
set. `python benchmarks/check.py 200 2000` leaves the largest study out (it takes 290 MB of disk).
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import made_study
from startup import TYPER_APP, compiled

SIZES = (200, 2_000, 10_000)
AGE = 2.5
"""Seconds until the stamps of new files are trusted."""

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
import functools, multiprocessing.util, resource, sys
from datetime import date
from pathlib import Path
from gapcheck.checks.asking import Asking
from gapcheck.sweep import crews
from gapcheck.sweep.run import check_study

def peak():
    try:
        # What getrusage says of a child counts its parent's memory at the moment of the fork.
        lines = Path("/proc/self/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) * 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

def note():
    with open(sys.argv[2], "a") as stream:
        stream.write(f"{peak()}\\n")

begin = crews.heedless

@functools.wraps(begin)
def begun():
    multiprocessing.util.Finalize(None, note, exitpriority=1)
    begin()

crews.heedless = begun
if __name__ == "__main__":
    asking = Asking(today=date(2026, 1, 1))
    check_study(Path(sys.argv[1]), asking, {}, crew=crews.Processes(2), cached=False)
    print(peak())
    print(*sorted(map(int, Path(sys.argv[2]).read_text().split()))[-1:])
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time and on the wall."""

    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio (or a size in MB) and the most that is wanted of it."""

    name: str
    found: float
    most: float

    def __str__(self) -> str:
        met = "met" if self.found <= self.most else "MISSED"
        return f"  {self.name:58} {self.found:8.2f}   at most {self.most:6.2f}  {met}"


def cost(command: list[str], folder: Path | None = None, allowed: tuple[int, ...] = (0, 1)) -> Cost:
    """What one run of a program costs; problems that it finds are no failure here."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    ended = subprocess.run(command, check=False, capture_output=True, cwd=folder)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if ended.returncode not in allowed or b"Traceback" in ended.stderr:
        raise SystemExit(f"{command[:4]} ended with {ended.returncode}:\n{ended.stderr.decode()}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, wall)


def least(command: list[str], times: int) -> Cost:
    """The least of several runs: what else the machine does can only add to a cost."""
    found = [cost(command) for _ in range(times)]
    return Cost(min(one.cpu for one in found), min(one.wall for one in found))


def measure(root: Path, times: int) -> dict[str, Cost]:
    """The cost of every kind of run on one study."""
    python, study = sys.executable, ["--study", str(root)]
    check = [python, "-m", "gapcheck", "check", *study]
    found = {
        "CSafeLoader.load of the same bytes": least([python, "-c", LOAD, str(root)], times),
        "cold: structure, references, ids": least([python, "-c", STRUCTURE, str(root)], times),
        "cold: all rules, one process": least([*check, "--no-cache", "--jobs", "1"], times),
        "cold: all rules, two processes": least([*check, "--no-cache", "--jobs", "2"], times),
    }
    time.sleep(AGE)
    found["cold: filling the cache"] = cost([*check, "--jobs", "1"])
    found["warm"] = least(check, times + 2)
    for path in root.rglob("*.yaml"):
        path.touch()
    found["hashed: every stamp is another"] = cost([*check, "--jobs", "1"])
    first = next(iter(sorted(root.glob("evidence/*/int-*.yaml"))))
    time.sleep(AGE)
    cost(check)
    first.write_text(first.read_text("utf-8") + "# Read again.\n", encoding="utf-8")
    found["one file changed"] = cost([*check, "--jobs", "1"])
    return found


def memory(root: Path) -> tuple[float, float]:
    """The peak of the first process and of the largest worker, in MB."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "memory.py"
        program.write_text(MEMORY, encoding="utf-8")
        command = [sys.executable, str(program), str(root), str(Path(folder) / "workers")]
        ended = subprocess.run(command, check=True, capture_output=True, text=True)
    own, worker = (int(line) / (1 << 20) for line in ended.stdout.split())
    return own, worker


def targets(costs: dict[str, Cost], typer: Cost, peak: tuple[float, float]) -> list[Target]:
    """The targets of one study."""
    load = costs["CSafeLoader.load of the same bytes"].cpu
    cold, two = costs["cold: all rules, one process"], costs["cold: all rules, two processes"]
    structure = costs["cold: structure, references, ids"].cpu
    hashed, warm = costs["hashed: every stamp is another"].cpu, costs["warm"].cpu
    return [
        Target("structure, references, ids, CPU / CSafeLoader.load", structure / load, 0.65),
        Target("all text rules, CPU / CSafeLoader.load", cold.cpu / load, 1.5),
        Target("two processes, wall / one process, wall", two.wall / cold.wall, 0.6),
        Target("warm, CPU / a typer app of one word, CPU", warm / typer.cpu, 2.0),
        Target("hash path, CPU / cold, CPU", hashed / cold.cpu, 0.05),
        Target("peak memory of the first process, MB", peak[0], 100),
        Target("peak memory of a worker, MB", peak[1], 40),
    ]


def grown(small: dict[str, Cost], large: dict[str, Cost]) -> list[Target]:
    """What five times as many files cost."""
    cold, warm = "cold: all rules, one process", "warm"
    return [
        Target("growth of cold", large[cold].cpu / small[cold].cpu, 5.5),
        Target("growth of warm", large[warm].cpu / small[warm].cpu, 3.0),
    ]


def show(files: int, size: int, costs: dict[str, Cost]) -> None:
    """Print the costs of one study."""
    print(f"\n{files:,} files, {size / 1e6:,.1f} MB, {files * made_study.EXCERPTS:,} excerpts")
    for name, one in costs.items():
        print(f"  {name:58} {one.cpu:8.2f} s CPU {one.wall:8.2f} s")


def main(sizes: list[int]) -> None:
    """Measure and print, size by size."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GAPCHECK_CACHE_DIR"] = str(Path(folder) / "cache")
        os.environ["PYTHONPATH"] = str(Path(__file__).parents[1])
        compiled()
        app = Path(folder) / "hello.py"
        app.write_text(TYPER_APP, encoding="utf-8")
        typer = least([sys.executable, str(app)], 7)
        print(f"a typer app of one word: {typer.cpu:.2f} s CPU, Python {sys.version.split()[0]}")
        found = {}
        for files in sizes:
            root = Path(folder) / f"study-{files}"
            size = made_study.make(root, files)
            found[files] = measure(root, 3 if files < 1_000 else 1)
            show(files, size, found[files])
            print()
            print(*targets(found[files], typer, memory(root)), sep="\n")
        if {2_000, 10_000} <= found.keys():
            print("\nfrom 2,000 to 10,000 files")
            print(*grown(found[2_000], found[10_000]), sep="\n")


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or list(SIZES))
