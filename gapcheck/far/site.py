"""What can be asked of a path in a study at an address: what `Path` answers of one on a disk."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from gapcheck.far.store import Store


@dataclass(frozen=True, slots=True)
class FarSite:
    """A path in a study at an address. There are no links."""

    store: Store
    path: Path

    def exists(self) -> bool:
        """Whether anything lies there."""
        return self.is_file() or self.is_dir()

    def is_file(self) -> bool:
        """Whether a file lies there."""
        return self.store.path(self.path) in self.store.tree.files

    def is_dir(self) -> bool:
        """Whether a folder lies there."""
        return self.store.path(self.path) in self.store.tree.folders

    def is_symlink(self) -> bool:
        """No: what leads elsewhere is not listed."""
        return False

    def stat(self) -> os.stat_result:
        """Its kind and its size, nought where that is not known; FileNotFoundError of nothing."""
        file = self.store.tree.files.get(self.store.path(self.path))
        if file is None and not self.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        kind, size = (stat.S_IFREG, file.size or 0) if file else (stat.S_IFDIR, 0)
        return os.stat_result((kind, 0, 0, 1, 0, 0, size, 0, 0, 0))

    lstat = stat

    def iterdir(self) -> Iterator[Path]:
        """What a folder holds; OSError where there is none, or it is closed."""
        name = self.store.path(self.path)
        if name in self.store.tree.closed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if name not in self.store.tree.folders:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        return (self.path / one for one in self.store.tree.folders[name])

    def glob(self, pattern: str) -> Iterator[Path]:
        """The files of the study that a pattern without `**` means."""
        steps = pattern.count("/")
        names = (name for name in self.store.tree.files if name.count("/") == steps)
        return (self.store.root / name for name in names if PurePosixPath(name).match(pattern))
