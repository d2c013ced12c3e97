"""`gapcheck.lock` as it lies in the study; where it cannot be read, nothing was noted."""

from __future__ import annotations

from pathlib import Path

from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.lock import LIMIT, NAME, Broken, Lock, from_text
from gapcheck.source.files import Unreadable, is_there, read_file
from gapcheck.source.text import decode

RULE = "broken-lock"


def read_lock(root: Path) -> Lock:
    """The lock of the study in `root`, empty where there is none; Broken says where it is wrong.

    Who writes the lock reads it so, and writes nothing where it is broken: what it notes would be
    lost.
    """
    path = root / NAME
    if not is_there(path):
        return Lock()
    try:
        text, trouble = decode(read_file(path, LIMIT))
    except Unreadable as error:
        raise Broken(1, f"the file is {error}") from None
    if trouble:
        raise Broken(trouble.span[0] + 1, trouble.message)
    return from_text(text)


def lock_of(root: Path) -> tuple[Lock, tuple[Diagnostic, ...]]:
    """What the lock of a study notes, nothing where it is broken, and what is wrong with it."""
    try:
        return read_lock(root), ()
    except Broken as error:
        return Lock(), (_broken(error.line, str(error)),)


def _broken(line: int, why: str) -> Diagnostic:
    return Diagnostic(
        Location(NAME, line, 1, line, 1),
        Severity.ERROR,
        RULE,
        f"the lock cannot be read: {why}",
        "Mend this line, or take the file from version control again: until then nobody is told "
        "which transcripts and imperatives have changed.",
        left_out="what it notes of codes, decisions and transcripts that may have changed since",
    )
