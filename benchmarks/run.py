"""Everything that is measured, in one file of Markdown: `python benchmarks/run.py -o FILE`.

Every section runs in a process of its own, one after the other, and what it could not measure is a
row that says why. It ends with 1 where something put out other bytes when its work was shared out.
A million excerpts (`--excerpts 1000 10000 100000 1000000`) take long, and 750 MB of disk.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import check
import formats
import growth
import interviews
import machine
import match
import peers
import quotes
import sensitivity
import sharing
import startup
from tables import MET, MISSED, Table, is_reason, progress

import policies

Tables = Callable[[], Iterator[Table]]
MOST_SHARED = 100_000
"""The most excerpts that are shared out in every way: that takes a dozen runs and more."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    output: Path
    excerpts: tuple[int, ...]
    items: int
    files: tuple[int, ...]
    patience: float
    rounds: int
    only: frozenset[str]


def sections(asked: Asked) -> dict[str, Tables]:
    """What is measured, by the names that `--only` takes."""
    shared = max((one for one in asked.excerpts if one <= MOST_SHARED), default=MOST_SHARED)
    return {
        "startup": startup.tables,
        "growth": partial(growth.tables, asked.excerpts, asked.patience),
        "sharing": partial(sharing.tables, shared, asked.patience, asked.rounds),
        "check": partial(check.tables, list(asked.files)),
        "reports": partial(formats.tables, 60, 80),
        "match": match.tables,
        "quotes": quotes.tables,
        "interviews": interviews.tables,
        "policies": policies.tables,
        "sensitivity": partial(sensitivity.tables, sensitivity.SHIPPED),
        "peers": partial(peers.tables, asked.items, asked.patience),
    }


def held(tables: Tables) -> list[Table]:
    """All tables of a section; the last says so where the others could not be made."""
    found: list[Table] = []
    try:
        found.extend(tables())
    except Exception as error:
        failed = Table("What is missing here", ("what", "why"), words=True)
        failed.failed(("the rest of this section",), f"{type(error).__name__}: {error}")
        found.append(failed)
    return found


def measured(name: str, tables: Tables) -> list[Table]:
    """The tables of a section, made in a new process, which may even be killed."""
    progress(f"== {name}")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        future = pool.submit(held, tables)
        try:
            return future.result()
        except Exception as error:
            failed = Table(f"Section {name}", ("what", "why"), words=True)
            failed.failed((name,), f"{type(error).__name__}: {error}")
            return [failed]


def summary(tables: Iterable[Table]) -> Iterator[str]:
    """How many targets are met, which are not, and what could not be measured."""
    rows = [(table, row) for table in tables for row in table.rows]
    yield f"- {sum(MET in row for _, row in rows)} targets met"
    for table, row in rows:
        name = f"{table.title}: {', '.join(filter(None, row[: table.named]))}"
        if MISSED in row:
            yield f"- missed: {name}"
        if any(map(is_reason, row)):
            yield f"- no number: {name}"
    for table in tables:
        if sharing.differs(table):
            yield f"- **outputs differ**: {table.title}"


def document(tables: Sequence[Table]) -> str:
    """The whole in Markdown."""
    head = "# What gapcheck costs\n"
    said = "\n".join(summary(tables))
    return "\n".join([head, f"{said}\n", *map(str, tables)])


def arguments() -> Asked:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("-o", "--output", type=Path, default=Path("benchmarks.md"), metavar="FILE")
    add("--excerpts", type=int, nargs="+", default=growth.SIZES, metavar="N", help="of growth")
    add("--items", type=int, default=peers.ITEMS, metavar="N", help="for other programs")
    add("--files", type=int, nargs="+", default=(200, 2_000), metavar="N", help="of check")
    add("--patience", type=float, default=growth.PATIENCE, metavar="SECONDS", help="of one run")
    add("--rounds", type=int, default=sharing.ROUNDS, metavar="N", help="of sharing")
    add("--only", nargs="+", default=(), metavar="SECTION", help="leave all others out")
    given = parser.parse_args()
    sizes = tuple(sorted(set(given.excerpts)))
    only = frozenset(given.only)
    asked = Asked(
        given.output,
        sizes,
        given.items,
        tuple(given.files),
        given.patience,
        given.rounds,
        only,
    )
    if unknown := only - set(sections(asked)):
        parser.error(f"no section {', '.join(sorted(unknown))}: {', '.join(sections(asked))}")
    return asked


def main() -> None:
    """Measure section by section; the file is written anew after each, so that nothing is lost."""
    asked = arguments()
    tables = [machine.facts()]
    for name, work in sections(asked).items():
        if not asked.only or name in asked.only:
            tables += measured(name, work)
            asked.output.write_text(document(tables), encoding="utf-8")
    progress(f"written: {asked.output}")
    if any(map(sharing.differs, tables)):
        sys.exit("What was put out is not the same in every way that the work was shared out.")


if __name__ == "__main__":
    main()
