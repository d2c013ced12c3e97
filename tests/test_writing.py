"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from gapcheck.writing import Changed, swap, write_whole


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


def test_what_a_killed_run_left_is_taken_away(tmp_path: Path) -> None:
    left = tmp_path / ".gapcheck-abc.part"
    left.write_bytes(b"half of the wor")
    other = tmp_path / "kept.part"
    other.write_bytes(b"")
    write_whole(tmp_path / "a", b"words")
    assert sorted(tmp_path.iterdir()) == [tmp_path / "a", other]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this platform locks in another way")
def test_what_another_run_is_writing_is_left_alone(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    writing = tmp_path / ".gapcheck-abc.part"
    with writing.open("wb") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        write_whole(tmp_path / "a", b"words")
        assert writing.exists()
    write_whole(tmp_path / "a", b"words")
    assert not writing.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this platform has no named pipes")
def test_a_pipe_named_like_a_left_over_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".gapcheck-abc.part")
    write_whole(tmp_path / "a", b"words")
    assert (tmp_path / "a").read_bytes() == b"words"


def test_a_new_file_that_is_swept_away_before_it_is_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tempfile.mkstemp
    swept: list[str] = []

    def make(**options: Any) -> tuple[int, str]:
        handle, name = made(**options)
        if not swept:
            swept.append(name)
            Path(name).unlink()
        return handle, name

    monkeypatch.setattr(tempfile, "mkstemp", make)
    write_whole(tmp_path / "a", b"words")
    assert swept
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"words"]


def test_a_file_system_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    left = tmp_path / ".gapcheck-abc.part"
    left.write_bytes(b"perhaps still written")
    write_whole(tmp_path / "a", b"words")
    assert (tmp_path / "a").read_bytes() == b"words"
    assert left.exists()


def test_a_platform_without_such_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gapcheck.writing.fcntl", None)
    (tmp_path / ".gapcheck-abc.part").write_bytes(b"half of the wor")
    write_whole(tmp_path / "a", b"words")
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_many_writers_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a"
    kinds = [bytes([65 + number]) * 50_000 for number in range(4)]

    def again(data: bytes) -> None:
        for _ in range(5):
            write_whole(path, data)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(again, kinds))
    assert path.read_bytes() in kinds
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("locks", ["such", "none", "failing"])
def test_a_swap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locks: str) -> None:
    if locks == "none":
        monkeypatch.setattr("gapcheck.writing.fcntl", None)
    elif locks == "failing":
        fcntl = pytest.importorskip("fcntl")
        monkeypatch.setattr(fcntl, "flock", _refuse)
    path = tmp_path / "a"
    swap(path, None, b"one")
    swap(path, b"one", b"two")
    for old in (None, b"one", b""):
        with pytest.raises(Changed):
            swap(path, old, b"three")
    assert path.read_bytes() == b"two"
    swap(path, b"two", None)
    assert not list(tmp_path.iterdir())
    with pytest.raises(Changed):
        swap(path, b"two", b"three")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this platform has no named pipes")
def test_a_swap_does_not_wait_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    for old in (None, b"one"):
        with pytest.raises(Changed):
            swap(tmp_path / "a", old, b"two")


def test_a_swap_keeps_others_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("fcntl")
    path = tmp_path / "a"
    path.write_bytes(b"")
    seen: list[str] = []

    def slowly(target: Path, data: bytes) -> None:
        seen.append("in")
        other = threading.Thread(target=lambda: seen.append("waiting"))
        other.start()
        other.join()
        write_whole(target, data)
        seen.append("out")

    monkeypatch.setattr("gapcheck.writing.write_whole", slowly)
    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(swap, path, b"", b"one"), pool.submit(swap, path, b"", b"two")]
        failed = [one.exception() for one in done]
    assert sorted(type(one).__name__ for one in failed) == ["Changed", "NoneType"]
    assert seen == ["in", "waiting", "out"]


def _refuse(*_: object) -> None:
    raise OSError(errno.ENOLCK, "No locks available")
