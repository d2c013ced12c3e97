"""The file of a source, by the name that somebody gives it on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from gapcheck.load.unknown_name import UnknownName
from gapcheck.load.walk import Files, Folder
from gapcheck.near import nearest


@dataclass(frozen=True, slots=True)
class Found:
    """A source's file, and the folder of its partnership."""

    folder: Folder
    path: Path

    @property
    def name(self) -> str:
        """What the source is called where others have its id: `partnership/source`."""
        return f"{self.folder.name}/{self.path.stem}"


def find_source(files: Files, typed: str) -> Found:
    """The file of the source that is called so; UnknownName where there is not just one.

    It may be called by its id, by `partnership/source`, or by the path of its file.
    """
    every = [
        Found(folder, path)
        for folder in (*files.folders, files.background)
        for path in folder.sources
    ]
    name = _trimmed(typed)
    found = [one for one in every if name in (one.name, one.path.stem)]
    if len(found) == 1:
        return found[0]
    if found:
        named = {one.name for one in found}
        names = " or ".join(sorted(named))
        if len(named) == 1:
            paths = " and ".join(files.name(one.path) for one in found)
            raise UnknownName(f"{names} stands in two files: {paths}. Delete one of them.")
        raise UnknownName(f"Several sources are called {typed}: write {names}.")
    raise UnknownName(f"No source is called {typed}. {_advice(files, every, name)}")


def _advice(files: Files, every: list[Found], name: str) -> str:
    for folder in (*files.folders, files.background):
        for path in folder.codings:
            if path.stem == PurePosixPath(name).name:
                source, _, coder = path.stem.rpartition(".")
                return f"Those are {coder}'s codes: name {source}, and --coder {coder}."
    if "/" in name:
        near = nearest(name, [one.name for one in every])
    else:
        near = nearest(name, [one.path.stem for one in every])
    return f"Did you mean {near}?" if near else "`gapcheck list sources` names them all."


def _trimmed(typed: str) -> str:
    """The name without the parts of a path that completion in a shell adds to it."""
    path = PurePosixPath(typed.strip().replace("\\", "/"))
    bare = path.with_suffix("") if path.suffix in (".yaml", ".yml") else path
    return str(bare.relative_to("evidence")) if bare.is_relative_to("evidence") else str(bare)
