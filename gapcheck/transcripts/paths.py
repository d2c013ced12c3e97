"""Where a transcript may lie: in the study's own folder, as a text that can be read."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from gapcheck.source.files import at

ENDINGS = (".txt", ".md", ".vtt", ".srt")
_SAVE = "Save it as plain text (UTF-8), and name that file"
_OFFICE = {
    ".docx": "a Word document",
    ".doc": "a Word document",
    ".odt": "an OpenDocument text",
    ".rtf": "a rich text",
    ".pdf": "a PDF",
}
_DRIVE = re.compile(r"[A-Za-z]:")


def outside(path: str) -> str:
    """Why a path does not lead to a file in the study, as the end of "it ..."; empty where it may.

    The file system is not asked: what is wrong here is wrong on every machine.
    """
    if "://" in path:
        return "is an address, not a path"
    if path.startswith(("/", "\\", "~")) or _DRIVE.match(path):
        return "begins outside of the study"
    if "\\" in path:
        return "is written with backslashes"
    if ".." in path.split("/"):
        return "leads upwards with `..`"
    return ""


def unsuited(path: str) -> tuple[str, str]:
    """Why a file with such a name is not read and what to do; both empty where it is."""
    ending = os.path.splitext(path)[1].lower()  # noqa: PTH122  # a Path would mend odd names
    if ending in ENDINGS:
        return "", ""
    kind = _OFFICE.get(ending)
    if kind:
        return f"{kind}, and only plain texts are read", f"{_SAVE}."
    listed = ", ".join(ENDINGS)
    return f"named without one of the endings {listed}", f"{_SAVE} with one of them."


def linked(root: Path, path: str) -> bool:
    """Whether a link stands on the way from the study's folder to a file (OSError as usual)."""
    place = root
    for step in path.split("/"):
        place /= step
        if stat.S_ISLNK(at(place).lstat().st_mode):
            return True
    return False
