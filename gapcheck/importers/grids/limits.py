"""How large a table may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gapcheck.importers.grids.grid import Row
from gapcheck.model.unfit import Unfit

FILE = 64 << 20
"""Bytes of a file (64 MiB)."""

ROWS = 1_000_000
"""Rows that hold something."""

COLUMNS = 16_384
"""Columns, as many as Excel has."""

INFLATED = 512 << 20
"""Bytes that the parts of a spreadsheet may come to once they are unpacked (512 MiB)."""

PARTS = 10_000
"""Files that a spreadsheet may consist of."""


def small_enough(data: bytes) -> None:
    """Unfit where a file is too large to be read."""
    if len(data) > FILE:
        size = f"{len(data) / (1 << 20):.0f} MiB"
        raise Unfit(f"it holds {size}", f"At most {FILE >> 20} MiB are read. Save it in parts.")


def counted(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows that hold something; Unfit where there are more, or wider ones, than are read."""
    found = 0
    for row in rows:
        if not any(cell.strip() for cell in row.cells):
            continue
        found += 1
        if found > ROWS:
            raise Unfit(f"it has more than {ROWS:,} rows", "Save it in parts.")
        if len(row.cells) > COLUMNS:
            raise Unfit(f"a row has more than {COLUMNS:,} columns", "Save only what is needed.")
        yield row
