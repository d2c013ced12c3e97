"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from gapcheck.writing import write_whole


def test_a_new_file_is_for_others_to_read_too(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        write_whole(tmp_path / "a", b"words")
    finally:
        os.umask(old)
    assert (tmp_path / "a").read_bytes() == b"words"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644


def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_whole(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o600)
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_as_long_as_names_may_be(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)
    write_whole(path, b"words")
    assert path.read_bytes() == b"words"


@pytest.mark.parametrize("broken", [False, True])
def test_what_is_there_is_kept_where_that_was_asked(tmp_path: Path, broken: bool) -> None:
    path = tmp_path / "a"
    if broken:
        path.symlink_to(tmp_path / "nowhere")
    else:
        path.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_whole(path, b"new", replace=False)
    assert broken or path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    write_whole(tmp_path / "b", b"new", replace=False)
    assert (tmp_path / "b").read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
@pytest.mark.parametrize("old", [None, b"old"])
def test_whatever_fails_nothing_half_written_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, old: bytes | None
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "a"
    if old:
        path.write_bytes(old)
    monkeypatch.setattr(os if step == "fsync" else Path, step, fails)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")
    assert [one.read_bytes() for one in tmp_path.iterdir()] == ([old] if old else [])


def test_an_interruption_leaves_nothing_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a", b"new")
    assert not list(tmp_path.iterdir())


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "a").symlink_to(tmp_path / "there" / "b")
    write_whole(tmp_path / "a", b"words")
    assert (tmp_path / "a").is_symlink()
    assert (tmp_path / "there" / "b").read_bytes() == b"words"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this platform has no named pipes")
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(path.read_bytes()), daemon=True)
    reader.start()
    write_whole(path, b"words")
    reader.join(10)
    assert read == [b"words"]
    assert stat.S_ISFIFO(path.stat().st_mode)
