"""The files of a study at a commit, in memory alone: words must not be left in temporary files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from gapcheck.revisions.git import Git
from gapcheck.revisions.no_revision import NoRevision
from gapcheck.revisions.repository import STUDY, Commit, Repository
from gapcheck.source.files import LIMIT

MOST = 1 << 29
"""Bytes that the files of one revision may hold (512 MiB)."""

_SUFFIXES = (".yaml", ".yml")
_LINK, _MODULE = "120000", "160000"
_TOO_LARGE = bytes(LIMIT + 1)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A study's files by their paths in it, and in a sentence each what could not be read."""

    files: Mapping[str, bytes]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    mode: str
    id: str
    size: int
    path: str


def snapshot(repository: Repository, commit: Commit, folder: str) -> Snapshot:
    """The study that lay in a folder of the repository; NoRevision where none did."""
    held = list(_entries(repository.git, commit, folder))
    tops = {one.path.partition("/")[0] for one in held}
    if STUDY[0] not in tops and not tops.issuperset(STUDY[1:]):
        raise NoRevision(_no_study(repository, commit, folder))
    blobs = [one for one in held if _wanted(one)]
    if sum(one.size for one in blobs) > MOST:
        raise NoRevision(f"The study at {commit.name} is larger than {MOST >> 20} MiB.")
    found = _contents(repository.git, [one.id for one in blobs if one.size <= LIMIT], commit)
    return Snapshot(
        # What is too large for a file is told as such by whoever reads it, without being fetched.
        {one.path: found.get(one.id, _TOO_LARGE) for one in blobs},
        tuple(_unread(one) for one in held if one.mode in (_LINK, _MODULE)),
    )


def _entries(git: Git, commit: Commit, folder: str) -> Iterator[_Entry]:
    tree = f"{commit.id}:{folder}"
    listed = git.ask("ls-tree", "-r", "-z", "-l", "--full-tree", tree)
    # A clone may lack files, whose sizes it cannot tell then.
    if not listed.good and git.ask("ls-tree", "--full-tree", tree).good:
        raise NoRevision(_incomplete(commit))
    for record in listed.names:
        facts, _, path = record.partition("\t")
        mode, _, name, size = facts.split()
        if PurePosixPath(path).parts[0] in STUDY:
            yield _Entry(mode, name, int(size) if size.isdigit() else 0, path)


def _wanted(entry: _Entry) -> bool:
    return entry.mode not in (_LINK, _MODULE) and entry.path.lower().endswith(_SUFFIXES)


def _unread(entry: _Entry) -> str:
    if entry.mode == _MODULE:
        return f"{entry.path}: the whole folder (a repository of its own)."
    return f"{entry.path}: the whole file (a symbolic link, and links are not followed)."


def _contents(git: Git, ids: Iterable[str], commit: Commit) -> dict[str, bytes]:
    """The bytes of objects by their ids."""
    wanted = list(dict.fromkeys(ids))
    given = "".join(f"{one}\n" for one in wanted).encode()
    out = git.ask("cat-file", "--batch", given=given).out
    found: dict[str, bytes] = {}
    at = 0
    for one in wanted:
        end = out.find(b"\n", at)
        head = out[at:end].split() if end >= 0 else []
        if len(head) != 3:
            raise NoRevision(_incomplete(commit))
        size = int(head[2])
        found[one] = out[end + 1 : end + 1 + size]
        at = end + size + 2
    return found


def _incomplete(commit: Commit) -> str:
    said = f"The files at {commit.name} are not all in this clone"
    return f"{said}. `git fetch --refetch --no-filter` brings them."


def _no_study(repository: Repository, commit: Commit, folder: str) -> str:
    """That there was no study in a folder, and where there was one."""
    words = ("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit.id)
    others = [
        path.removesuffix(STUDY[0]).rstrip("/")
        for path in repository.git.ask(*words).names
        if path.rpartition("/")[2] == STUDY[0]
    ]
    here = f"in {folder.rstrip('/')}" if folder.strip("/") else "at the root of the repository"
    said = f"At {commit.name} ({commit.short}) there is no study {here}"
    if not others:
        return f"{said}: it was not there yet, or not any more."
    lies = " or ".join(f"{commit.name}:{one}" for one in others[:3])
    return f"{said}, but elsewhere. Did you mean {lies}?"
