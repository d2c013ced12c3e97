"""Every file under a study: what each one is, or why it is not read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from gapcheck.diagnostic import Diagnostic
from gapcheck.load.entries import Entries
from gapcheck.load.root import SETTINGS
from gapcheck.source.files import is_there

NATIONAL = "national"
MOST_LEVELS = 16
"""Folders within folders that are looked into; an endless tree must not hold the program up."""

_NOTHING: Mapping[Path, bytes] = MappingProxyType({})


@dataclass(slots=True)
class Folder:
    """The files of one partnership, each list in the order of names.

    `typed` holds, once the sources are read, the ids of all excerpts in each, the wrong ones too.
    """

    name: str
    partnership: Path | None = None
    signoff: Path | None = None
    sources: list[Path] = field(default_factory=list)
    codings: list[Path] = field(default_factory=list)
    typed: dict[str, frozenset[str]] = field(default_factory=dict)

    def files(self) -> list[Path]:
        """All files of the folder."""
        own = [one for one in (self.partnership, self.signoff) if one]
        return [*own, *self.sources, *self.codings]


@dataclass(slots=True)
class Files:
    """What a study's folders hold."""

    entries: Entries
    settings: Path | None = None
    policies: list[Path] = field(default_factory=list)
    folders: list[Folder] = field(default_factory=list)
    background: Folder = field(default_factory=lambda: Folder(NATIONAL))

    @property
    def root(self) -> Path:
        """The study's folder."""
        return self.entries.root

    @property
    def unread(self) -> list[Diagnostic]:
        """Every file that is not read, with the reason."""
        return self.entries.unread

    def name(self, path: Path) -> str:
        """A file's path as people and programs are shown it."""
        return self.entries.name(path)


def walk(root: Path, only: Collection[str] = (), given: Mapping[Path, bytes] = _NOTHING) -> Files:
    """Find every file of the study in `root`, or of its partnerships only those named."""
    files = Files(Entries(root, given=given))
    settings = root / SETTINGS
    if is_there(settings) or settings in given:
        files.settings = settings
    files.policies += _deep(files, root / "policies")
    folders, loose = files.entries.of(root / "evidence")
    for folder in folders:
        if not only or folder.name in (*only, NATIONAL):
            _folder(files, folder)
    for path in loose:
        files.entries.skip(path, "a file here belongs to no partnership", "Move it into a folder.")
    return files


def _folder(files: Files, path: Path) -> None:
    folder = files.background if path.name == NATIONAL else Folder(path.name)
    deeper, wanted = files.entries.of(path)
    for inner in deeper:
        for deep in _deep(files, inner):
            files.entries.skip(deep, "it lies too deep", f"Move it up into {path.name}/.")
    stems = {one.stem for one in wanted}
    for one in wanted:
        _sort_in(files, folder, one, stems)
    if folder is not files.background:
        files.folders.append(folder)


def _sort_in(files: Files, folder: Folder, path: Path, stems: set[str]) -> None:
    own = folder is not files.background
    if path.stem == "lsp" and own and folder.partnership is None:
        folder.partnership = path
    elif path.stem == "signoff" and own and folder.signoff is None:
        folder.signoff = path
    elif path.stem in ("lsp", "signoff"):
        why = "there is one already" if own else "background belongs to no partnership"
        files.entries.skip(path, why, "Delete or rename it.")
    elif path.stem.rpartition(".")[0] in stems:
        folder.codings.append(path)
    else:
        folder.sources.append(path)


def _deep(files: Files, folder: Path, level: int = 0) -> Iterator[Path]:
    """The files of a folder and of those below it."""
    if level > MOST_LEVELS:
        files.entries.too_deep(folder)
        return
    folders, found = files.entries.of(folder)
    yield from found
    for inner in folders:
        yield from _deep(files, inner, level + 1)
