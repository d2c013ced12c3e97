"""What lies below an address, listed once: folders with what they hold, files with their size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from gapcheck.far.opening import FileSystem, lists_at_once

_DEEPEST = 32
"""Folders within folders that are looked into: more than a check reads, and no endless tree."""

Info = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class File:
    """A file by the name that it has there; `size` is None where the listing does not tell."""

    name: str
    size: int | None


@dataclass(slots=True)
class Tree:
    """Files and folders by their path in the study; `closed` are folders nobody lets us open."""

    files: dict[str, File] = field(default_factory=dict)
    folders: dict[str, dict[str, None]] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)

    def add_folder(self, path: str) -> None:
        """Take in a folder, and those that it lies in."""
        if path in self.folders:
            return
        self.folders[path] = {}
        if path:
            outer, _, name = path.rpartition("/")
            self.add_folder(outer)
            self.folders[outer][name] = None

    def add_file(self, path: str, file: File) -> None:
        """Take in a file, and the folders that it lies in."""
        outer, _, name = path.rpartition("/")
        self.add_folder(outer)
        self.folders[outer][name] = None
        self.files[path] = file


def tree_below(disk: FileSystem, top: str) -> Tree:
    """Everything below a folder; whatever keeps it from being listed is raised as it comes."""
    found = Tree()
    # What an earlier run saw there must not be taken for what there is now.
    disk.invalidate_cache()
    infos = _at_once(disk, top) if lists_at_once(disk) else _folder_by_folder(disk, top, found)
    for info in infos:
        path = _path(info["name"], top)
        if not path:
            continue
        # A folder of a store of objects is sometimes an empty object with a slash at its end.
        if info["type"] == "directory" or info["name"].endswith("/"):
            found.add_folder(path)
        elif info["type"] == "file" and not info.get("islink"):
            found.add_file(path, File(info["name"], info.get("size")))
    if found.folders or found.closed:
        found.add_folder("")
    return found


def _at_once(disk: FileSystem, top: str) -> Iterable[Info]:
    infos: Mapping[str, Info] = disk.find(top, withdirs=True, detail=True)
    return infos.values()


def _folder_by_folder(disk: FileSystem, top: str, found: Tree) -> Iterator[Info]:
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            infos = disk.ls(folder, detail=True)
        except (FileNotFoundError, PermissionError) as error:
            if folder == top:
                raise
            if isinstance(error, PermissionError):
                found.closed.add(_path(folder, top))
            continue
        for info in infos:
            yield info
            path = _path(info["name"], folder)
            if info["type"] == "directory" and path and _path(folder, top).count("/") < _DEEPEST:
                waiting.append(info["name"])


def _path(name: str, top: str) -> str:
    """The path below a folder of what has a name there; empty of what lies nowhere in it."""
    if top and not name.startswith(f"{top.rstrip('/')}/"):
        return ""
    inner = name[len(top) :]
    if name.startswith(("http://", "https://")):
        # A server's page names files as addresses do, and may lead to itself in another order.
        inner = "" if "?" in inner else unquote(inner)
    parts = [part for part in inner.split("/") if part not in ("", ".")]
    return "" if ".." in parts or "\0" in inner else "/".join(parts)
