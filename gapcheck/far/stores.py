"""The studies at addresses that this process knows, each by the path that stands for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gapcheck.far.address import path_for, protocols_of, shown

if TYPE_CHECKING:
    from gapcheck.far.store import Store

_urls: dict[str, str] = {}
_stores: dict[str, Store] = {}


def named(url: str) -> Path:
    """The path that stands for an address from now on; nothing is opened yet."""
    root = path_for(url)
    _urls[root.parts[0]] = url
    return root


def opened(url: str, run: bytes = b"") -> Path:
    """The same, of a study that is listed now; once for all that belongs to one `run`."""
    # Imported late: studies lie on a disk, as a rule, and whoever starts pays for every import.
    from gapcheck.far.store import open_store  # noqa: PLC0415

    root = named(url)
    store = _stores.get(root.parts[0])
    if store is None or not run or store.run != run:
        _stores[root.parts[0]] = open_store(url, root, run)
    return root


def address_of(path: Path) -> str | None:
    """The address that a path stands for, or lies below; None of a path on a disk."""
    return _urls.get(path.parts[0]) if _urls and path.parts else None


def store_of(path: Path) -> Store | None:
    """The opened study that a path lies in; None of a path on a disk."""
    return _stores.get(path.parts[0]) if _stores and path.parts else None


def shown_as(root: Path) -> str:
    """Where a study lies, as people are shown it."""
    url = address_of(root)
    return str(root) if url is None else shown(url)


def is_this_process_alone(root: Path) -> bool:
    """Whether no other process sees the same study: it lies in the memory of this one."""
    url = address_of(root)
    return url is not None and "memory" in protocols_of(url)
