"""Whether a folder holds a data set of ours and nothing else, so that another may replace it."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from gapcheck.exporters.parquet.data_set import FORMAT, README
from gapcheck.exporters.parquet.writer import PART

MADE_BY = f"pyarrow {pa.__version__}"
"""What decides on the bytes of a file, beside what is written into it."""
_SETS = frozenset({"findings", "statements", "excerpts"})
_OF_SYSTEMS = frozenset({".ds_store", "desktop.ini", "thumbs.db"})
"""What systems leave in a folder that somebody looks into."""
_TABLES = frozenset({"imperatives.parquet", "partnerships.parquet"})


def is_own(folder: Path) -> bool:
    """Whether all that lies in a folder was written by an export, in whatever version.

    One file of somebody else's is enough for no: what replaces the folder would delete it.
    """
    return _is_ours(folder / "partnerships.parquet") and all(map(_known, _held(folder)))


def _held(folder: Path) -> list[Path]:
    return [each for each in folder.iterdir() if each.name.lower() not in _OF_SYSTEMS]


def _known(entry: Path) -> bool:
    if entry.is_symlink():
        return False
    if entry.name in _SETS and entry.is_dir():
        return all(map(_is_partition, _held(entry)))
    return entry.is_file() and (entry.name == README or entry.name in _TABLES)


def _is_partition(entry: Path) -> bool:
    ours = entry.name.startswith("lsp=") and entry.is_dir() and not entry.is_symlink()
    return ours and [each.name for each in _held(entry)] == [PART]


def _is_ours(path: Path) -> bool:
    try:
        held = pq.read_schema(path).metadata or {}
    except (OSError, pa.ArrowException):
        return False
    return bool(held.get(b"gapcheck.format", b"").startswith(FORMAT.encode().rpartition(b"/")[0]))
