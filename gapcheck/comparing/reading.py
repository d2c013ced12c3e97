"""The two states as they are asked for: a revision, a folder, the working tree."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from gapcheck.analysis import left_out
from gapcheck.comparing.side import Read
from gapcheck.diagnostic import Diagnostic
from gapcheck.load.root import NoStudy, find_study, is_study
from gapcheck.load.study import load_study
from gapcheck.model.comparison import State, StateKind
from gapcheck.revisions.files import snapshot
from gapcheck.revisions.no_revision import NoRevision
from gapcheck.revisions.repository import Commit, Repository, repository_of


@dataclass(frozen=True, slots=True)
class Asked:
    """From where states are asked for, and on which day."""

    root: Path | None
    today: date

    def study(self) -> Path:
        """The study that is meant where none is named; NoStudy where there is none."""
        return self.root or find_study(Path())


def read(name: str, asked: Asked) -> Read:
    """The state of a name: a folder that is a study, else a revision of the study's repository."""
    folder = Path(name)
    if not is_study(folder):
        if _looks_like_a_path(name) or (folder.is_dir() and not _is_revision(name, asked)):
            held = "it holds no gapcheck.yaml, policies/ and evidence/"
            raise NoRevision(f"{name} is no revision, and no folder of a study: {held}.")
        return revision(name, asked)
    if not _looks_like_a_path(name) and _is_revision(name, asked):
        raise NoRevision(f"{name} is a folder and a revision: write ./{name} or refs/heads/{name}.")
    state = State(StateKind.FOLDER, name, today=asked.today)
    return _loaded(folder.resolve(), state, asked.today)


def working_tree(asked: Asked) -> Read:
    """The study as it lies there now, and how far that is from what is committed."""
    root = asked.study()
    try:
        repository = repository_of(root)
        head, changed = repository.head(), repository.changed()
    except NoRevision:
        # Against a folder no git is needed.
        return _loaded(root, State(StateKind.FOLDER, root.name, today=asked.today), asked.today)
    state = State(
        StateKind.WORKING_TREE,
        "the working tree",
        head.id if head else "",
        head.day if head else None,
        changed,
        today=asked.today,
    )
    return _loaded(root, state, asked.today)


def revision(name: str, asked: Asked) -> Read:
    """The study at a revision (`v1`, or `v1:folder` where it lay elsewhere), read in memory."""
    repository = repository_of(asked.study())
    rev, colon, folder = name.partition(":")
    return _at(repository, repository.commit(rev), folder if colon else repository.folder, asked)


def parted(one: str, other: str, asked: Asked) -> Read:
    """The study at the commit at which two revisions parted."""
    repository = repository_of(asked.study())
    commit = repository.fork(one, other)
    named = replace(commit, name=f"{one}...{other}")
    return _at(repository, named, repository.folder, asked)


def _at(repository: Repository, commit: Commit, folder: str, asked: Asked) -> Read:
    held = snapshot(repository, commit, folder.strip("/"))
    # An embargo that was running when it was committed was running.
    today = min(asked.today, commit.day)
    state = State(StateKind.REVISION, commit.name, commit.id, commit.day, today=today)
    # Nothing lies at this path, and nothing can be put there by somebody who does not know it.
    root = Path(os.sep, f".gapcheck-{secrets.token_hex(16)}", asked.study().name)
    corpus, found = load_study(root, given={root / path: data for path, data in held.files.items()})
    state = replace(state, left_out=(*held.unread, *left_out(found)))
    return Read(state, corpus, today, _spoilt(found))


def _loaded(root: Path, state: State, today: date) -> Read:
    corpus, found = load_study(root)
    return Read(replace(state, left_out=left_out(found)), corpus, today, _spoilt(found))


def _spoilt(found: Iterable[Diagnostic]) -> frozenset[str]:
    return frozenset(one.location.path for one in found if one.left_out)


def _looks_like_a_path(name: str) -> bool:
    return name.startswith((".", os.sep, "~")) or Path(name).is_absolute()


def _is_revision(name: str, asked: Asked) -> bool:
    try:
        repository_of(asked.study()).commit(name)
    except (NoRevision, NoStudy):
        return False
    return True
