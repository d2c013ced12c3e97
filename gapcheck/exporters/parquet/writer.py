"""The data set in a folder: a table in a file for each partnership, and two small tables.

The folders are called as Hive calls them (`findings/lsp=northtown`), which is where the column
`lsp` of these tables stands. One partnership is made into columns at a time, and nothing of it is
kept. The same study gives the same bytes: rows have the order of the report, and no file knows a
clock.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet as pq

from gapcheck.exporters.parquet.columns import Column, Record, table
from gapcheck.exporters.parquet.data_set import FORMAT, Packed, Place, Told
from gapcheck.exporters.parquet.excerpts import EXCERPTS, Passage
from gapcheck.exporters.parquet.findings import findings
from gapcheck.exporters.parquet.lookups import IMPERATIVES, PARTNERSHIPS, duties
from gapcheck.exporters.parquet.statements import STATEMENTS
from gapcheck.exporters.selected import Kept
from gapcheck.model.report import Report
from gapcheck.model.settings import TIERS, Settings

PART: Final = "part-0.parquet"
NOBODY: Final = "__HIVE_DEFAULT_PARTITION__"
"""What Hive calls no value: where there is no partnership, a table has its columns all the same."""
_ROWS: Final = 65_536
"""Rows in a group, the same on every machine; one group is in memory while it is packed."""


def pack(place: Place, told: Told, settings: Settings) -> Packed:
    """All of a partnership, a file in each table, in whatever process that is done."""
    packing = _Packing(place, told)
    if place.judged:
        own = (tier for tier in settings.vocabulary.tiers if tier not in TIERS)
        said = [(one, each) for one in place.findings for each in one.statements]
        packing.add("findings", findings((*TIERS, *own)), place.findings)
        packing.add("statements", STATEMENTS, said)
    if place.sources is not None:
        packing.add("excerpts", EXCERPTS, _passages(place, place.sources))
    return Packed(packing.files, packing.rows)


class _Packing:
    def __init__(self, place: Place, told: Told) -> None:
        self._lsp = place.lsp
        self._told = told
        self.files: dict[str, bytes] = {}
        self.rows: dict[str, int] = {}

    def add(self, name: str, columns: Sequence[Column[Record]], records: Sequence[Record]) -> None:
        said = {**_head(name), "gapcheck.lsp": self._lsp, **self._told}
        path = f"{name}/lsp={self._lsp or NOBODY}/{PART}"
        self.files[path] = _written(table(columns, records, said))
        self.rows[name] = len(records)


class Writer:
    """The tables of a data set in an empty folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.rows: Counter[str] = Counter()

    def add(self, packed: Packed) -> None:
        """Write all of a partnership, a file in each table."""
        for name, data in packed.files.items():
            path = self._folder / name
            path.parent.mkdir(parents=True)
            path.write_bytes(data)
        self.rows.update(packed.rows)

    def close(self, report: Report, told: Told) -> None:
        """Write the two small tables."""
        self._whole("imperatives", told, IMPERATIVES, duties(report.policies))
        self._whole("partnerships", told, PARTNERSHIPS, report.partnerships)

    def _whole(
        self,
        name: str,
        told: Told,
        columns: Sequence[Column[Record]],
        records: Sequence[Record],
    ) -> None:
        data = _written(table(columns, records, {**_head(name), **told}))
        (self._folder / f"{name}.parquet").write_bytes(data)
        self.rows[name] += len(records)


def _head(name: str) -> dict[str, str]:
    return {"gapcheck.format": FORMAT, "gapcheck.table": name}


def _written(rows: Any) -> bytes:
    stream = io.BytesIO()
    with pq.ParquetWriter(stream, rows.schema, compression="zstd", compression_level=3) as writer:
        writer.write_table(rows, row_group_size=_ROWS)
    return stream.getvalue()


def _passages(place: Place, sources: Iterable[Kept]) -> list[Passage]:
    return [Passage(place.partnership, kept, each) for kept in sources for each in kept.excerpts]
