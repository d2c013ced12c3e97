"""What a coder had before them is noted in the lock, so that a check can tell what changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from gapcheck.load.lock_file import read_lock
from gapcheck.load.quotes import is_withdrawn
from gapcheck.lock import LIMIT, NAME, Broken, Lock, noted, to_text, with_codes, with_signoff
from gapcheck.model.had_before import mark_of, marks_in, renewed, same_imperative
from gapcheck.model.study import Imperative, Source
from gapcheck.source.files import Unreadable, read_file
from gapcheck.transcripts.shelf import Shelf
from gapcheck.writing import Changed, swap

_ATTEMPTS: Final = 100
"""Each one that fails lets somebody else's note through, so that none of many is stuck."""

Coded = Mapping[str, Sequence[Imperative]]
"""Imperatives by the excerpts that were coded, or confirmed, for them."""


def note(root: Path, change: Callable[[Lock], Lock]) -> bool:
    """Whether the lock of a study now holds a change.

    A lock that cannot be read or written stays as it is: `gapcheck check` says what is wrong
    with it. Where nothing changes nothing is written.
    """
    for _ in range(_ATTEMPTS):
        try:
            if _noted(root, change):
                return True
        except (Broken, Unreadable, OSError):
            return False
    return False


def note_coding(root: Path, source: Source, shelf: Shelf, file: str, coded: Coded) -> bool:
    """Note what the coder of some excerpts had before them, whether or not all can be noted.

    `file` is what the lock calls the file that the codes stand in.
    """
    seen = _seen(source, shelf)
    return note(root, lambda lock: with_marks(noted(lock, *seen) if seen else lock, file, coded))


def with_marks(lock: Lock, file: str, coded: Coded) -> Lock:
    """The lock with the marks of imperatives as they are now, for some excerpts of a file."""
    marks = marks_in(lock.codes.get(file, ""))
    for excerpt, imperatives in coded.items():
        now = [mark_of(one) for one in imperatives]
        marks[excerpt] = renewed(marks.get(excerpt, ()), now)
    return with_codes(lock, file, marks)


def forget(root: Path, file: str, excerpt: str, imperative: Imperative) -> bool:
    """Forget what was noted of a code that was taken back."""
    own = mark_of(imperative)

    def change(lock: Lock) -> Lock:
        marks = marks_in(lock.codes.get(file, ""))
        left = [one for one in marks.get(excerpt, ()) if not same_imperative(one, own)]
        return with_codes(lock, file, {**marks, excerpt: left}) if excerpt in marks else lock

    return note(root, change)


def note_signoff(root: Path, name: str, marks: str) -> bool:
    """Note what a decision was made on."""
    return note(root, lambda lock: with_signoff(lock, name, marks))


def _seen(source: Source, shelf: Shelf) -> tuple[str, str] | None:
    """The transcript that was coded from, and its hash; None where none can be seen."""
    path = source.transcript
    if path is None or is_withdrawn(source):
        return None
    look = shelf.look(path)
    return None if look.transcript is None else (path, look.sha256)


def _noted(root: Path, change: Callable[[Lock], Lock]) -> bool:
    """Whether the lock says so now; false where somebody else was writing into it."""
    place = root / NAME
    old = read_file(place, LIMIT) if place.exists() else None
    lock = read_lock(root)
    new = change(lock)
    if new == lock:
        return True
    try:
        swap(place, old, to_text(new).encode())
    except Changed:
        return False
    return True
