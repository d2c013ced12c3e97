"""Folders are written whole or not at all, and nobody else's are touched."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gapcheck.writing import is_vacant, whole_folder, write_whole


def ours(folder: Path) -> bool:
    return (folder / "ours").exists()


def write(path: Path, what: Callable[[Path], object]) -> None:
    with whole_folder(path, ours) as folder:
        what(folder)


def fill(path: Path, *names: str) -> None:
    def files(folder: Path) -> None:
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(name)

    write(path, files)


def held(path: Path) -> list[str]:
    return sorted(str(each.relative_to(path)) for each in path.rglob("*") if each.is_file())


@pytest.mark.parametrize("empty", [False, True])
def test_a_new_folder_is_for_others_to_read_too(tmp_path: Path, empty: bool) -> None:
    old = os.umask(0o022)
    try:
        if empty:
            (tmp_path / "a").mkdir()
        fill(tmp_path / "a", "ours", "b/c")
    finally:
        os.umask(old)
    assert held(tmp_path) == ["a/b/c", "a/ours"]
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o755
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_a_folder_of_ours_is_replaced_as_a_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    fill(tmp_path / "a", "ours", "old/file")
    (tmp_path / "a").chmod(0o700)
    fill(tmp_path / "a", "ours", "new")
    assert held(tmp_path) == ["a/new", "a/ours"]
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700


def test_until_it_is_whole_nobody_else_can_read_it(tmp_path: Path) -> None:
    with whole_folder(tmp_path / "a", ours) as folder:
        assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
        assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("there", ["a file", "a full folder"])
def test_what_is_somebody_elses_is_left_alone(tmp_path: Path, there: str) -> None:
    path = tmp_path / "a"
    if there == "a file":
        path.write_text("theirs")
    else:
        path.mkdir()
        (path / "theirs").write_text("theirs")
    assert not is_vacant(path, ours)
    before = held(tmp_path)
    with pytest.raises(FileExistsError):
        fill(path, "ours")
    assert held(tmp_path) == before
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_what_somebody_puts_there_meanwhile_is_not_lost(tmp_path: Path) -> None:
    def meanwhile(_: Path) -> None:
        (tmp_path / "a").mkdir()
        (tmp_path / "a" / "theirs").write_text("theirs")

    with pytest.raises(FileExistsError):
        write(tmp_path / "a", meanwhile)
    assert held(tmp_path) == ["a/theirs"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "a").symlink_to(tmp_path / "there")
    fill(tmp_path / "a", "ours")
    assert (tmp_path / "a").is_symlink()
    assert held(tmp_path / "there") == ["ours"]


@pytest.mark.parametrize("old", [False, True])
@pytest.mark.parametrize("step", ["write", "fsync", "rename", "interrupt"])
def test_whatever_fails_the_old_one_stays_and_nothing_half_written_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, old: bool
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if old:
        fill(tmp_path / "a", "ours", "old")
    before = held(tmp_path)
    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fails)
    renamed = Path.rename

    def half(folder: Path) -> None:
        (folder / "ours").write_text("half")
        if step == "write":
            fails()
        if step == "interrupt":
            raise KeyboardInterrupt

    def rename(path: Path, target: Path) -> Path:
        if path.name == "new":
            fails()
        return renamed(path, target)

    if step == "rename":
        monkeypatch.setattr(Path, "rename", rename)
    wrong = KeyboardInterrupt if step == "interrupt" else OSError
    with pytest.raises(wrong):
        write(tmp_path / "a", half)
    assert held(tmp_path) == before
    assert [each.name for each in tmp_path.iterdir()] == (["a"] if old else [])


def test_what_a_killed_run_left_goes_when_there_is_something_whole(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    left = tmp_path / ".gapcheck-abc.part"
    (left / "old").mkdir(parents=True)
    (left / "old" / "ours").write_text("the last whole one")
    (tmp_path / ".gapcheck-link.part").symlink_to(tmp_path)
    with pytest.raises(ZeroDivisionError):
        write(tmp_path / "a", lambda _: 1 // 0)
    assert held(left) == ["old/ours"]
    fill(tmp_path / "a", "ours")
    assert sorted(each.name for each in tmp_path.iterdir()) == [".gapcheck-link.part", "a"]


def test_what_another_run_is_writing_is_left_alone(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    with whole_folder(tmp_path / "a", ours) as folder:
        fill(tmp_path / "b", "ours")
        write_whole(tmp_path / "c", b"")
        (folder / "ours").write_text("ours")
    assert held(tmp_path) == ["a/ours", "b/ours", "c"]


def test_a_new_folder_that_is_swept_away_before_it_is_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tempfile.mkdtemp
    swept: list[str] = []

    def make(**options: Any) -> str:
        name: str = made(**options)
        if not swept:
            swept.append(name)
            Path(name).rmdir()
        return name

    monkeypatch.setattr(tempfile, "mkdtemp", make)
    fill(tmp_path / "a", "ours")
    assert swept
    assert held(tmp_path) == ["a/ours"]


@pytest.mark.parametrize("locks", ["none", "failing"])
def test_without_locks_nothing_is_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locks: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    if locks == "none":
        monkeypatch.setattr("gapcheck.writing.fcntl", None)
    else:
        monkeypatch.setattr(pytest.importorskip("fcntl"), "flock", refuse)
    (tmp_path / ".gapcheck-abc.part").mkdir()
    fill(tmp_path / "a", "ours")
    assert sorted(each.name for each in tmp_path.iterdir()) == [".gapcheck-abc.part", "a"]
