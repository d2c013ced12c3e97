"""One study at an address: what there is, as it was when it was opened, and the bytes of files."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gapcheck.far.opening import FileSystem, file_system, refused
from gapcheck.far.tree import File, Tree, tree_below


@dataclass(frozen=True, slots=True)
class Store:
    """A study's files at an address; `run` tells whose listing it is.

    `_ahead` are bytes that were fetched before they were asked for; they are handed out once.
    """

    url: str = field(repr=False)
    root: Path
    run: bytes
    tree: Tree = field(repr=False)
    _disk: FileSystem = field(repr=False)
    _ahead: dict[str, bytes] = field(default_factory=dict, repr=False)

    def path(self, path: Path) -> str:
        """A path as the tree has it; one that leads out of the study is none of its."""
        inner = path.relative_to(self.root).as_posix() if self._holds(path) else ".."
        return "" if inner == "." else inner

    def _holds(self, path: Path) -> bool:
        return path == self.root or self.root in path.parents

    def read(self, path: Path, most: int) -> bytes:
        """The first bytes of a file, all of it where it holds fewer; OSError as of a disk."""
        name = self.path(path)
        if (held := self._ahead.pop(name, None)) is not None:
            return held
        file = self.tree.files.get(name)
        if file is None:
            kind = errno.EISDIR if name in self.tree.folders else errno.ENOENT
            raise OSError(kind, os.strerror(kind))
        (found,) = self._fetched([file], most)
        return found if isinstance(found, bytes) else self._instead(file, found)

    def ahead(self, paths: Iterable[Path], most: int) -> None:
        """Fetch the first bytes of files that will be read next, all at the same time."""
        names = [name for path in paths if (name := self.path(path)) not in self._ahead]
        wanted = [name for name in names if name in self.tree.files]
        found = self._fetched([self.tree.files[name] for name in wanted], most)
        pairs = zip(wanted, found, strict=True)
        # What went wrong comes to light when the file is asked for by itself.
        self._ahead.update({name: data for name, data in pairs if isinstance(data, bytes)})

    def _fetched(self, files: Sequence[File], most: int) -> list[bytes | Exception]:
        # Of nothing there is no first byte: stores refuse to give any.
        full = [file for file in files if file.size != 0]
        try:
            found = self._disk.cat_ranges([file.name for file in full], 0, most) if full else []
        except Exception as error:
            found = [error] * len(full)
        brought = iter(found)
        return [next(brought) if file.size != 0 else b"" for file in files]

    def _instead(self, file: File, error: Exception) -> bytes:
        """What is to be said of a file that could not be read; Unreachable where nothing can be.

        Only what the place says of the file tells whether it is the file or the way there.
        """
        if isinstance(error, PermissionError):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        try:
            self._disk.invalidate_cache()
            info = self._disk.info(file.name)
        except FileNotFoundError:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)) from None
        except Exception as other:
            raise refused(self.url, other) from None
        if info.get("size") == 0:
            return b""
        raise OSError(errno.EIO, type(error).__name__)


def open_store(url: str, root: Path, run: bytes) -> Store:
    """List a study at an address; Unreachable says why that cannot be done."""
    disk, top = file_system(url)
    try:
        tree = tree_below(disk, top)
    except Exception as error:
        raise refused(url, error) from None
    return Store(url, root, run, tree, disk)
