"""A file is replaced only while it is what it was, and what was written can be taken back."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from gapcheck.amend.committing import Done, commit, undo
from gapcheck.amend.refusal import Refusal
from gapcheck.amend.run import Amended, amended
from gapcheck.amend.sheets import first_codes

from .sheets import HEAD, change, code, sheet

TYPED = HEAD + "  - id: x1\n    text: Words.\n"
CHANGED = "file.yaml has changed since it was read. It is left as it is now: read it again."


def proposed(data: bytes, *, second: bool = False) -> Amended:
    found = amended(sheet(data, second=second), [change(code("seats"))])
    assert isinstance(found, Amended)
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "file.yaml"
    path.write_bytes(TYPED.encode())
    path.chmod(0o640)
    return path


def test_it_is_written_and_taken_back(file: Path) -> None:
    found = proposed(file.read_bytes())
    done = commit(file, found)
    assert isinstance(done, Done)
    assert (
        file.read_bytes()
        == found.new
        == found.old + b"    codes:\n      - {imperative: seats, stance: happens}\n"
    )
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert undo(done) is None
    assert file.read_bytes() == TYPED.encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_changed_underneath_is_left_as_it_is(file: Path) -> None:
    found = proposed(file.read_bytes())
    file.write_bytes(b"else")
    assert str(commit(file, found)) == CHANGED
    assert file.read_bytes() == b"else"
    file.write_bytes(found.old)
    done = commit(file, found)
    assert isinstance(done, Done)
    file.write_bytes(found.new + b"# more\n")
    assert str(undo(done)) == CHANGED
    assert file.read_bytes() == found.new + b"# more\n"


def test_a_new_file_is_made_and_goes_again(tmp_path: Path) -> None:
    path, found = tmp_path / "s1.cd.yaml", proposed(first_codes("s1", "cd"), second=True)
    done = commit(path, found, new=True)
    assert isinstance(done, Done)
    assert path.read_bytes() == found.new
    assert isinstance(commit(path, found, new=True), Refusal)
    assert undo(done) is None
    assert not path.exists()
    assert str(undo(done)) == (
        "file.yaml is gone: it vanished while the study was read. Nothing was written."
    )


@pytest.mark.parametrize("mode", [0o444, 0o000])
def test_a_file_that_is_read_only(file: Path, mode: int) -> None:
    found = proposed(file.read_bytes())
    file.chmod(mode)
    refused = str(commit(file, found))
    assert refused in (
        "file.yaml is read-only. Nothing was written.",
        "file.yaml is closed to you: its permissions do not let you read it. Nothing was written.",
    )
    file.chmod(0o600)
    assert file.read_bytes() == found.old


def test_a_file_that_another_owns(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    found = proposed(file.read_bytes())
    assert str(commit(file, found)) == "file.yaml is read-only. Nothing was written."


def test_a_link_is_not_followed(file: Path, tmp_path: Path) -> None:
    found = proposed(file.read_bytes())
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    assert str(commit(link, found)) == (
        "file.yaml is a symbolic link, and links are not followed. Nothing was written."
    )
    assert file.read_bytes() == found.old


def test_a_file_that_turns_into_a_link_meanwhile(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = proposed(file.read_bytes())
    monkeypatch.setattr(Path, "is_symlink", lambda _: True)
    assert str(commit(file, found)) == (
        "file.yaml could not be written: it is a symbolic link. Nothing was written."
    )


@pytest.mark.parametrize("gone", ["file", "folder"])
def test_a_file_that_is_gone(file: Path, gone: str) -> None:
    found = proposed(file.read_bytes())
    file.unlink()
    path = file if gone == "file" else file.parent / "there" / "file.yaml"
    assert str(commit(path, found)) == (
        "file.yaml is gone: it vanished while the study was read. Nothing was written."
    )
    assert isinstance(commit(path, found, new=True), Done if gone == "file" else Refusal)


def test_a_disk_that_is_full(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    found = proposed(file.read_bytes())
    assert str(commit(file, found)) == (
        "file.yaml could not be written: No space left on device. Nothing was written."
    )
    assert file.read_bytes() == found.old
    assert list(file.parent.iterdir()) == [file]


WRITER = """
import sys
from pathlib import Path
from gapcheck.writing import Changed, swap
path, mine = Path(sys.argv[1]), sys.argv[2].encode()
for number in range(int(sys.argv[3])):
    while True:
        old = path.read_bytes()
        try:
            swap(path, old, old + mine + b"%d\\n" % number)
        except Changed:
            continue
        break
"""


def test_of_many_processes_that_write_at_once_none_loses_a_line(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_bytes(b"")
    calls = [[sys.executable, "-c", WRITER, str(path), name, "15"] for name in "abcd"]
    running = [subprocess.Popen(one) for one in calls]
    assert [one.wait(120) for one in running] == [0] * 4
    lines = path.read_text().splitlines()
    assert sorted(lines) == sorted(f"{name}{number}" for name in "abcd" for number in range(15))
    assert [one for one in lines if one[0] == "a"] == [f"a{number}" for number in range(15)]
    assert list(tmp_path.iterdir()) == [path]
