"""Opening a study's file: never through a link, never a device, never more than it may hold."""

from __future__ import annotations

import os
import stat
from pathlib import Path

LIMIT = 1 << 20
"""Bytes that a file may hold (1 MiB): hundreds of interviews' worth of excerpts."""

_FLAGS = ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC")
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


class Unreadable(Exception):
    """A file cannot be read; the argument is why, as the end of the sentence "it is ..."."""


def read_file(path: Path, limit: int = LIMIT) -> bytes:
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


def _read(path: Path, limit: int) -> bytes:
    # Looked at first too: not every platform can refuse a link while opening (Windows has no
    # O_NOFOLLOW), and to open a device can already do something.
    _regular(path.lstat(), limit)
    flags = os.O_RDONLY
    for name in _FLAGS:
        flags |= getattr(os, name, 0)
    handle = os.open(path, flags)
    try:
        before = os.fstat(handle)
        _regular(before, limit)
        with os.fdopen(handle, "rb", closefd=False) as stream:
            data = stream.read(limit + 1)
        after = os.fstat(handle)
    finally:
        os.close(handle)
    if len(data) > limit:
        raise Unreadable(_too_large(limit))
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Unreadable("being written: it changed while it was read")
    return data


def _regular(status: os.stat_result, limit: int) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise Unreadable("a symbolic link, and links are not followed")
    for test, kind in _KINDS:
        if test(status.st_mode):
            raise Unreadable(f"{kind}, not a file")
    if status.st_size > limit:
        raise Unreadable(_too_large(limit))


def _too_large(limit: int) -> str:
    return f"larger than {limit // 1024:,} KiB; split it into several sources"
