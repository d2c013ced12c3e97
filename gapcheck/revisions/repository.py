"""The repository that a study lies in: its revisions by name, and how dirty its tree is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from gapcheck.near import nearest
from gapcheck.revisions.git import Git
from gapcheck.revisions.no_revision import NoRevision

STUDY = ("gapcheck.yaml", "policies", "evidence")
"""What of a folder is the study."""

_FEW = 12
_STEPS = re.compile(r"[~^]")
"""Behind a revision's name, the steps back from it (`HEAD~3`)."""
_COMMITTER = re.compile(rb"^committer .*> (-?\d+) [-+]\d{4}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: as it was asked for, in full, and the day on which it was made."""

    name: str
    id: str
    day: date

    @property
    def short(self) -> str:
        """The first letters of it, enough for people."""
        return self.id[:9]


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository, and the folder in it (with a slash, or empty) that was asked about."""

    git: Git
    folder: str

    def commit(self, name: str) -> Commit:
        """The commit of a name; NoRevision says why there is none and what was near."""
        if not name or name.startswith("-") or any(ord(sign) < 32 for sign in name):
            raise NoRevision(f"`{name}` is no name of a revision.")
        found = self.git.ask("rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
        if not found.good:
            raise NoRevision(self._no_such(name, found.err))
        raw = self.git.ask("cat-file", "commit", found.line)
        made = _COMMITTER.search(raw.out)
        if not raw.good or made is None:
            raise NoRevision(f"The commit {name} cannot be read: its repository is damaged.")
        return Commit(name, found.line, _day(int(made[1])))

    def fork(self, one: str, other: str) -> Commit:
        """The commit at which two revisions parted."""
        first, second = self.commit(one), self.commit(other)
        found = self.git.ask("merge-base", first.id, second.id)
        if not found.good:
            raise NoRevision(f"{one} and {other} have no commit in common.{self._shallow()}")
        return self.commit(found.line)

    def head(self) -> Commit | None:
        """What is checked out; None before the first commit."""
        there = self.git.ask("rev-parse", "--quiet", "--verify", "HEAD").good
        return self.commit("HEAD") if there else None

    def changed(self) -> int:
        """How many files of the study differ from what is committed, new ones too."""
        words = ("status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--")
        return len(self.git.ask(*words, *STUDY).names)

    def _no_such(self, name: str, why: str) -> str:
        if "is ambiguous" in why:
            return f"More than one object begins with {name}: give more of its letters."
        if self.head() is None:
            return f"There is no revision {name}: nothing has been committed yet."
        return f"There is no revision {name}. {self._nearest(name)}{self._shallow()}"

    def _nearest(self, name: str) -> str:
        start = _STEPS.split(name)[0]
        steps = name.removeprefix(start)
        if steps:
            counted = self.git.ask("rev-list", "--count", "--first-parent", start, "--")
            if counted.good:
                return f"{start} has {int(counted.line) - 1:,} before it."
        kinds = ("refs/heads", "refs/tags", "refs/remotes")
        shown = self.git.ask("for-each-ref", "--format=%(refname:short)", *kinds)
        known = sorted(filter(None, shown.out.decode("utf-8", "replace").split("\n")))
        near = nearest(start, ["HEAD", *known])
        if near:
            return f"Did you mean {near}{steps}?"
        more = f" and {len(known) - _FEW:,} more" if len(known) > _FEW else ""
        return f"Branches and tags: {', '.join(known[:_FEW])}{more}."

    def _shallow(self) -> str:
        if self.git.ask("rev-parse", "--is-shallow-repository").line != "true":
            return ""
        return (
            " This clone is shallow and holds only the newest commits: `git fetch --unshallow` "
            "brings the others (in a GitHub workflow: `fetch-depth: 0` for actions/checkout)."
        )


def repository_of(folder: Path) -> Repository:
    """The repository that a folder lies in; NoRevision where it lies in none."""
    git = Git(folder)
    found = git.ask("rev-parse", "--show-prefix")
    if found.good:
        return Repository(git, found.line)
    if "dubious ownership" in found.err:
        raise NoRevision(
            f"git does not read the repository of {folder}, since it belongs to somebody else. "
            f"If you trust it: git config --global --add safe.directory {folder}"
        )
    raise NoRevision(
        f"{folder} lies in no repository of git, so it has no revisions. Two folders can be "
        "compared without one: `gapcheck diff OLD-FOLDER NEW-FOLDER`."
    )


def _day(seconds: int) -> date:
    try:
        return datetime.fromtimestamp(seconds, tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        return date.max
