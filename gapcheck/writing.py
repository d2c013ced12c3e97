"""Files and folders written whole or not at all, whenever the program is ended."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows, where a file that somebody has open cannot be deleted anyway
    fcntl = None  # type: ignore[assignment]

_PREFIX, _SUFFIX = ".gapcheck-", ".part"


def write_whole(path: Path, data: bytes, *, replace: bool = True) -> None:
    """Write a file as `whole_file` does; with `replace` false, FileExistsError if there is one."""
    if not replace and (path.exists() or path.is_symlink()):
        raise FileExistsError(f"{path} is there already")
    with whole_file(path) as stream:
        stream.write(data)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write into, of which a reader sees the old one or the whole new one, never a part.

    Whatever goes wrong (OSError), no half-written file stays behind; what a killed run left is
    taken away.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        # A device or a pipe (/dev/stdout) is written to: a file must never take its place.
        with path.open("wb") as stream:
            yield stream
        return
    # A link stays a link: what it leads to is replaced.
    path = path.resolve()
    _sweep(path.parent)
    with _temporary(path.parent) as (handle, temporary):
        with os.fdopen(os.dup(handle), "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes files that only their owner reads; a report is for others to read.
        temporary.chmod(_mode(path))
        if os.name == "nt":
            os.close(handle)
        temporary.replace(path)


@contextmanager
def whole_folder(path: Path, ours: Callable[[Path], bool]) -> Iterator[Path]:
    """An empty folder to write into, which takes the place of `path` when all of it is written.

    What lies at `path` has to be nothing, an empty folder, or one that is `ours`, which goes as a
    whole; else FileExistsError, before anything is written and again before it would be replaced.
    Whatever goes wrong (OSError), the old folder stays and nothing of the new one does.
    """
    path = path.resolve()
    _demand(path, ours)
    with _workshop(path.parent) as workshop:
        made = workshop / "new"
        made.mkdir()
        yield made
        _settle(made)
        _demand(path, ours)
        _exchange(path, made, workshop / "old")
    # Not before: the last whole state could be among what a killed run has left.
    _sweep_folders(path.parent)


def is_vacant(path: Path, ours: Callable[[Path], bool]) -> bool:
    """Whether a folder may be written at `path`: nothing is lost that is not `ours`."""
    if not path.exists():
        return True
    return path.is_dir() and (not any(path.iterdir()) or ours(path))


def _demand(path: Path, ours: Callable[[Path], bool]) -> None:
    if not is_vacant(path, ours):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def _exchange(path: Path, made: Path, aside: Path) -> None:
    """Put a new folder in the place of the old one, which is put back where that fails."""
    if not path.exists():
        made.rename(path)
        return
    made.chmod(path.stat().st_mode & 0o777)
    path.rename(aside)
    try:
        made.rename(path)
    except BaseException:
        aside.rename(path)
        raise


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """A folder out of sight, locked while it is in use, and gone with all that is in it after."""
    while True:
        place = Path(tempfile.mkdtemp(dir=folder, prefix=_PREFIX, suffix=_SUFFIX))
        try:
            with _holding(place):
                # Before it was locked another run may have swept it away.
                if place.exists():
                    yield place
                    return
        finally:
            shutil.rmtree(place, ignore_errors=True)


@contextmanager
def _holding(folder: Path, *, wait: bool = False) -> Iterator[bool]:
    """Hold the lock of a folder, and say whether it is held: not where there are no locks."""
    handle, held = None, False
    if fcntl is not None:
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
            held = _locked(handle, wait=wait)
    try:
        yield held
    finally:
        if handle is not None:
            os.close(handle)


def _sweep_folders(parent: Path) -> None:
    """Take away the folders that runs that were killed have left."""
    for left in parent.glob(f"{_PREFIX}*{_SUFFIX}"):
        if left.is_dir() and not left.is_symlink():
            with _holding(left) as held:
                if held:
                    shutil.rmtree(left, ignore_errors=True)


def _settle(folder: Path) -> None:
    """See to it that all that was written is on the disk."""
    for place, _, names in os.walk(folder):
        for name in names:
            with (Path(place) / name).open("rb+") as stream:
                os.fsync(stream.fileno())
        # A folder has to be on the disk too, which Windows does by itself.
        with suppress(OSError):
            handle = os.open(place, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


class Changed(Exception):
    """A file is not what it was when it was read, so nothing was written over it."""


def swap(path: Path, old: bytes | None, new: bytes | None) -> None:
    """Put `new` in the place of `old`; Changed, and nothing written, where something else is there.

    None stands for no file: it is made, or deleted. Of several runs that swap files of one folder
    each waits for the others, so that none loses what another has written; a program that does
    not ask can still come between the last look and the write, which are next to each other.
    """
    # Nobody is kept waiting where the system has no such locks (Windows, some network drives).
    with _holding(path.parent, wait=True):
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


def _locked(handle: int, *, wait: bool = False) -> bool:
    """Lock a file for this process; false where another holds it, if that is not waited for."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


def _mode(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
