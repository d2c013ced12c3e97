"""Where a study lies in its repository, since services name files from the repository's root."""

from __future__ import annotations

from pathlib import Path


def folder_in_repository(root: Path) -> str:
    """The study's folder from the root of its repository, with a slash; empty at that root.

    It is empty too where the study lies in no repository.
    """
    # In a worktree or a submodule `.git` is a file.
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            inner = root.relative_to(folder).as_posix()
            return "" if inner == "." else f"{inner}/"
    return ""
