"""What has the name of a file and is none: named, never opened, and never waited for."""

from __future__ import annotations

import os
import socket
import stat
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from load.studies import write

from gapcheck.analysis import examine

from .processes import measured
from .roles import ROLES, STUDY, missing

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="made as Linux makes them")

LINK = "a symbolic link, and links are not followed"


def _linked(path: Path) -> None:
    real = path.parent / "real.txt"
    real.write_text("a: [")
    path.symlink_to(real)


def _linked_in_a_ring(path: Path) -> None:
    other = path.with_name("other.txt")
    path.symlink_to(other.name)
    other.symlink_to(path.name)


def _linked_to_a_pipe(path: Path) -> None:
    os.mkfifo(path.with_name("pipe.txt"))
    path.symlink_to("pipe.txt")


def _socket(path: Path) -> None:
    # A socket's path may have a hundred characters, and a test's folder has more.
    with tempfile.TemporaryDirectory() as short, socket.socket(socket.AF_UNIX) as end:
        end.bind(f"{short}/s")
        Path(short, "s").rename(path)


def _device(major: int, minor: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        try:
            os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(major, minor))
        except PermissionError:
            pytest.skip("only the superuser makes devices")

    return make


OBJECTS: Mapping[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (os.mkfifo, "a pipe, not a file"),
    "socket": (_socket, "a socket, not a file"),
    "device that is endless": (_device(1, 5), "a device, not a file"),
    "device that is empty": (_device(1, 3), "a device, not a file"),
    "terminal": (_device(5, 0), "a device, not a file"),
    "link to a file": (_linked, LINK),
    "link to itself": (lambda path: path.symlink_to(path.name), LINK),
    "links in a ring": (_linked_in_a_ring, LINK),
    "link to nothing": (lambda path: path.symlink_to("nowhere"), LINK),
    "link to a pipe": (_linked_to_a_pipe, LINK),
    "link to a device that is endless": (lambda path: path.symlink_to("/dev/zero"), LINK),
    "link to memory": (lambda path: path.symlink_to("/proc/self/mem"), LINK),
    "link to what the shell reads": (lambda path: path.symlink_to("/dev/stdin"), LINK),
}
FOLDERS: Mapping[str, Callable[[Path], object]] = {
    "folder": Path.mkdir,
    "link to the folder above": lambda path: path.symlink_to(".."),
    "link to the folder it lies in": lambda path: path.symlink_to("."),
    "link to the root of all": lambda path: path.symlink_to("/"),
}
"""Folders with the name of a file: they are never read as one."""


def placed(root: Path, name: str, make: Callable[[Path], object]) -> None:
    """The sound study with something in the place of one file."""
    role = ROLES[name]
    write(root, {**STUDY, **role.beside})
    path = root / role.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    make(path)


@pytest.mark.parametrize("name", ROLES)
@pytest.mark.parametrize(("make", "why"), OBJECTS.values(), ids=OBJECTS)
def test_what_is_no_file_is_named(
    tmp_path: Path, name: str, make: Callable[[Path], object], why: str
) -> None:
    placed(tmp_path, name, make)
    corpus, found = examine(tmp_path)
    role = ROLES[name]
    [only] = [one for one in found if one.rule == "unreadable-file"]
    assert (only.location.path, only.message) == (role.path, f"the file is {why}")
    assert not missing(corpus, role)


@pytest.mark.parametrize("name", ["source", "settings"])
@pytest.mark.parametrize(("make", "why"), OBJECTS.values(), ids=OBJECTS)
def test_nothing_is_waited_for(
    tmp_path: Path, name: str, make: Callable[[Path], object], why: str
) -> None:
    placed(tmp_path, name, make)
    done = measured("check", "--format", "text", cwd=tmp_path, seconds=5)
    assert (done.code, done.err) == (1, "")
    assert f"{ROLES[name].path}:1:1: error[unreadable-file] the file is {why}" in done.out


@pytest.mark.parametrize("name", ROLES)
@pytest.mark.parametrize("make", FOLDERS.values(), ids=FOLDERS)
def test_a_folder_with_the_name_of_a_file(
    tmp_path: Path, name: str, make: Callable[[Path], object]
) -> None:
    placed(tmp_path, name, make)
    corpus, found = examine(tmp_path)
    role = ROLES[name]
    assert not missing(corpus, role)
    rules = {one.rule for one in found if one.location.path == role.path}
    expected = {"partnership": "missing-partnership", "settings": "unreadable-file"}
    if (tmp_path / role.path).is_symlink():
        assert "unreadable-file" in rules
    elif name in expected:
        assert expected[name] in rules
    else:
        assert not rules
