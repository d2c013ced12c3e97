"""A repository for tests: git with nobody's settings, on days that the test gives."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

_WHO = {
    "GIT_AUTHOR_NAME": "Nobody",
    "GIT_AUTHOR_EMAIL": "nobody@example.org",
    "GIT_COMMITTER_NAME": "Nobody",
    "GIT_COMMITTER_EMAIL": "nobody@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder: Path, *words: str, **more: str) -> str:
    """What git answers in a folder."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", *words], cwd=folder, check=True, capture_output=True, env={**env, **_WHO, **more}
    )
    return done.stdout.decode().strip()


def begin(folder: Path) -> Path:
    """A new repository."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


def put(root: Path, changes: Mapping[str, str | None]) -> None:
    """Write files, or (None) take them away."""
    for name, text in changes.items():
        path = root / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def commit(folder: Path, tag: str, day: str = "2020-01-01") -> None:
    """Commit all that lies there, and tag it."""
    when = f"{day}T12:00:00+00:00"
    git(folder, "add", "--all")
    git(
        folder,
        *("commit", "--quiet", "--allow-empty", "--message", tag),
        GIT_COMMITTER_DATE=when,
        GIT_AUTHOR_DATE=when,
    )
    git(folder, "tag", tag)
