"""What it costs to start gapcheck, as ratios to what any Python program pays.

CPU time (user and system) of whole processes, not time on the wall: it hardly depends on what
else the machine is doing. The programs take turns, so that a slow minute slows them all.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROUNDS = 9
OFTEN = 5
"""What costs little is measured so many times a round, since a few milliseconds vary most."""

CHEAP = frozenset({"python -c pass", "python -m an empty module", "gapcheck --version"})

TYPER_APP = """
import typer

app = typer.Typer()


@app.command()
def hello() -> None:
    print("hello")


app()
"""

TARGETS = (
    ("gapcheck --version", "python -c pass", 1.5),
    ("python -m an empty module", "python -c pass", None),
    ("gapcheck report northtown", "a typer app of one word", 3.0),
    ("gapcheck report", "a typer app of one word", None),
)
"""What is compared with what, and how many times its cost is the most that is wanted."""


def commands(typer_app: Path) -> dict[str, list[str]]:
    """The programs that are measured, by what they are called in the table."""
    python, program = sys.executable, [sys.executable, "-m", "gapcheck"]
    return {
        "python -c pass": [python, "-c", "pass"],
        "python -m an empty module": [python, "-m", "this_is_empty"],
        "a typer app of one word": [python, str(typer_app)],
        "gapcheck --version": [*program, "--version"],
        "gapcheck report northtown": [*program, "report", "northtown"],
        "gapcheck report": [*program, "report"],
    }


def compiled() -> None:
    """Let Python keep what it has compiled, as it does for everybody who does not forbid it."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def cost(command: list[str]) -> float:
    """CPU seconds of one run of a program whose output goes into a pipe."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=os.environ)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(programs: dict[str, list[str]]) -> dict[str, float]:
    """The median cost of each program; the first round only fills the disk's cache."""
    costs: dict[str, list[float]] = {name: [] for name in programs}
    for number in range(ROUNDS + 1):
        for name, command in programs.items():
            for _ in range(OFTEN if name in CHEAP else 1):
                seconds = cost(command)
                if number:
                    costs[name].append(seconds)
    return {name: statistics.median(found) for name, found in costs.items()}


def show(medians: dict[str, float]) -> None:
    """Print the costs, and the ratios beside their targets."""
    print(
        f"CPU, median of {ROUNDS} or more runs that took turns, Python {sys.version.split()[0]}\n"
    )
    for name, seconds in medians.items():
        print(f"  {name:28} {seconds * 1000:7.0f} ms")
    print()
    for name, other, target in TARGETS:
        ratio = medians[name] / medians[other]
        wanted = f"at most {target:.1f}" if target else "no target"
        met = "" if target is None else "  met" if ratio <= target else "  MISSED"
        print(f"  {name:28} {ratio:5.2f} x {other:26} {wanted}{met}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        app = Path(folder) / "hello.py"
        app.write_text(TYPER_APP, encoding="utf-8")
        (Path(folder) / "this_is_empty.py").touch()
        os.environ["PYTHONPATH"] = folder
        compiled()
        try:
            show(measure(commands(app)))
        except subprocess.CalledProcessError as error:
            # A benchmark shows; whether the program works at all is for the tests to say.
            print(f"{' '.join(error.cmd)} ended with {error.returncode}:\n{error.stderr.decode()}")
