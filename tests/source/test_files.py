"""Opening a file: never through a link, never a device, never more than it may hold."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from gapcheck.source import files
from gapcheck.source.files import LIMIT, Unreadable, read_file

LINK = "a symbolic link, and links are not followed"


def why(path: Path, limit: int = LIMIT) -> str:
    """Why a file cannot be read, as the end of the sentence "it is ..."."""
    with pytest.raises(Unreadable) as caught:
        read_file(path, limit)
    return str(caught.value)


def linked(path: Path) -> None:
    path.with_suffix(".real").write_text("a")
    path.symlink_to(path.with_suffix(".real"))


def open_socket(path: Path) -> None:
    # A socket's path may have a hundred characters, and a test's folder has more.
    with tempfile.TemporaryDirectory() as short, socket.socket(socket.AF_UNIX) as end:
        end.bind(f"{short}/s")
        Path(short, "s").rename(path)


KINDS: list[tuple[str, Callable[[Path], object], str]] = [
    ("link to a file", linked, LINK),
    ("link to itself", lambda path: path.symlink_to(path), LINK),
    ("link to nothing", lambda path: path.symlink_to("nowhere"), LINK),
    ("link to a device", lambda path: path.symlink_to("/dev/null"), LINK),
    ("folder", Path.mkdir, "a folder, not a file"),
    ("pipe", os.mkfifo, "a pipe, not a file"),
    ("nothing", lambda _: None, "gone: it vanished while the study was read"),
    (
        "below a file",
        lambda path: path.parent.rmdir(),
        "gone: it vanished while the study was read",
    ),
]


@pytest.mark.parametrize(("make", "said"), [one[1:] for one in KINDS], ids=[k[0] for k in KINDS])
def test_what_is_no_file(tmp_path: Path, make: Callable[[Path], object], said: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    make(folder / "x.yaml")
    assert why(folder / "x.yaml") == said


@pytest.mark.parametrize("make", [linked, Path.mkdir, os.mkfifo])
def test_platforms_that_cannot_refuse_while_opening(
    tmp_path: Path, make: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "O_NOFOLLOW")
    make(tmp_path / "x.yaml")
    assert why(tmp_path / "x.yaml").endswith(("not a file", "not followed"))
    (tmp_path / "y.yaml").write_text("a")
    assert read_file(tmp_path / "y.yaml") == b"a"


def test_a_device() -> None:
    assert why(Path("/dev/null")) == "a device, not a file"


def test_a_socket(tmp_path: Path) -> None:
    open_socket(tmp_path / "x.yaml")
    assert why(tmp_path / "x.yaml") == "a socket, not a file"


def test_a_link_that_is_put_there_in_between(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked(tmp_path / "x.yaml")
    before = (tmp_path / "x.real").lstat()
    monkeypatch.setattr(os, "lstat", lambda _: before)
    assert why(tmp_path / "x.yaml") == "not readable: Too many levels of symbolic links"


def test_a_pipe_that_is_put_there_in_between(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked(tmp_path / "x.yaml")
    before = (tmp_path / "x.real").lstat()
    os.mkfifo(tmp_path / "y.yaml")
    monkeypatch.setattr(os, "lstat", lambda _: before)
    assert why(tmp_path / "y.yaml") == "a pipe, not a file"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "no"), "closed to you: its permissions do not let you read it"),
        (OSError(5, "Input/output error"), "not readable: Input/output error"),
        (OSError("odd"), "not readable: odd"),
    ],
)
def test_what_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    def refuse(*_: object) -> int:
        raise error

    (tmp_path / "x.yaml").write_text("a")
    monkeypatch.setattr(os, "open", refuse)
    assert why(tmp_path / "x.yaml") == said


def test_a_file_that_grows_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a")
    looked = os.fstat

    def then_write(handle: int) -> os.stat_result:
        found = looked(handle)
        with path.open("a") as stream:
            stream.write("b")
        return found

    monkeypatch.setattr(os, "fstat", then_write)
    assert why(path) == "being written: it changed while it was read"


@pytest.mark.parametrize("size", [0, 1, 4096])
def test_as_much_as_it_may_hold(tmp_path: Path, size: int) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a" * size)
    assert read_file(path, 4096) == b"a" * size


def test_more_than_it_may_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a" * 4097)
    large = "larger than 4 KiB; split it into several sources"
    assert why(path, 4096) == large
    # A file that says it is empty (as those of /proc do) is read no further either.
    monkeypatch.setattr(files, "_regular", lambda *_: None)
    assert why(path, 4096) == large


def test_a_mebibyte_may_be_held(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"#" * LIMIT)
    assert len(read_file(path)) == 1_048_576
    path.write_bytes(b"#" * (LIMIT + 1))
    assert why(path) == "larger than 1,024 KiB; split it into several sources"
