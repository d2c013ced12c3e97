"""Files written whole or not at all, whenever the program is ended."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where a file that somebody has open cannot be deleted anyway
    fcntl = None  # type: ignore[assignment]

_PREFIX, _SUFFIX = ".gapcheck-", ".part"


def write_whole(path: Path, data: bytes | memoryview, *, replace: bool = True) -> None:
    """Write a file so that a reader sees the old one or the whole new one, never a part.

    With `replace` false, a file that is there already raises FileExistsError. Whatever goes
    wrong (OSError), no half-written file stays behind; what a killed run left is taken away.
    """
    if not replace and (path.exists() or path.is_symlink()):
        raise FileExistsError(f"{path} is there already")
    if path.exists() and not path.is_file() and not path.is_dir():
        # A device or a pipe (/dev/stdout) is written to: a file must never take its place.
        path.write_bytes(data)
        return
    # A link stays a link: what it leads to is replaced.
    path = path.resolve()
    _sweep(path.parent)
    with _temporary(path.parent) as (handle, temporary):
        with os.fdopen(os.dup(handle), "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes files that only their owner reads; a report is for others to read.
        temporary.chmod(_mode(path))
        if os.name == "nt":
            os.close(handle)
        temporary.replace(path)


class Changed(Exception):
    """A file is not what it was when it was read, so nothing was written over it."""


def swap(path: Path, old: bytes | None, new: bytes | None) -> None:
    """Put `new` in the place of `old`; Changed, and nothing written, where something else is there.

    None stands for no file: it is made, or deleted. Of several runs that swap files of one folder
    each waits for the others, so that none loses what another has written; a program that does
    not ask can still come between the last look and the write, which are next to each other.
    """
    with _alone_in(path.parent):
        if path.is_symlink():
            raise OSError(errno.ELOOP, "it is a symbolic link")
        # What is no file (a pipe, say) is not read: it could keep the program waiting.
        found = path.read_bytes() if path.is_file() else None
        if found != old or (old is None and path.exists()):
            raise Changed
        if new is None:
            path.unlink(missing_ok=True)
        else:
            write_whole(path, new)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Keep other runs that swap files of a folder waiting; nothing is left behind in it.

    Where the system has no such locks (Windows, some network drives) nobody is kept waiting.
    """
    handle = None
    if fcntl is not None:
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
            fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


@contextmanager
def _temporary(folder: Path) -> Iterator[tuple[int, Path]]:
    """A new file out of sight that is locked while it is written, and gone if that fails."""
    while True:
        handle, name = tempfile.mkstemp(dir=folder, prefix=_PREFIX, suffix=_SUFFIX)
        temporary = Path(name)
        try:
            if _ours(handle, temporary):
                yield handle, temporary
                return
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        finally:
            with suppress(OSError):
                os.close(handle)


def _sweep(folder: Path) -> None:
    """Take away what runs that were killed have left: nobody holds the lock of such a file."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            handle = os.open(left, flags)
            try:
                if _locked(handle):
                    left.unlink()
            finally:
                os.close(handle)


def _ours(handle: int, temporary: Path) -> bool:
    """Whether a new file is this run's: before its lock another may have swept it away."""
    try:
        return _locked(handle) and temporary.exists()
    except OSError:  # a file system without locks, where nobody sweeps
        return True


def _locked(handle: int) -> bool:
    """Lock a file for this process; false where another holds it."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _mode(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
