"""Where a study lies in its repository, and at which commit: no program is run to find out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from gapcheck.source.files import is_far

_COMMIT = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")


def folder_in_repository(root: Path) -> str:
    """The study's folder from the root of its repository, with a slash; empty at that root.

    It is empty too where the study lies in no repository, or at an address.
    """
    for folder in _repositories(root):
        inner = root.relative_to(folder).as_posix()
        return "" if inner == "." else f"{inner}/"
    return ""


def commit_of(root: Path) -> str:
    """The commit that is checked out where a study lies, in full; empty outside of git.

    It is read from git's own files, so that it is the same with and without git installed.
    Changes that are not committed are not looked for.
    """
    for folder in _repositories(root):
        try:
            return _head(folder / ".git")
        except (OSError, UnicodeDecodeError):
            return ""
    return ""


def _repositories(root: Path) -> Iterator[Path]:
    """The repositories that a study on a disk lies in, the innermost first."""
    # In a worktree or a submodule `.git` is a file.
    above = () if is_far(root) else (root, *root.parents)
    return (folder for folder in above if (folder / ".git").exists())


def _head(git: Path) -> str:
    own = _git_folder(git)
    head = _line(own / "HEAD")
    name = head.removeprefix("ref:").strip()
    if name == head:
        return name if _COMMIT.fullmatch(name) else ""
    shared = own / "commondir"
    # A worktree keeps its own HEAD, and shares the branches with all others.
    common = own / _line(shared) if shared.is_file() else own
    loose = common / name
    found = _line(loose) if loose.is_file() else _packed(common / "packed-refs", name)
    return found if _COMMIT.fullmatch(found) else ""


def _git_folder(git: Path) -> Path:
    """The folder of git's files: `.git` itself, or the one that it names."""
    if git.is_dir():
        return git
    return git.parent / _line(git).removeprefix("gitdir:").strip()


def _packed(path: Path, name: str) -> str:
    if not path.is_file():
        return ""
    pairs = (line.split() for line in path.read_text("utf-8").splitlines())
    return next((pair[0] for pair in pairs if pair[1:] == [name]), "")


def _line(path: Path) -> str:
    return path.read_text("utf-8").strip()
