"""Rows of a list to coded segments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gapcheck.importers.grids.grid import Grid, Row
from gapcheck.importers.segments.codes import CodePath, codes_in, path_of
from gapcheck.importers.segments.columns import Columns
from gapcheck.importers.segments.roles import Role

_YES = frozenset({"true", "yes", "y", "1", "x", "applied"})
_WORDLESS = re.compile(r"(?:imid|avid):\d+", re.IGNORECASE)
_SOURCES = frozenset({"files", "internals", "externals", "data", "sources"})


@dataclass(frozen=True, slots=True)
class Segment:
    """A row: some words of a document, and the codes that they have there."""

    row: Row
    place: str
    document: str
    text: str = field(repr=False)
    group: str = ""
    lsp: str = ""
    codes: tuple[CodePath, ...] = ()
    coder: str = ""
    memo: str = field(default="", repr=False)
    speaker: str = field(default="", repr=False)
    at: str = ""
    date: str = ""
    case: str = ""
    key: str = ""


def body(grid: Grid, columns: Columns) -> Iterator[Row]:
    """The rows below the heads."""
    return (row for row in grid.rows if row.number > columns.heads.number)


def segment(grid: Grid, columns: Columns, row: Row) -> Segment:
    """What one row says."""

    def said(role: Role) -> str:
        return row[columns.roles[role]] if role in columns.roles else ""

    group, document = _filed(said(Role.GROUP), said(Role.DOCUMENT), columns)
    return Segment(
        row=row,
        place=grid.place(row),
        document=document,
        text="" if _is_wordless(columns, row) else said(Role.TEXT),
        group=group,
        lsp=said(Role.LSP),
        codes=tuple(_codes(columns, row, said(Role.CODE))),
        coder=said(Role.CODER),
        memo=said(Role.MEMO),
        speaker=said(Role.SPEAKER),
        at=said(Role.AT) or _span(said(Role.START), said(Role.END)),
        date=said(Role.DATE),
        case=said(Role.CASE),
        key=row[columns.key] if columns.key is not None else "",
    )


def _filed(group: str, document: str, columns: Columns) -> tuple[str, str]:
    """The folder and the name of a document; NVivo writes both into one cell."""
    if columns.program.name != "NVivo" or "\\" not in document:
        return group, document
    *folders, name = (part for part in document.split("\\") if part)
    if folders and folders[0].casefold() in _SOURCES:
        folders = folders[1:]
    return group or "/".join(folders), name


def _codes(columns: Columns, row: Row, cell: str) -> Iterator[CodePath]:
    above = tuple(reversed([row[column] for column in columns.above if row[column]]))
    yield from ((*above, *path) for path in codes_in(cell, columns.program))
    for name, column in columns.applied:
        if row[column].casefold() in _YES:
            yield path_of(name, columns.program)


def _span(start: str, end: str) -> str:
    return start if end in ("", start) else f"{start}–{end}" if start else end


def _is_wordless(columns: Columns, row: Row) -> bool:
    """Whether a row of QualCoder's codes a picture or a recording: it has no words."""
    if columns.program.name != "QualCoder":
        return False
    return any(_WORDLESS.fullmatch(cell.strip()) for cell in row.cells)
