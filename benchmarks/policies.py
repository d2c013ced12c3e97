"""What it costs to draft imperatives from a statute of 125, 250 and 500 pages.

Each is a PDF file of invented law, read in a process of its own, so that the most memory that was
ever used is that file's.
"""

from __future__ import annotations

import random
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from functools import partial

from made_pdf import Row, pdf
from peaks import own_peak
from tables import Table, mebibytes, show, tried

PAGES = (125, 250, 500)
LINES = 44
_BODIES = ("local authority", "health board", "chief constable", "governing body", "partnership")
_ACTS = ("publish", "keep", "review", "prepare", "make available", "send to each member")
_THINGS = ("a statement of its grants", "a register of the bodies that it consulted", "the plan")
_TIMES = ("in each year", "before the end of June", "within three months", "on request")


def statute(pages: int) -> bytes:
    """A statute of that many pages."""
    chance = random.Random(pages)
    lines = _lines(chance)
    made: list[list[Row]] = []
    for number in range(1, pages + 1):
        rows: list[Row] = [(72, 800, 9, f"Local Participation Act 2011 (c. 99)    {number}")]
        for at in range(LINES):
            indent, size, words = next(lines)
            rows.append((72 + indent, 770 - 16 * at, size, words))
        rows.append((290, 40, 9, str(number)))
        made.append(rows)
    return pdf(made)


def _lines(chance: random.Random) -> Iterator[tuple[float, float, str]]:
    section = 0
    while True:
        section += 1
        body = chance.choice(_BODIES)
        yield 0, 13, f"{section} Duties of each {body}"
        for number in range(1, chance.randint(3, 6)):
            yield from _subsection(chance, number, body)


def _subsection(
    chance: random.Random, number: int, body: str
) -> Iterator[tuple[float, float, str]]:
    kind = chance.randrange(4)
    if kind == 0:
        yield 0, 11, f"({number}) Each {body} must—"
        for letter in "abc"[: chance.randint(2, 3)]:
            end = "; and" if letter == "a" else ";"
            yield from _wrapped(30, f"({letter}) {_act(chance)}{end}")
    elif kind == 1:
        words = f"({number}) Where a {body} objects, the Secretary of State may {_act(chance)}."
        yield from _wrapped(0, words)
    elif kind == 2:
        yield from _wrapped(0, f"({number}) In this section “relevant body” means a {body}.")
    else:
        words = f"({number}) The {body} shall {_act(chance)}, and shall {_act(chance)}."
        yield from _wrapped(0, words)


def _act(chance: random.Random) -> str:
    return f"{chance.choice(_ACTS)} {chance.choice(_THINGS)} {chance.choice(_TIMES)}"


def _wrapped(indent: float, text: str) -> Iterator[tuple[float, float, str]]:
    for line in textwrap.wrap(text, 88):
        yield indent, 11, line


def measure(pages: int) -> None:
    """Read one statute in this process and print what it cost, as numbers."""
    from gapcheck.importers.policies.facts import PolicyFacts
    from gapcheck.importers.policies.run import read_policy

    data = statute(pages)
    before, began = own_peak(), time.process_time()
    found = read_policy("statute.pdf", data, PolicyFacts(published="2011"))
    print(time.process_time() - began, own_peak(), before, len(found.drafts))
    if "--tallies" in sys.argv:
        print(*found.tallies, sep="\n")


def tables() -> Iterator[Table]:
    """A row for each size, measured in a process of its own."""
    heads = ("statute", "CPU", "a page", "memory", "memory before", "drafts")
    table = Table("Drafting imperatives from a statute", heads)
    for pages in PAGES:
        tried(table, (f"{pages} pages",), partial(_row, table, pages))
    yield table


def _row(table: Table, pages: int) -> None:
    more = ["--tallies"] if "--tallies" in sys.argv else []
    command = [sys.executable, __file__, str(pages), *more]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    numbers, *tallies = ended.stdout.splitlines()
    took, most, before, drafts = map(float, numbers.split())
    each = f"{took / pages * 1e3:.1f} ms"
    memory = mebibytes(most), mebibytes(before)
    table.add(f"{pages} pages", f"{took:.2f} s", each, *memory, f"{drafts:,.0f}")
    table.notes += [f"{pages} pages: {one}" for one in tallies]


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1].isdecimal():
        measure(int(sys.argv[1]))
    else:
        show(tables())
