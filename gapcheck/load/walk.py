"""Every file under a study: what each one is, or why it is not read."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.load.root import SETTINGS

NATIONAL = "national"
_SUFFIXES = (".yaml", ".yml")
_PASSED_OVER = frozenset({".ds_store", "desktop.ini", "thumbs.db", ".gitkeep", ".gitignore"})
# Copies that Dropbox, Syncthing, OneDrive, Google Drive and file managers leave behind.
_SYNC_COPY = re.compile(
    r"conflicted copy|sync-conflict|\(\d+\)|-(DESKTOP|LAPTOP|MacBook)-?\w*$| - Copy|\bcopy$", re.I
)


@dataclass(slots=True)
class Folder:
    """The files of one partnership, each list in the order of names."""

    name: str
    partnership: Path | None = None
    signoff: Path | None = None
    sources: list[Path] = field(default_factory=list)
    codings: list[Path] = field(default_factory=list)


@dataclass(slots=True)
class Files:
    """What a study's folders hold; `unread` names, with a reason, every file that is not read."""

    root: Path
    settings: Path | None = None
    policies: list[Path] = field(default_factory=list)
    folders: list[Folder] = field(default_factory=list)
    background: Folder = field(default_factory=lambda: Folder(NATIONAL))
    unread: list[Diagnostic] = field(default_factory=list)

    def name(self, path: Path) -> str:
        """A file's path as people and programs are shown it: relative, with forward slashes."""
        return path.relative_to(self.root).as_posix()


def walk(root: Path) -> Files:
    """Find every file of the study in `root`."""
    files = Files(root)
    settings = root / SETTINGS
    if settings.is_symlink() or settings.exists():
        files.settings = settings
    for path in _entries(files, root / "policies"):
        _policy(files, path)
    for path in _entries(files, root / "evidence"):
        if path.is_dir() and not path.is_symlink():
            _folder(files, path)
        elif _wanted(files, path):
            _skip(files, path, "a file here belongs to no partnership", "Move it into a folder.")
    return files


def _policy(files: Files, path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        for inner in _entries(files, path):
            _policy(files, inner)
    elif _wanted(files, path):
        files.policies.append(path)


def _folder(files: Files, path: Path) -> None:
    folder = files.background if path.name == NATIONAL else Folder(path.name)
    wanted = []
    for inner in _entries(files, path):
        if inner.is_dir() and not inner.is_symlink():
            for deep in _deep(files, inner):
                if _wanted(files, deep):
                    _skip(files, deep, "it lies too deep", f"Move it up into {path.name}/.")
        elif _wanted(files, inner):
            wanted.append(inner)
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
        _skip(files, path, f"{why}, so this is not read", "Delete or rename it.")
    elif path.stem.rpartition(".")[0] in stems:
        folder.codings.append(path)
    else:
        folder.sources.append(path)


def _deep(files: Files, folder: Path) -> Iterator[Path]:
    for path in _entries(files, folder):
        if path.is_dir() and not path.is_symlink():
            yield from _deep(files, path)
        else:
            yield path


def _entries(files: Files, folder: Path) -> list[Path]:
    """What a folder holds, by name; a folder that cannot be opened is an error of its own."""
    try:
        if not stat.S_ISDIR(folder.stat().st_mode):
            return []
        return sorted(folder.iterdir(), key=lambda path: path.name)
    except FileNotFoundError:
        return []
    except OSError as error:
        message = f"the folder cannot be opened: {error.strerror or error}"
        place = Location(files.name(folder))
        help_ = "Mend its permissions; nothing in it was read."
        found = Diagnostic(
            place, Severity.ERROR, "unreadable-file", message, help_, left_out="the whole folder"
        )
        files.unread.append(found)
        return []


def _wanted(files: Files, path: Path) -> bool:
    """Whether a file is to be read; one that is neither read nor passed over is named."""
    name = path.name
    if name.lower() in _PASSED_OVER or name.startswith("~$") or path.stem.lower() == "readme":
        return False
    if _SYNC_COPY.search(name.rpartition(".")[0] or name):
        _skip(
            files,
            path,
            "it looks like a copy that a sync program or file manager left",
            "Compare it with its original, keep what is right there, and delete the copy.",
        )
        return False
    if name.startswith(".") or not name.lower().endswith(_SUFFIXES):
        hidden = re.search(r"\.ya?ml(?=\.)", name, re.I)
        advice = f"Rename it to {name[: hidden.end()]}." if hidden else "Move it elsewhere."
        _skip(files, path, "only names that end in .yaml or .yml are read", advice)
        return False
    return True


def _skip(files: Files, path: Path, why: str, advice: str) -> None:
    message = f"this file is not read: {why}"
    place = Location(files.name(path))
    files.unread.append(Diagnostic(place, Severity.WARNING, "unread-file", message, advice))
