"""Where a study lies in its repository, and at which commit."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from gapcheck.load.repository import commit_of, folder_in_repository


def test_outside_of_a_repository_there_is_no_folder(tmp_path: Path) -> None:
    assert folder_in_repository(tmp_path) == ""


@pytest.mark.parametrize("inner", ["", "research", "a/b c"])
@pytest.mark.parametrize("worktree", [True, False])
def test_the_folder_counts_from_the_root_of_the_repository(
    tmp_path: Path, inner: str, worktree: bool
) -> None:
    git = tmp_path / ".git"
    if worktree:
        git.write_text("gitdir: elsewhere\n")
    else:
        git.mkdir()
    study = tmp_path / inner
    study.mkdir(parents=True, exist_ok=True)
    assert folder_in_repository(study) == (f"{inner}/" if inner else "")


def test_the_nearest_repository_counts(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "module"):
        (folder / ".git").mkdir(parents=True)
    (tmp_path / "module/study").mkdir()
    assert folder_in_repository(tmp_path / "module/study") == "study/"


COMMIT, OTHER = "0123456789abcdef0123456789abcdef01234567", "f" * 40


def repository(folder: Path, head: str, **files: str) -> Path:
    """Git's own files, as far as they tell what is checked out."""
    for name, text in {"HEAD": head, **files}.items():
        path = folder / name.replace("__", "/").replace("_", "-")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}\n", encoding="utf-8")
    return folder


def test_outside_of_git_there_is_no_commit(tmp_path: Path) -> None:
    assert commit_of(tmp_path) == ""


@pytest.mark.parametrize("inner", ["", "research/a study"])
@pytest.mark.parametrize(
    ("head", "files", "commit"),
    [
        (COMMIT, {}, COMMIT),
        ("a" * 64, {}, "a" * 64),
        ("ref: refs/heads/main", {"refs__heads__main": COMMIT}, COMMIT),
        ("ref: refs/heads/main", {"packed_refs": f"# pack\n{COMMIT} refs/heads/main"}, COMMIT),
        (
            "ref: refs/heads/main",
            {"refs__heads__main": COMMIT, "packed_refs": f"{OTHER} refs/heads/main"},
            COMMIT,
        ),
        ("ref: refs/heads/main", {"packed_refs": f"{OTHER} refs/heads/maintenance"}, ""),
        ("ref: refs/heads/unborn", {}, ""),
        ("ref: refs/heads/main", {"refs__heads__main": "no commit"}, ""),
        ("neither", {}, ""),
    ],
)
def test_the_commit_is_the_one_that_is_checked_out(
    tmp_path: Path, inner: str, head: str, files: dict[str, str], commit: str
) -> None:
    repository(tmp_path / ".git", head, **files)
    study = tmp_path / inner
    study.mkdir(parents=True, exist_ok=True)
    assert commit_of(study) == commit


def test_a_worktree_has_a_head_of_its_own_and_shares_the_branches(tmp_path: Path) -> None:
    common = repository(tmp_path / "main/.git", "ref: refs/heads/main", refs__heads__side=COMMIT)
    own = repository(common / "worktrees/side", "ref: refs/heads/side", commondir="../..")
    tree = tmp_path / "side"
    tree.mkdir()
    (tree / ".git").write_text(f"gitdir: {own}\n", encoding="utf-8")
    assert commit_of(tree) == COMMIT
    (tree / ".git").write_text("gitdir: ../main/.git/worktrees/side\n", encoding="utf-8")
    assert commit_of(tree) == COMMIT


def test_what_cannot_be_read_is_no_commit(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: nowhere\n", encoding="utf-8")
    assert commit_of(tmp_path) == ""
    (tmp_path / ".git").write_bytes(b"\xff\xfe")
    assert commit_of(tmp_path) == ""


def test_git_itself_says_the_same() -> None:
    root = Path(__file__).parents[2]
    git = shutil.which("git")
    if git is None or not (root / ".git").exists():
        pytest.skip("no git, or no clone of it")
    done = subprocess.run(
        [git, "rev-parse", "HEAD"], cwd=root, capture_output=True, text=True, check=False
    )
    assert commit_of(root) == done.stdout.strip()
