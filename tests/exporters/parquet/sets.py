"""Data sets for tests: the shipped study's, and what stands in any of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from gapcheck.cli.data_set import export_folder
from gapcheck.cli.wanted import Part, Wanted
from gapcheck.model.choices import Audience

ROOT = Path(__file__).resolve().parents[3]
"""The shipped study."""
TODAY = date(2026, 11, 21)
SETS = ("findings", "statements", "excerpts")

Row = dict[str, Any]


def wanted(root: Path, audience: Audience = Audience.TEAM) -> Wanted:
    """What is asked of a study."""
    return Wanted(root, TODAY, None, audience, False, Part())


def exported(root: Path, folder: Path, *names: str, audience: Audience = Audience.TEAM) -> Path:
    """The folder, in which the data set of a study was written."""
    export_folder(wanted(root, audience), "parquet", names, folder, None)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, by its path within it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def rows(folder: Path, table: str) -> list[Row]:
    """The rows of a table, partnership by partnership, with `lsp` as the folders tell it."""
    if table not in SETS:
        return list(_rows(folder / f"{table}.parquet"))
    return [
        {"lsp": place.name.removeprefix("lsp="), **row}
        for place in sorted((folder / table).iterdir())
        for row in _rows(place / "part-0.parquet")
    ]


def _rows(path: Path) -> Iterator[Row]:
    yield from pq.read_table(path, partitioning=None).to_pylist()


def every_word(folder: Path) -> str:
    """All that a data set holds, unpacked: names of files, the page, rows and metadata."""
    found = [*files(folder), (folder / "README.md").read_text("utf-8")]
    for path in sorted(folder.rglob("*.parquet")):
        schema = pq.read_schema(path)
        found.append(f"{schema}\n{schema.metadata}")
        found += [str(row) for row in _rows(path)]
    return "\n".join(found)


def in_bytes(folder: Path, marks: Iterable[str]) -> list[str]:
    """The marker words that stand in the files as they are; few letters stand anywhere."""
    held = b"\n".join(files(folder).values()).lower()
    return [mark for mark in marks if len(mark) > 4 and mark.lower().encode() in held]
