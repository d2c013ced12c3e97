"""Print every published finding, how a careful person read it, and what gapcheck makes of it."""

from __future__ import annotations

import csv
import sys
import textwrap
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gapcheck.analysis import analyse
from gapcheck.model.finding import Finding

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "tests" / "published_findings.csv"


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of the table of published findings beside the program's finding, if it has one."""

    row: dict[str, str]
    finding: Finding | None

    @property
    def agrees(self) -> bool:
        """Whether the program's verdict is the one that was read out of the publication."""
        return self.finding is not None and self.finding.verdict == self.row["verdict"]

    @property
    def accounted(self) -> bool:
        """Whether it agrees, or the table says why not."""
        return self.agrees or bool(self.row["reason_if_different"])


def cells() -> list[Cell]:
    """All rows of the table, judged by the shipped study as it stands."""
    report = analyse(ROOT, today=date.max)
    found = {(one.partnership.id, one.imperative.id): one for one in report.findings}
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return [
            Cell(row, found.get((row["lsp"], row["imperative"]))) for row in csv.DictReader(stream)
        ]


def lines(cell: Cell) -> list[str]:
    """A cell as it is printed."""
    row, finding = cell.row, cell.finding
    verdict = finding.verdict.value if finding else "-"
    mark = "agrees " if cell.agrees else "differs" if finding else "no cell"
    named = f"{row['lsp']} {row['imperative']}" if finding else "(not encoded)"
    head = f"{row['table']}.{row['row']}  {mark}  {named}"
    said = [
        f"published: {row['published']}",
        f"reading:   {row['reading']}",
        f"gapcheck:  {verdict}",
    ]
    if finding and row["tier"]:
        tier = next(one for one in finding.tiers if one.tier == row["tier"])
        said[-1] += f"; {tier.tier} tier alone: {tier.position}; pattern: {finding.tier_pattern}"
    if row["reason_if_different"]:
        said.append(f"why:       {row['reason_if_different']}")
    wrapped = (textwrap.wrap(one, 88, subsequent_indent=" " * 11) for one in said)
    return [head, *(f"       {line}" for one in wrapped for line in one)]


def main() -> int:
    """Print all cells and what they come to; 1 where one differs and nobody said why."""
    every = cells()
    print("\n".join(line for cell in every for line in lines(cell)))
    encoded = [cell for cell in every if cell.finding]
    agree = sum(cell.agrees for cell in encoded)
    rest = len(encoded) - agree
    print(f"\n{agree} of {len(encoded)} encoded cells agree; {rest} differ for the reason given;")
    print(f"{len(every) - len(encoded)} of {len(every)} is not encoded.")
    return 0 if all(cell.accounted for cell in every) else 1


if __name__ == "__main__":
    sys.exit(main())
