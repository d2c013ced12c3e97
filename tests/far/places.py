"""Where a study of the tests lies far away: in memory, or on a disk that fsspec asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from fsspec.asyn import AsyncFileSystem
from fsspec.implementations.memory import MemoryFileSystem

Url = Callable[[Path], str]


def memory() -> Any:
    """The file system of `memory://`."""
    return MemoryFileSystem()


def laid(root: Path, name: str = "far") -> None:
    """A copy of a folder at `memory://NAME`."""
    held = memory()
    for path in root.rglob("*"):
        if path.is_file():
            held.pipe_file(f"/{name}/{path.relative_to(root).as_posix()}", path.read_bytes())


def forgotten() -> None:
    """Nothing lies in memory any more."""
    held = memory()
    held.store.clear()
    held.pseudo_dirs[:] = [""]


def in_memory(root: Path) -> str:
    laid(root)
    return "memory://far"


def chained(root: Path) -> str:
    laid(root)
    return "dir::memory://far"


def on_disk(root: Path) -> str:
    return root.as_uri()


def over_a_wire(root: Path) -> str:
    laid(root)
    return "wire://far"


PLACES: Sequence[Url] = (in_memory, chained, on_disk, over_a_wire)
"""Each lays a study down far away and gives its address."""


class Wire(AsyncFileSystem):  # type: ignore[misc]  # fsspec has no types
    """What lies in memory, to be had from afar: it lists folder by folder and counts its calls.

    `cut` is raised instead of an answer; `broken` are files that cannot be had.
    """

    protocol = "wire"
    cachable = False
    calls: ClassVar[list[str]] = []
    cut: ClassVar[Exception | None] = None
    broken: ClassVar[dict[str, Exception]] = {}

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(path).removeprefix("wire://").strip("/")

    async def _ls(self, path: str, detail: bool = True, **more: object) -> list[Any]:
        self._asked("ls", path)
        infos = memory().ls(f"/{path}", detail=True)
        return [{**one, "name": one["name"].strip("/")} for one in infos]

    async def _info(self, path: str, **more: object) -> dict[str, Any]:
        self._asked("info", path)
        found: dict[str, Any] = memory().info(f"/{path}")
        return found

    async def _cat_file(
        self, path: str, start: int | None = None, end: int | None = None, **more: object
    ) -> bytes:
        self._asked("cat", path)
        if path in self.broken:
            raise self.broken[path]
        data: bytes = memory().cat_file(f"/{path}", start, end)
        return data

    async def _cat_ranges(self, paths: Any, *given: Any, **more: Any) -> Any:
        self._asked("at once", str(len(paths)))
        return await super()._cat_ranges(paths, *given, **more)

    def _asked(self, what: str, of: str) -> None:
        self.calls.append(f"{what} {of}")
        if self.cut is not None:
            raise self.cut


@contextmanager
def wired() -> Iterator[type[Wire]]:
    """The protocol `wire://`, as it is when nothing is wrong and nobody has asked."""
    Wire.calls, Wire.cut, Wire.broken = [], None, {}
    yield Wire
    Wire.calls, Wire.cut, Wire.broken = [], None, {}
