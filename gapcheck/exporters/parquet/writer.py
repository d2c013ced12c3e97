"""The data set in a folder: a table in a file for each partnership, and two small tables.

The folders are called as Hive calls them (`findings/lsp=northtown`), which is where the column
`lsp` of these tables stands. One partnership is made into columns at a time. The same study gives
the same bytes: rows have the order of the report, and no file knows a clock.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet as pq

from gapcheck.exporters.parquet.columns import Column, Record, table
from gapcheck.exporters.parquet.data_set import FORMAT, DataSet, Told
from gapcheck.exporters.parquet.excerpts import EXCERPTS, Passage
from gapcheck.exporters.parquet.findings import findings
from gapcheck.exporters.parquet.lookups import IMPERATIVES, PARTNERSHIPS, duties
from gapcheck.exporters.parquet.statements import STATEMENTS
from gapcheck.exporters.selected import Kept
from gapcheck.model.finding import Finding
from gapcheck.model.settings import TIERS
from gapcheck.model.study import Partnership

PART: Final = "part-0.parquet"
NOBODY: Final = "__HIVE_DEFAULT_PARTITION__"
"""What Hive calls no value: where there is no partnership, a table has its columns all the same."""
_ROWS: Final = 65_536
"""Rows in a group, the same on every machine; one group is in memory while it is packed."""


@dataclass(frozen=True, slots=True)
class Place:
    """A partnership with all that is written of it; its id alone where there is no more of it.

    `judged`: it has findings, or could have.
    """

    lsp: str
    partnership: Partnership | None
    judged: bool = True
    findings: Sequence[Finding] = ()
    sources: Sequence[Kept] = ()


def write(data: DataSet, folder: Path) -> Mapping[str, int]:
    """Write all tables into an empty folder; how many rows each has."""
    report, rows = data.report, Counter[str]()
    pages = _Pages(folder, data.told, rows)
    every = findings((*TIERS, *(t for t in report.settings.vocabulary.tiers if t not in TIERS)))
    for place in _places(data):
        if place.judged:
            said = [(one, each) for one in place.findings for each in one.statements]
            pages.add("findings", place, every, place.findings)
            pages.add("statements", place, STATEMENTS, said)
        if data.sources is not None:
            pages.add("excerpts", place, EXCERPTS, _passages(place))
    pages.add("imperatives", None, IMPERATIVES, duties(report.policies))
    pages.add("partnerships", None, PARTNERSHIPS, report.partnerships)
    return rows


@dataclass(frozen=True, slots=True)
class _Pages:
    """The files of a data set, written one after the other, and how many rows they have."""

    folder: Path
    told: Told
    rows: Counter[str]

    def add(
        self,
        name: str,
        place: Place | None,
        columns: Sequence[Column[Record]],
        records: Sequence[Record],
    ) -> None:
        path = self.folder / f"{name}.parquet"
        told = {"gapcheck.format": FORMAT, "gapcheck.table": name}
        if place is not None:
            path = self.folder / name / f"lsp={place.lsp or NOBODY}" / PART
            path.parent.mkdir(parents=True)
            told["gapcheck.lsp"] = place.lsp
        own = self.told(place.partnership if place else None)
        _save(path, table(columns, records, {**told, **own}))
        self.rows[name] += len(records)


def _save(path: Path, rows: Any) -> None:
    with (
        path.open("wb") as stream,
        pq.ParquetWriter(stream, rows.schema, compression="zstd", compression_level=3) as writer,
    ):
        writer.write_table(rows, row_group_size=_ROWS)


def _places(data: DataSet) -> Iterator[Place]:
    """The partnerships in the order of the report, and last what speaks of no one partnership."""
    judged: dict[str, list[Finding]] = {}
    for one in data.report.findings:
        judged.setdefault(one.partnership.id, []).append(one)
    kept: dict[str, list[Kept]] = {}
    for source in data.sources or ():
        kept.setdefault(source.source.lsp, []).append(source)
    for part in data.report.partnerships:
        own = part.partnership
        yield Place(own.id, own, True, judged.get(own.id, ()), kept.pop(own.id, ()))
    for lsp, sources in kept.items():
        yield Place(lsp, None, False, (), sources)
    if not data.report.partnerships:
        yield Place("", None)


def _passages(place: Place) -> list[Passage]:
    return [
        Passage(place.partnership, kept, each) for kept in place.sources for each in kept.excerpts
    ]
