"""What the records of a study can be exported as: one table of files, and one of folders.

A new kind is a line here and a module with `write`.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from gapcheck.exporters.parquet.data_set import Packed, Place, Tables, Told
from gapcheck.exporters.selected import Selected, Why
from gapcheck.missing_extra import needing
from gapcheck.model.corpus import Corpus
from gapcheck.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Study:
    """What is exported: all that was read, what of it may leave, and why the rest may not."""

    corpus: Corpus
    selected: Selected
    why: Why


Writer = Callable[[Study, BinaryIO], None]


def _project(study: Study, stream: BinaryIO) -> None:
    from gapcheck.exporters.qdpx.writer import write_project  # noqa: PLC0415

    write_project(study.selected, stream)


def _codebook(study: Study, stream: BinaryIO) -> None:
    from gapcheck.exporters.qdpx.writer import write_codebook  # noqa: PLC0415

    write_codebook(study.selected, stream)


def _segments(study: Study, stream: BinaryIO) -> None:
    from gapcheck.exporters.segments import write  # noqa: PLC0415

    text = io.StringIO()
    write(study.selected, text)
    stream.write(text.getvalue().encode("utf-8", "surrogateescape"))


def _workbook(study: Study, stream: BinaryIO) -> None:
    with needing("xlsxwriter", "xlsx"):
        from gapcheck.exporters.workbook.writer import write  # noqa: PLC0415
    write(study.corpus, stream, lambda source, excerpt: not study.why(source, excerpt))


RECORDS: Mapping[str, tuple[str, Writer]] = MappingProxyType(
    {
        "workbook": (".xlsx", _workbook),
        "qdpx": (".qdpx", _project),
        "qdc": (".qdc", _codebook),
        "csv": (".csv", _segments),
    }
)
"""Each kind, the ending of its files and what writes it."""

READABLE = frozenset({"csv", "qdc"})
"""Those that are text, which a terminal can show."""


@dataclass(frozen=True, slots=True)
class FolderKind:
    """A kind that is a folder: what fills an empty one, and whether one that is there is ours.

    `pack` makes the files of a partnership, the same ones wherever `made_by` is the same.
    """

    name: str
    begin: Callable[[Path], Tables]
    pack: Callable[[Place, Told, Settings], Packed]
    is_own: Callable[[Path], bool]
    made_by: str


def _parquet() -> FolderKind:
    with needing("pyarrow", "parquet"):
        from gapcheck.exporters.parquet import own, writer  # noqa: PLC0415
    return FolderKind("parquet", writer.Writer, writer.pack, own.is_own, own.MADE_BY)


FOLDERS: Mapping[str, Callable[[], FolderKind]] = MappingProxyType({"parquet": _parquet})
"""The kinds that are folders; MissingExtra where one cannot be written."""
