"""What a coder had before them is noted in the lock, so that a check can tell what changed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from gapcheck.load.lock_file import read_lock
from gapcheck.load.quotes import is_withdrawn
from gapcheck.lock import LIMIT, NAME, Broken, noted, to_text
from gapcheck.model.study import Source
from gapcheck.source.files import Unreadable, read_file
from gapcheck.transcripts.shelf import Shelf
from gapcheck.writing import Changed, swap

_ATTEMPTS: Final = 100
"""Each one that fails lets somebody else's note through, so that none of many is stuck."""


def note_transcript(root: Path, source: Source, shelf: Shelf) -> None:
    """Note the transcript of a source that was just coded, as it is now.

    Where it cannot be seen there is nothing to note. A lock that cannot be read or written stays
    as it is: the code is written all the same, and `gapcheck check` says what is wrong with it.
    """
    path = source.transcript
    if path is None or is_withdrawn(source):
        return
    look = shelf.look(path)
    if look.transcript is None:
        return
    for _ in range(_ATTEMPTS):
        try:
            if _noted(root, path, look.sha256):
                return
        except (Broken, Unreadable, OSError):
            return


def _noted(root: Path, path: str, sha256: str) -> bool:
    """Whether the lock says so now; false where somebody else was writing into it."""
    place = root / NAME
    old = read_file(place, LIMIT) if place.exists() else None
    lock = read_lock(root)
    if lock.transcripts.get(path) == sha256:
        return True
    try:
        swap(place, old, to_text(noted(lock, path, sha256)).encode())
    except Changed:
        return False
    return True
