"""Files laid down: all or none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gapcheck.scaffold.laying import lay
from gapcheck.scaffold.refused import AlreadyThere, Refused

from .folders import snapshot

FILES = {"top.yaml": b"top", "deep/er/one.yaml": b"one", "deep/two.yaml": b"two"}


def _broken(*_args: object, **_keywords: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_new_folder_below_folders_that_are_new_too(tmp_path: Path) -> None:
    written = lay(tmp_path / "a" / "b", FILES)
    assert [one.relative_to(tmp_path).as_posix() for one in written] == [
        f"a/b/{name}" for name in FILES
    ]
    assert {name: (tmp_path / "a/b" / name).read_bytes() for name in FILES} == FILES
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_a_new_folder_can_be_opened_by_whoever_may_open_others(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    lay(tmp_path / "laid", FILES)
    assert (tmp_path / "laid").stat().st_mode == (tmp_path / "made").stat().st_mode


def test_a_folder_that_is_there_keeps_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "deep").mkdir()
    lay(tmp_path, FILES)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "deep/er/one.yaml").read_bytes() == b"one"


def test_the_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lay(Path(), FILES)
    assert (tmp_path / "deep/er/one.yaml").read_bytes() == b"one"


@pytest.mark.parametrize("name", list(FILES))
def test_a_file_in_the_way_is_named_and_nothing_changes(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("mine")
    before = snapshot(tmp_path)
    with pytest.raises(AlreadyThere, match=name):
        lay(tmp_path, FILES)
    assert snapshot(tmp_path) == before


def test_a_broken_link_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "top.yaml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(AlreadyThere, match=r"top\.yaml is there already"):
        lay(tmp_path, FILES)


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "deep").write_text("mine")
    before = snapshot(tmp_path)
    with pytest.raises(AlreadyThere, match="deep is a file, not a folder"):
        lay(tmp_path, FILES)
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("where", ["file", "file/below"])
def test_a_file_in_place_of_the_folder(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(Refused):
        lay(tmp_path / where, FILES)
    assert snapshot(tmp_path) == {"file": b"mine"}


@pytest.mark.parametrize("good", [0, 1, 2])
def test_a_disk_that_fills_up_while_writing_into_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, good: int
) -> None:
    (tmp_path / "deep").mkdir()
    real, calls = os.replace, []

    def replace(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) > good:
            _broken()
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(Refused, match="No space left on device"):
        lay(tmp_path, FILES)
    assert len(calls) == good + 1
    assert snapshot(tmp_path) == {"deep": None}


@pytest.mark.parametrize("step", ["write_bytes", "rename"])
def test_a_disk_that_fills_up_while_making_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(Path, step, _broken)
    with pytest.raises(Refused, match="Nothing was left behind"):
        lay(tmp_path / "a" / "b", FILES)
    assert snapshot(tmp_path) == {}


def test_an_interruption_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        lay(tmp_path, FILES)
    assert snapshot(tmp_path) == {}
