"""Where a study lies in its repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.load.repository import folder_in_repository


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
