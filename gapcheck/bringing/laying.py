"""The files of an import put in their places: all of them or none."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from gapcheck.bringing.changes import FileChange
from gapcheck.scaffold.refused import Refused
from gapcheck.writing import Changed, swap


def lay(changes: Sequence[FileChange]) -> None:
    """Write every file, or take back what was written where one cannot be (Refused)."""
    made: list[Path] = []
    done: list[FileChange] = []
    try:
        for each in changes:
            made += _folders(each.path.parent)
            swap(each.path, each.old, each.new)
            done.append(each)
    except BaseException as error:
        _undo(done, made)
        if isinstance(error, Changed):
            raise Refused(f"{each.file} has changed since it was read. {_NOTHING}") from error
        if isinstance(error, OSError):
            why = error.strerror or str(error)
            raise Refused(f"{each.file} could not be written: {why}. {_NOTHING}") from error
        raise


_NOTHING = "Nothing was written."


def _folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; the ones that were made, outermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    made = []
    for one in reversed(missing):
        one.mkdir()
        made.append(one)
    return made


def _undo(done: Sequence[FileChange], made: Sequence[Path]) -> None:
    for each in reversed(done):
        with contextlib.suppress(OSError, Changed):
            swap(each.path, each.new, each.old)
    for folder in reversed(made):
        with contextlib.suppress(OSError):
            folder.rmdir()
