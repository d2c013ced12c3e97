"""Files that change, vanish or turn into something else while the study is read."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from cli.calls import Call
from load.studies import line, write

from gapcheck.analysis import examine
from gapcheck.diagnostic import Severity
from gapcheck.reports import check_terminal

from .processes import measured
from .roles import ROLES, SECRET, STUDY, lay, missing

pytestmark = pytest.mark.skipif(os.name != "posix", reason="made as POSIX makes them")

VANISHED = "gone: it vanished while the study was read"


def _as_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _as_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _as_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def _closed(path: Path) -> None:
    raise PermissionError(13, "Permission denied")


BEFORE_IT_IS_OPENED: Mapping[str, tuple[Callable[[Path], object], str]] = {
    "vanishes": (Path.unlink, VANISHED),
    "its folder vanishes": (lambda path: shutil.rmtree(path.parent), VANISHED),
    "turns into a pipe": (_as_pipe, "a pipe, not a file"),
    "turns into a folder": (_as_folder, "a folder, not a file"),
    "turns into a link": (_as_link, "not readable: Too many levels of symbolic links"),
    "is closed to us": (_closed, "closed to you: its permissions do not let you read it"),
    "grows too large": (
        lambda path: path.write_bytes(b"#" * (1 << 21)),
        "larger than 1,024 KiB; split it into several sources",
    ),
}
WHILE_IT_IS_READ: Mapping[str, Callable[[Path], object]] = {
    "grows": lambda path: path.write_text(path.read_text() + "more: words\n"),
    "is emptied": lambda path: path.write_bytes(b""),
    "is written anew": lambda path: path.write_text(path.read_text().replace("a", "b") + "c"),
}
BROKEN = {name: role for name, role in ROLES.items() if name != "settings"}


@contextmanager
def _before_opening(name: str, act: Callable[[], object]) -> Iterator[None]:
    """Do something just before the program opens a file, the first time."""
    opened = os.open
    done: list[str] = []

    def acting(path: str | Path, *rest: int, **named: int) -> int:
        if str(path).endswith(name) and not done:
            done.append(name)
            act()
        return opened(path, *rest, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", acting)
        yield
    assert done


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize(
    ("act", "why"), BEFORE_IT_IS_OPENED.values(), ids=BEFORE_IT_IS_OPENED.keys()
)
def test_before_it_is_opened(
    tmp_path: Path, name: str, act: Callable[[Path], object], why: str
) -> None:
    role = ROLES[name]
    path = lay(tmp_path, role, role.sound.encode())
    with _before_opening(role.path, lambda: act(path)):
        corpus, found = examine(tmp_path)
    messages = {one.message for one in found if one.location.path == role.path}
    assert f"the file is {why}" in messages, [line(one) for one in found]
    if path.parent.exists():
        assert not missing(corpus, role)


@pytest.mark.parametrize("name", ROLES)
@pytest.mark.parametrize("act", WHILE_IT_IS_READ.values(), ids=WHILE_IT_IS_READ.keys())
def test_while_it_is_read(tmp_path: Path, name: str, act: Callable[[Path], object]) -> None:
    role = ROLES[name]
    path = lay(tmp_path, role, role.sound.encode())
    with _between_looks(role.path, lambda: act(path)):
        corpus, found = examine(tmp_path)
    said = {one.message for one in found if one.location.path == role.path}
    assert "the file is being written: it changed while it was read" in said
    assert not missing(corpus, role)


@contextmanager
def _between_looks(name: str, act: Callable[[], object]) -> Iterator[None]:
    """Do something after the program has looked at an open file, and before it has read it."""
    opened, looked = os.open, os.fstat
    handles: set[int] = set()

    def noted(path: str | Path, *rest: int) -> int:
        handle = opened(path, *rest)
        if str(path).endswith(name):
            handles.add(handle)
        return handle

    def then(handle: int) -> os.stat_result:
        status = looked(handle)
        if handle in handles:
            handles.clear()
            act()
        return status

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", noted)
        patch.setattr(os, "fstat", then)
        yield


@pytest.mark.parametrize("after", [b"", b"a", b"\xff", None])
def test_a_file_that_changes_before_its_line_is_shown(
    call: Call, tmp_path: Path, after: bytes | None
) -> None:
    role = ROLES["source"]
    path = lay(tmp_path, role, role.sound.encode() + b"more: [\n")
    draw = check_terminal.write

    def change(*found: Any) -> None:
        path.unlink()
        if after is not None:
            path.write_bytes(after)
        draw(*found)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check_terminal, "write", change)
        done = call("check", "--study", tmp_path)
    assert path.exists() == (after is not None)
    assert (done.code, done.err) == (1, "")
    assert "yaml-syntax" in done.out
    assert SECRET not in done.out


def test_folders_that_come_and_go(tmp_path: Path) -> None:
    """Somebody syncs the study while it is checked, over and over."""
    write(tmp_path, STUDY)
    stop = threading.Event()

    def churn() -> None:
        folder, single = tmp_path / "evidence/zz", tmp_path / "policies/zz.yaml"
        while not stop.is_set():
            folder.mkdir()
            for number in range(20):
                (folder / f"s{number}.yaml").write_text(ROLES["source"].sound)
                single.write_text(ROLES["policy"].sound[: 10 * number])
            shutil.rmtree(folder)
            single.unlink()

    churning = threading.Thread(target=churn)
    churning.start()
    try:
        runs = [measured("check", "-f", "json", cwd=tmp_path) for _ in range(8)]
        found = [examine(tmp_path)[1] for _ in range(50)]
    finally:
        stop.set()
        churning.join()
    assert {one.code for one in runs} <= {0, 1}
    assert not [one.err for one in runs if "failed" in one.err or "Traceback" in one.err]
    for each in found:
        errors = [one for one in each if one.severity is Severity.ERROR]
        assert all("zz" in one.location.path for one in errors), [line(one) for one in errors]
