"""The data set in a folder: a table in a file for each partnership, and two small tables.

The folders are called as Hive calls them (`findings/lsp=northtown`), which is where the column
`lsp` of these tables stands. One partnership is made into columns at a time, and nothing of it is
kept. The same study gives the same bytes: rows have the order of the report, and no file knows a
clock.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet as pq

from gapcheck.exporters.parquet.columns import Column, Record, table
from gapcheck.exporters.parquet.data_set import FORMAT, Place, Told
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


class Writer:
    """The tables of a data set in an empty folder."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        own = (tier for tier in settings.vocabulary.tiers if tier not in TIERS)
        self._findings = findings((*TIERS, *own))
        self._folder = folder
        self.rows: Counter[str] = Counter()

    def add(self, place: Place, told: Told) -> None:
        """Write all of a partnership, a file in each table."""
        if place.judged:
            said = [(one, each) for one in place.findings for each in one.statements]
            self._part("findings", place, told, self._findings, place.findings)
            self._part("statements", place, told, STATEMENTS, said)
        if place.sources is not None:
            self._part("excerpts", place, told, EXCERPTS, _passages(place, place.sources))

    def close(self, report: Report, told: Told) -> None:
        """Write the two small tables."""
        self._whole("imperatives", told, IMPERATIVES, duties(report.policies))
        self._whole("partnerships", told, PARTNERSHIPS, report.partnerships)

    def _part(
        self,
        name: str,
        place: Place,
        told: Told,
        columns: Sequence[Column[Record]],
        records: Sequence[Record],
    ) -> None:
        path = self._folder / name / f"lsp={place.lsp or NOBODY}" / PART
        path.parent.mkdir(parents=True)
        said = {**_head(name), "gapcheck.lsp": place.lsp, **told}
        _save(path, table(columns, records, said))
        self.rows[name] += len(records)

    def _whole(
        self,
        name: str,
        told: Told,
        columns: Sequence[Column[Record]],
        records: Sequence[Record],
    ) -> None:
        path = self._folder / f"{name}.parquet"
        _save(path, table(columns, records, {**_head(name), **told}))
        self.rows[name] += len(records)


def _head(name: str) -> dict[str, str]:
    return {"gapcheck.format": FORMAT, "gapcheck.table": name}


def _save(path: Path, rows: Any) -> None:
    with (
        path.open("wb") as stream,
        pq.ParquetWriter(stream, rows.schema, compression="zstd", compression_level=3) as writer,
    ):
        writer.write_table(rows, row_group_size=_ROWS)


def _passages(place: Place, sources: Iterable[Kept]) -> list[Passage]:
    return [Passage(place.partnership, kept, each) for kept in sources for each in kept.excerpts]
