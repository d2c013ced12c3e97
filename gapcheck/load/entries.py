"""What a folder of the study holds: folders to look into, files to read, and what is neither."""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.source.files import at

_SUFFIXES = (".yaml", ".yml")
_PASSED_OVER = frozenset({".ds_store", "desktop.ini", "thumbs.db", ".gitkeep", ".gitignore"})
# Copies that Dropbox, Syncthing, OneDrive, Google Drive and file managers leave behind. No id has
# blanks, brackets or capitals, so that no source of one's own is taken for a copy.
_SYNC_COPY = re.compile(
    r"conflicted copy|sync-conflict-\d|\(\d{1,2}\)$|-(DESKTOP|LAPTOP)-\w+$|-MacBook"
    r"| - Copy| copy( \d+)?$"
)


@dataclass(slots=True)
class Entries:
    """The entries of the study's folders; `unread` names, with a reason, what is not read.

    `given` are the files whose bytes were handed over, in the place of what is on the disk.
    """

    root: Path
    unread: list[Diagnostic] = field(default_factory=list)
    given: Mapping[Path, bytes] = field(default_factory=dict)
    _held: dict[Path, set[Path]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        # Each folder's own, so that a study that is handed over whole is not searched anew for it.
        for path in self.given:
            for inner, folder in pairwise((path, *path.parents)):
                self._held.setdefault(folder, set()).add(inner)

    def name(self, path: Path) -> str:
        """A path as people and programs are shown it: relative, with forward slashes."""
        name = path.relative_to(self.root).as_posix()
        # A name in another encoding than this system's holds halves of characters.
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")

    def of(self, folder: Path) -> tuple[list[Path], list[Path]]:
        """The folders and the files that a folder holds, each by name."""
        held = [path for path in self._list(folder) if not _passed_over(path.name)]
        folders = [path for path in held if self._is_folder(path)]
        return folders, [path for path in held if not self._leads(path) and self._wanted(path)]

    def skip(self, path: Path, why: str, advice: str) -> None:
        """Name a file that is not read."""
        self.unread.append(unread(Location(self.name(path)), why, advice))

    def too_deep(self, folder: Path) -> None:
        """Name a folder that lies below too many others to be looked into."""
        message = "the folder lies too deep; nothing in it was read"
        self._lose(folder, message, "Move what it holds further up.")

    def _list(self, folder: Path) -> list[Path]:
        """All that a folder holds; one that cannot be opened is an error of its own."""
        given = self._held.get(folder, set())
        try:
            if not stat.S_ISDIR(at(folder).stat().st_mode):
                return []
            return sorted({*at(folder).iterdir(), *given}, key=lambda path: path.name)
        except FileNotFoundError:
            return sorted(given)
        except OSError as error:
            message = f"the folder cannot be opened: {error.strerror or error}"
            self._lose(folder, message, "Mend its permissions; nothing in it was read.")
            return []

    def _is_folder(self, path: Path) -> bool:
        """Whether to look into a folder: not where it is a link, and not where it is hidden."""
        if not self._leads(path):
            return False
        if at(path).is_symlink():
            message = "the folder is a symbolic link, and links are not followed"
            self._lose(path, message, "Put the folder itself in the place of the link.")
        elif path.name.startswith("."):
            # Sync programs keep old versions in such folders: each would be a second of its id.
            self.unread.append(
                unread(Location(self.name(path)), _HIDDEN, "Rename or move it.", "folder")
            )
        else:
            return True
        return False

    def _leads(self, path: Path) -> bool:
        """Whether a path leads to a folder, one that only files handed over lie in too."""
        return is_folder(path) or (path in self._held and not at(path).exists())

    def _lose(self, folder: Path, message: str, advice: str) -> None:
        place = Location(self.name(folder))
        lost = "the whole folder"
        self.unread.append(
            Diagnostic(place, Severity.ERROR, "unreadable-file", message, advice, left_out=lost)
        )

    def _wanted(self, path: Path) -> bool:
        """Whether a file is to be read; one that is not is named."""
        name = path.name
        if _SYNC_COPY.search(path.stem):
            advice = "Compare it with its original, keep what is right there, and delete the copy."
            self.skip(path, "it looks like a copy that a sync program or file manager left", advice)
        elif name.startswith("."):
            self.skip(path, _HIDDEN, "Rename or move it.")
        elif not name.lower().endswith(_SUFFIXES):
            found = re.search(r"\.ya?ml(?=\.)", name, re.I)
            advice = f"Rename it to {name[: found.end()]}." if found else "Move it elsewhere."
            self.skip(path, "only names that end in .yaml or .yml are read", advice)
        else:
            return True
        return False


_HIDDEN = "names that begin with a dot are hidden"


def unread(place: Location, why: str, advice: str, what: str = "file") -> Diagnostic:
    """A file or folder that lies in the study and is not read."""
    message = f"this {what} is not read: {why}"
    return Diagnostic(place, Severity.WARNING, "unread-file", message, advice)


def _passed_over(name: str) -> bool:
    stem = Path(name).stem.lower()
    return name.lower() in _PASSED_OVER or name.startswith("~$") or stem == "readme"


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; what cannot even be looked at is opened later."""
    try:
        return at(path).is_dir()
    except OSError:
        return False
