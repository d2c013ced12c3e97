"""From an address to the file system that it names; nothing else here imports fsspec."""

from __future__ import annotations

from typing import Any

from gapcheck.far.address import protocols_of, shown
from gapcheck.far.unreachable import Unreachable
from gapcheck.missing_extra import needing
from gapcheck.near import did_you_mean

FileSystem = Any
"""What fsspec calls so; it says nothing of its types."""

_WHY: dict[type[Exception], str] = {
    FileNotFoundError: "there is nothing",
    PermissionError: "you are not let in",
    NotADirectoryError: "there is no folder",
}


def file_system(url: str) -> tuple[FileSystem, str]:
    """The file system of an address, and where in it the study lies; Unreachable says why not."""
    with needing("fsspec", "remote"):
        from fsspec.core import url_to_fs  # noqa: PLC0415
    for protocol in protocols_of(url):
        _hold(protocol)
    try:
        disk, top = url_to_fs(url)
    except Exception as error:
        raise refused(url, error) from None
    # Such a folder has its own place for a root, which fsspec would name once more.
    return disk, "" if url.startswith("dir::") else str(top).rstrip("/")


def lists_at_once(disk: FileSystem) -> bool:
    """Whether a file system has a way of its own to list all that lies below a folder.

    The others go from folder to folder, and pass over in silence what they cannot open.
    """
    from fsspec.asyn import AsyncFileSystem  # noqa: PLC0415
    from fsspec.implementations.dirfs import DirFileSystem  # noqa: PLC0415
    from fsspec.spec import AbstractFileSystem  # noqa: PLC0415

    while isinstance(disk, DirFileSystem):
        disk = disk.fs
    if isinstance(disk, AsyncFileSystem):
        return type(disk)._find is not AsyncFileSystem._find
    return type(disk).find is not AbstractFileSystem.find


def refused(url: str, error: Exception) -> Unreachable:
    """What is told of an error; never its own words, which may hold secrets of the address."""
    for kind, why in _WHY.items():
        if isinstance(error, kind):
            return Unreachable(f"At {shown(url)} {why}.")
    return Unreachable(f"{shown(url)} cannot be reached ({type(error).__name__}).")


def _hold(protocol: str) -> None:
    """Unreachable where there is no such protocol, or it would lay copies down here."""
    from fsspec import available_protocols, get_filesystem_class  # noqa: PLC0415
    from fsspec.implementations.cached import CachingFileSystem  # noqa: PLC0415

    known = available_protocols()
    if protocol not in known:
        advice = did_you_mean(protocol, known) or "There are s3, gs, az, https and others."
        raise Unreachable(f"There is no protocol `{protocol}`. {advice}")
    try:
        kind = get_filesystem_class(protocol)
    except ImportError as error:
        needs = str(error).rstrip(".")
        raise Unreachable(
            f"{protocol}:// needs a package that is not installed: {needs}."
        ) from None
    if issubclass(kind, CachingFileSystem):
        raise Unreachable(f"{protocol}:: would lay copies of the study down here: leave it out.")
