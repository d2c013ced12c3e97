"""What can be told of a study's files without reading them: names and stamps; else hashes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from pathlib import Path

from gapcheck import lock
from gapcheck.cache import FileRow
from gapcheck.source.files import LIMIT, Unreadable, read_file

MARGIN = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use. A file this young may change again
without another stamp."""

_FOLDERS = ("evidence", "policies")
_SINGLE = ("gapcheck.yaml", lock.NAME)
_LARGEST = 16 << 20
"""Bytes: what a transcript may hold."""
_READ = (".yaml", ".yml")
_DEEPEST = 32
"""Folders within folders that are looked into: more than a check reads, and no endless tree."""


@dataclass(slots=True)
class Glance:
    """The files that a run would read, each with its stamp, and the names of all others.

    With `odd` there is something (a link, a pipe, a closed folder) of which stamps do not tell
    everything. `newest` is the time of the last change to any file. `beside` are the transcripts
    that were looked at as well, those that are not there too; `closed` are the odd ones of them.
    """

    root: Path
    stamps: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    odd: bool = False
    newest: int = 0
    beside: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)

    def stamp(self) -> bytes:
        """What all names and stamps come to."""
        lines = [f"{name}\0{stamp}" for name, stamp in sorted(self.stamps.items())]
        return _hash([*lines, "", *self._named()])

    def look_beside(self, names: Iterable[str]) -> None:
        """Look at these transcripts too, by their paths in the study."""
        for name in names:
            self.beside.add(name)
            self._look_along(name)

    def forget_beside(self, names: Iterable[str]) -> None:
        """Let these transcripts be as if nobody had looked at them."""
        for name in names:
            self.beside.discard(name)
            self.stamps.pop(name, None)

    def own(self) -> list[str]:
        """The files of the study, without the transcripts."""
        return [name for name in self.stamps if name not in self.beside]

    def contents(self, known: Mapping[str, FileRow], names: Iterable[str]) -> dict[str, bytes]:
        """The hash of each of these that is there; those are read whose stamp is not known."""
        found = {}
        root = str(self.root)
        for name in names:
            if (stamp := self.stamps.get(name)) is None:
                continue
            row = known.get(name)
            if row and row.stamp == stamp and trusted(stamp, row.written):
                found[name] = row.content
                continue
            try:
                found[name] = sha256(read_file(f"{root}/{name}", _limit(name))).digest()
            except Unreadable:
                self.odd = True
        return found

    def content(self, hashes: Mapping[str, bytes]) -> bytes:
        """What all names and hashes of the study's own files come to."""
        return _hash([*_lines(sorted(self.own()), hashes), "", *sorted(self.others)])

    def content_beside(self, hashes: Mapping[str, bytes]) -> bytes:
        """What the names and hashes of the transcripts come to."""
        return _hash(_lines(sorted(self.beside), hashes))

    def _named(self) -> list[str]:
        return [*sorted(self.others), "", *sorted(self.beside)]

    def _look_along(self, name: str) -> None:
        """Note the stamp of a file, where it is there; over a link nobody goes any further."""
        place = self.root
        steps = name.split("/")
        for number, step in enumerate(steps, 1):
            place /= step
            try:
                status = place.lstat()
            except (FileNotFoundError, NotADirectoryError):
                return
            except (OSError, ValueError):
                break
            if number == len(steps) and stat.S_ISREG(status.st_mode):
                _note(self, name, status)
                return
            if not stat.S_ISDIR(status.st_mode):
                break
        self.odd = True
        self.closed.add(name)


def glance(root: Path) -> Glance:
    """Look at the files of a study from outside."""
    found = Glance(root)
    for name in _FOLDERS:
        _look_into(found, str(root / name), name)
    for name in _SINGLE:
        try:
            status = (root / name).lstat()
        except FileNotFoundError:
            continue
        except OSError:
            found.odd = True
            continue
        _note(found, name, status)
        found.odd |= not stat.S_ISREG(status.st_mode)
    return found


def trusted(stamp: str, written: int) -> bool:
    """Whether a file has been the same for long enough before its stamp was noted."""
    _, _, modified, changed = stamp.split(":")
    return max(int(modified), int(changed)) + MARGIN < written


def _look_into(found: Glance, folder: str, name: str) -> None:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                _look_at(found, entry, f"{name}/{entry.name}")
    except FileNotFoundError:
        found.others.append(f"{name}/ is not there")
    except OSError:
        found.odd = True


def _look_at(found: Glance, entry: os.DirEntry[str], name: str) -> None:
    if not name.isprintable() or name.count("/") > _DEEPEST:
        found.odd = True
        return
    status = entry.stat(follow_symlinks=False)
    if stat.S_ISREG(status.st_mode):
        if name.endswith(_READ) or name.lower().endswith(_READ):
            _note(found, name, status)
        else:
            found.others.append(name)
    elif stat.S_ISDIR(status.st_mode):
        found.others.append(f"{name}/")
        _look_into(found, entry.path, name)
    else:
        found.odd = True


def _note(found: Glance, name: str, status: os.stat_result) -> None:
    modified, changed = status.st_mtime_ns, status.st_ctime_ns
    found.stamps[name] = f"{status.st_size}:{status.st_ino}:{modified}:{changed}"
    if modified > found.newest or changed > found.newest:
        found.newest = max(modified, changed)


def _lines(names: Iterable[str], hashes: Mapping[str, bytes]) -> list[str]:
    return [f"{name}\0{hashes.get(name, b'').hex()}" for name in names]


def _limit(name: str) -> int:
    if name == lock.NAME:
        return lock.LIMIT
    return LIMIT if name.lower().endswith(_READ) else _LARGEST


def _hash(lines: list[str]) -> bytes:
    return blake2b("\n".join(lines).encode("utf-8", "surrogatepass"), digest_size=16).digest()
