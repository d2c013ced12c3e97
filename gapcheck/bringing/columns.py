"""What the columns of a table hold, asked for once and kept in the code map."""

from __future__ import annotations

from collections.abc import Mapping

from gapcheck.bringing.changes import FileChange
from gapcheck.bringing.desk import Desk
from gapcheck.bringing.drafting import with_columns
from gapcheck.importers.segments.columns import ColumnsUnknown


def asked_for(desk: Desk, error: ColumnsUnknown) -> FileChange | None:
    """The code map with the columns that could be told and those that are to be said."""
    known = {**error.guess}
    rest = [one for one in error.headers if one not in known.values()]
    return _change(desk, known, rest)


def kept(desk: Desk, columns: Mapping[str, str]) -> FileChange | None:
    """The code map with columns that were said on the command line; None where it has some."""
    return _change(desk, columns, []) if columns and not desk.codemap.columns else None


def _change(desk: Desk, columns: Mapping[str, str], rest: list[str]) -> FileChange | None:
    path = desk.map_path
    text = with_columns(desk.map_text, columns, rest)
    return None if text is None else FileChange(path, path.name, desk.map_data, text.encode())
