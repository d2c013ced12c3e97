"""What judging again under every other setting costs, beside the plain report of the same study.

Each takes all that its command does once Python has started: reading, checking, judging, drawing.
Both are run in turns in one process, so that what slows the machine slows both, and the ratio of
their medians in processor time is what is held: the report with `--sensitivity` has to stay under
twice the report without it (`python benchmarks/sensitivity.py [STUDY]`).
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from tables import Table, Target, show, targets

from gapcheck.analysis import analyse
from gapcheck.reports.screen import make_console
from gapcheck.reports.stability import Stability
from gapcheck.reports.terminal.overview import write_overview
from gapcheck.reports.terminal.stability import write_stability

TODAY = date(2026, 11, 10)
SHIPPED = Path(__file__).parents[1]
TURNS = 15
MOST = 2.0
"""The most that sensitivity may cost, in reports."""


def plain(root: Path) -> None:
    """The report on the whole study."""
    write_overview(analyse(root, today=TODAY), make_console(io.StringIO(), width=80))


def again(root: Path) -> None:
    """The same under every other setting too."""
    report = analyse(root, today=TODAY, with_sensitivity=True)
    write_stability(Stability.of(report), make_console(io.StringIO(), width=80))


def seconds(run: Callable[[Path], None], root: Path) -> float:
    """Processor seconds of one run."""
    began = time.process_time()
    run(root)
    return time.process_time() - began


def tables(root: Path) -> Iterator[Table]:
    """Run both in turns: their medians and the ratio."""
    plain(root)
    again(root)
    pairs = [(seconds(plain, root), seconds(again, root)) for _ in range(TURNS)]
    report, other = (statistics.median(times) for times in zip(*pairs, strict=True))
    goal = Target("with every setting, CPU / the plain report, CPU", other / report, MOST)
    name = "the shipped study" if root == SHIPPED else root.resolve().name
    table = targets(f"Judging {name} again under every other setting", [goal])
    table.notes.append(
        f"The report takes {report:.2f} s, with every setting {other:.2f} s: medians of {TURNS}."
    )
    yield table


if __name__ == "__main__":
    show(tables(Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED))
