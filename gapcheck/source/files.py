"""Opening a study's file: never through a link, never a device, never more than it may hold.

A study lies on a disk, or at an address; where, nobody has to know who asks here.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from gapcheck.far.stores import address_of, store_of

LIMIT = 1 << 20
"""Bytes that a file may hold (1 MiB): hundreds of interviews' worth of excerpts."""

_FLAGS = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"))
_KINDS = (
    (stat.S_ISLNK, "a symbolic link, and links are not followed"),
    (stat.S_ISDIR, "a folder, not a file"),
    (stat.S_ISFIFO, "a pipe, not a file"),
    (stat.S_ISCHR, "a device, not a file"),
    (stat.S_ISBLK, "a device, not a file"),
)


class Unreadable(Exception):
    """A file cannot be read; the argument is why, as the end of the sentence "it is ..."."""


class Site(Protocol):
    """What can be asked of a path, as `Path` answers it."""

    def exists(self) -> bool:
        """Whether anything lies there."""

    def is_file(self) -> bool:
        """Whether a file lies there."""

    def is_dir(self) -> bool:
        """Whether a folder lies there."""

    def is_symlink(self) -> bool:
        """Whether a link lies there."""

    def stat(self) -> os.stat_result:
        """Kind and size of what lies there, or of what a link there leads to."""

    def lstat(self) -> os.stat_result:
        """Kind and size of what lies there."""

    def iterdir(self) -> Iterable[Path]:
        """What a folder holds."""

    def glob(self, pattern: str) -> Iterable[Path]:
        """The files below a folder that a pattern means."""


def at(path: Path) -> Site:
    """Whom to ask of a path in a study: the disk, or the listing of an address."""
    store = store_of(path)
    if store is None:
        return path
    from gapcheck.far.site import FarSite  # noqa: PLC0415  # few studies lie there

    return FarSite(store, path)


def is_there(path: Path) -> bool:
    """Whether anything lies at a path, be it a link that leads nowhere."""
    try:
        at(path).lstat()
    except (OSError, ValueError):
        return False
    return True


def is_far(path: Path) -> bool:
    """Whether a path lies in a study at an address, of which nothing may be kept here."""
    return address_of(path) is not None


def read_ahead(paths: Iterable[Path]) -> None:
    """Fetch files that are read next at once where each would be a journey of its own."""
    wanted = list(paths)
    store = store_of(wanted[0]) if wanted else None
    if store is not None:
        store.ahead(wanted, LIMIT + 1)


def read_file(path: Path | str, limit: int = LIMIT) -> bytes:
    """All bytes of a regular file of at most `limit` bytes; Unreadable says why not."""
    try:
        return _read(path, limit)
    except FileNotFoundError:
        raise Unreadable("gone: it vanished while the study was read") from None
    except PermissionError:
        raise Unreadable("closed to you: its permissions do not let you read it") from None
    except OSError as error:
        raise Unreadable(f"not readable: {error.strerror or error}") from None


def handed_over(data: bytes, limit: int = LIMIT) -> bytes:
    """Bytes that stand for a file's; Unreadable where a file could not hold as many."""
    if len(data) > limit:
        raise Unreadable(_too_large(limit))
    return data


def _read(path: Path | str, limit: int) -> bytes:
    if isinstance(path, Path) and (store := store_of(path)):
        return handed_over(store.read(path, limit + 1), limit)
    # Looked at first too: not every platform can refuse a link while opening (Windows has no
    # O_NOFOLLOW), and to open a device can already do something.
    _regular(os.lstat(path), limit)
    handle = os.open(path, os.O_RDONLY | _FLAGS)
    try:
        before = os.fstat(handle)
        _regular(before, limit)
        data = _all(handle, before.st_size, limit)
        after = os.fstat(handle)
    finally:
        os.close(handle)
    if len(data) > limit:
        raise Unreadable(_too_large(limit))
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Unreadable("being written: it changed while it was read")
    return data


def _all(handle: int, size: int, limit: int) -> bytes:
    """All bytes of an open file, or more than the limit; one call brings them, as a rule."""
    data = os.read(handle, min(size, limit) + 1)
    # What is longer than it said was written to meanwhile, or lies where reads come in parts.
    while len(data) != size and len(data) <= limit and (more := os.read(handle, limit + 1)):
        data += more
    return data


def _regular(status: os.stat_result, limit: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        kinds = (kind for test, kind in _KINDS if test(status.st_mode))
        raise Unreadable(next(kinds, "a socket, not a file"))
    if status.st_size > limit:
        raise Unreadable(_too_large(limit))


def _too_large(limit: int) -> str:
    return f"larger than {limit // 1024:,} KiB; split it into several sources"
