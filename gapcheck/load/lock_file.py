"""`gapcheck.lock` as it lies in the study; where it cannot be read, nothing was noted."""

from __future__ import annotations

from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.load.walk import Files
from gapcheck.lock import LIMIT, NAME, Broken, Lock, from_text
from gapcheck.source.files import Unreadable, read_file
from gapcheck.source.text import decode

RULE = "broken-lock"


def read_lock(files: Files) -> tuple[Lock, tuple[Diagnostic, ...]]:
    """What the lock of a study notes, and what is wrong with it."""
    path = files.root / NAME
    if not path.is_symlink() and not path.exists():
        return Lock(), ()
    try:
        text, trouble = decode(read_file(path, LIMIT))
        if trouble:
            line, _, _, _ = trouble.span
            return Lock(), (_broken(line + 1, trouble.message),)
        return from_text(text), ()
    except Unreadable as error:
        return Lock(), (_broken(1, f"the file is {error}"),)
    except Broken as error:
        return Lock(), (_broken(error.line, str(error)),)


def _broken(line: int, why: str) -> Diagnostic:
    return Diagnostic(
        Location(NAME, line, 1, line, 1),
        Severity.ERROR,
        RULE,
        f"the lock cannot be read: {why}",
        "Mend this line, or take the file from version control again: until then nobody is told "
        "which transcripts have changed.",
    )
