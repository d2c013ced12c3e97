"""Git as a program that only reads: no pager, no hook, no lock, no network, in no language."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gapcheck.revisions.no_revision import NoRevision

_ALWAYS = ("--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c")
_FIXED: Mapping[str, str] = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    # What a partial clone lacks must not be fetched behind anybody's back.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What git said."""

    code: int
    out: bytes
    err: str

    @property
    def good(self) -> bool:
        """Whether it did what it was asked."""
        return self.code == 0

    @property
    def line(self) -> str:
        """The one line that it answered."""
        return os.fsdecode(self.out).removesuffix("\n")

    @property
    def names(self) -> tuple[str, ...]:
        """The records that it answered, each closed by a zero."""
        return tuple(os.fsdecode(one) for one in self.out.split(b"\0") if one)


@dataclass(frozen=True, slots=True)
class Git:
    """Git in one folder."""

    folder: Path

    def ask(self, *words: str, given: bytes = b"") -> Answer:
        """Run one command; NoRevision where there is no git to run."""
        command = ["git", *_ALWAYS, f"core.hooksPath={os.devnull}", "-C", str(self.folder), *words]
        try:
            done = subprocess.run(
                command, input=given, capture_output=True, check=False, env=_environment()
            )
        except OSError as error:
            why = "is not installed" if isinstance(error, FileNotFoundError) else "cannot be run"
            raise NoRevision(
                f"git {why}, and only git can read a revision. Two folders can be compared "
                "without it: `gapcheck diff OLD-FOLDER NEW-FOLDER`."
            ) from None
        return Answer(done.returncode, done.stdout, os.fsdecode(done.stderr))


def _environment() -> dict[str, str]:
    """The caller's, without what would lead git elsewhere: inside a hook GIT_DIR is set, say."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "LC_")) and name not in ("LANG", "LANGUAGE")
    }
    return {**kept, **_FIXED}
