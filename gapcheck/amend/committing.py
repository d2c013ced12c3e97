"""An amended file put in the place of the old one, if that is still what it was; and taken back."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from gapcheck.amend.refusal import Reason, Refusal
from gapcheck.amend.run import Amended
from gapcheck.source.files import Unreadable, read_file
from gapcheck.writing import Changed, swap


@dataclass(frozen=True, slots=True)
class Done:
    """What was written where, so that it can be taken back.

    `before` is what the file held, None where it was not there.
    """

    path: Path
    amended: Amended
    before: bytes | None


def commit(path: Path, found: Amended, *, new: bool = False) -> Done | Refusal:
    """Write an amended file; `new` where none is to be there yet. Nothing is half written."""
    before = None if new else found.old
    refused = _write(path, found.file, before, found.new)
    return refused or Done(path, found, before)


def undo(done: Done) -> Refusal | None:
    """Take back what was written, if the file is still as it was left; else why not."""
    return _write(done.path, done.amended.file, done.amended.new, done.before)


def _write(path: Path, file: str, old: bytes | None, new: bytes | None) -> Refusal | None:
    try:
        if old is not None and not _writable(path):
            return _unwritable(f"{file} is read-only")
        swap(path, old, new)
    except Changed:
        advice = "It is left as it is now: read it again."
        return Refusal(Reason.CHANGED, f"{file} has changed since it was read", advice)
    except Unreadable as error:
        return _unwritable(f"{file} is {error}")
    except OSError as error:
        return _unwritable(f"{file} could not be written: {error.strerror or error}")
    return None


def _writable(path: Path) -> bool:
    """Whether a file may be written to: one can be replaced even where its owner locked it."""
    read_file(path)  # no link, no device, nothing larger than is read
    writing = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    return bool(path.stat().st_mode & writing) and os.access(path, os.W_OK)


def _unwritable(message: str) -> Refusal:
    return Refusal(Reason.UNWRITABLE, message, "Nothing was written.")
