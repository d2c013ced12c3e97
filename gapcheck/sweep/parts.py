"""One part of a study, worked on in a process of whatever kind: what goes there, and back.

What goes there is plain data and stands for itself, so that any executor can carry it: the
processes of this machine, or the workers of a cluster.
"""

from __future__ import annotations

import copyreg
import gc
import os
import pickle
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from gapcheck import __version__
from gapcheck.far.address import is_address
from gapcheck.far.stores import address_of, opened, shown_as
from gapcheck.far.unreachable import Unreachable
from gapcheck.load.root import SETTINGS
from gapcheck.missing_extra import MissingExtra
from gapcheck.source.files import Unreadable, at, read_file
from gapcheck.sweep.jobs import Job
from gapcheck.sweep.reader import Read, Reader

Kept = TypeVar("Kept")


class Grounded(Protocol):
    """Whatever parts are worked on against: it says where the study lies."""

    @property
    def root(self) -> Path:
        """The study's folder."""


class Unlike(Exception):
    """A worker does not stand on the same ground: why, as a sentence without a full stop."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A ground as bytes, and what tells it from others.

    `root` is the study's folder or its address, which may hold a secret that no log is to show.
    `seen` is the hash of the study's settings where it has to be the same for a worker, which may
    sit on another machine; None where nobody else reads.
    """

    key: bytes
    data: bytes = field(repr=False)
    root: str = field(repr=False)
    version: str = __version__
    seen: bytes | None = None


def parcel(ground: Grounded, *, far: bool = False) -> Parcel:
    """A ground made ready to be sent; `far` where a worker may look at another disk."""
    copyreg.pickle(MappingProxyType, _pickled)
    # Tables of numbers are nearly all noughts, and it goes along with each part.
    data = zlib.compress(pickle.dumps(ground), 1)
    url = address_of(ground.root)
    # At an address is listed what there is, and each run is to see what there is then.
    fresh = b"" if url is None else os.urandom(16)
    key = blake2b(data, digest_size=16, key=fresh).digest()
    seen = _settings(ground.root) if far else None
    return Parcel(key, data, str(ground.root) if url is None else url, seen=seen)


def read_part(ground: Parcel, jobs: Sequence[Job]) -> list[Read]:
    """What each of some jobs came to, in their order; Unlike where that would be no answer."""
    reader = kept(ground, Reader)
    with without_collecting():
        return reader.each(jobs)


_own = threading.local()
"""What each thread made last of a ground: parts come one after the other, and all on one ground."""


def kept(ground: Parcel, make: Callable[[Any], Kept]) -> Kept:
    """What is made of a ground, once for all parts that stand on it."""
    if getattr(_own, "key", None) != ground.key:
        if ground.version != __version__:
            raise Unlike(f"it has gapcheck {__version__}, and this is {ground.version}")
        root = _root(ground)
        if ground.seen is not None and _settings(root) != ground.seen:
            raise Unlike(f"it sees another study at {shown_as(root)}, or none")
        _own.made = make(pickle.loads(zlib.decompress(ground.data)))
        _own.key = ground.key
    made: Kept = _own.made
    return made


def _root(ground: Parcel) -> Path:
    """The study's folder, as this process sees it."""
    if not is_address(ground.root):
        return Path(ground.root)
    try:
        return opened(ground.root, ground.key)
    except (Unreachable, MissingExtra) as error:
        raise Unlike(str(error).removesuffix(".")) from None


def _settings(root: Path) -> bytes:
    """A hash of what says that this is the study, and which one."""
    try:
        told = read_file(root / SETTINGS)
    except Unreadable:
        told = b"" if at(root).is_dir() else b"nowhere"
    return blake2b(told, digest_size=16).digest()


def _pickled(table: MappingProxyType[Any, Any]) -> tuple[Any, ...]:
    # The type has no name by which another process could find it.
    return _table, (dict(table),)


def _table(items: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(items)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Leave out the search for circles while files are read: what they are read into has none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
