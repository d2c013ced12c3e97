"""Commands as a runner gives them to a shell, and the snippets of docs/ci.md."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
ARCHIVE = "https://github.com/OWNER/gapcheck/archive/v0.1.0.zip"
REPOSITORY = "https://github.com/OWNER/gapcheck"
REVISION = "v0.1.0"


@dataclass(frozen=True)
class Outcome:
    """The exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Both streams, for messages of tests."""
        return f"exit {self.code}\n{self.out}{self.err}"


def environment(programs: Path | None = None, **more: str) -> dict[str, str]:
    """A plain environment in which `python` and `gapcheck` are those of a folder of programs."""
    telling = re.compile(r"(GIT|GITHUB|PRE_COMMIT|PYTHON|COV|GAPCHECK|VIRTUAL_ENV)")
    kept = {name: value for name, value in os.environ.items() if not telling.match(name)}
    first = programs or Path(sys.executable).parent
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "NO_COLOR": "1"}
    return {**kept, **quiet, "PATH": f"{first}{os.pathsep}{kept['PATH']}", **more}


def run(words: list[str], folder: Path, env: dict[str, str] | None = None) -> Outcome:
    """One command in a folder."""
    done = subprocess.run(
        words,
        cwd=folder,
        env=env or environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=300,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def shell(script: str, folder: Path, env: dict[str, str] | None = None) -> Outcome:
    """A script as GitHub's `shell: bash` runs it."""
    return run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], folder, env)


def git(folder: Path, *words: str) -> None:
    """A git command that has to succeed."""
    who = ["-c", "user.name=Tester", "-c", "user.email=tester@example.org"]
    done = run(["git", *who, *words], folder)
    assert done.code == 0, done.said


def commit(folder: Path, message: str) -> None:
    """Everything in a folder as a commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "--message", message)


def snippet(name: str) -> Any:
    """The block of the page that begins with this file's name, read as YAML."""
    (block,) = re.findall(rf"^```yaml\n# {re.escape(name)}\n(.*?)^```$", PAGE, re.M | re.S)
    return yaml.load(block, yaml.BaseLoader)


def init(folder: Path, *words: str) -> Path:
    """A new study, which is a git repository too."""
    done = run(["gapcheck", "init", *words, str(folder)], folder.parent)
    assert done.code == 0, done.said
    git(folder, "init", "--quiet")
    return folder


def replace(path: Path, old: str, new: str) -> None:
    """Put one thing for another in a file that holds it."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
