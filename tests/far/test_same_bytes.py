"""A study at an address says what the same study says on a disk, to the last byte."""

from __future__ import annotations

import os
import random
from collections.abc import Mapping
from pathlib import Path

import pytest
from cli.calls import Call, alone
from cli.studies import interview, study
from cli.test_check_quotes import INT, SPOKEN, TEXT, naming
from matchers.tiny_model import lay
from sweep.test_agreement import broken, copied, shipped_texts

from gapcheck.cache import FOLDER

from .places import PLACES, Url, in_memory, laid, on_disk, over_a_wire

JSON = (("check", "-f", "json"), ("report", "-f", "json"), ("match", "-f", "json"))
READERS = (
    ("report", "northtown", "--no-pager"),
    ("explain", "northtown", "pay-in-advance", "--no-pager"),
    ("plan", "northtown", "--no-pager"),
    ("list", "sources"),
    ("agreement", "--no-pager"),
    ("export", "csv"),
    ("check", "--format", "sarif"),
    ("report", "-f", "json", "--jobs", "1"),
)


def same(call: Call, root: Path, url: str, *words: str) -> None:
    here = call(*words, "--study", root)
    there = call(*words, "--study", url)
    assert here.out
    assert (there.code, there.out, there.err) == (here.code, here.out, here.err)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("words", JSON, ids=" ".join)
def test_the_shipped_study(call: Call, tmp_path: Path, place: Url, words: tuple[str, ...]) -> None:
    root = copied(tmp_path, {})
    same(call, root, place(root), *words)


@pytest.mark.parametrize("words", READERS, ids=" ".join)
def test_every_command_that_only_reads(call: Call, tmp_path: Path, words: tuple[str, ...]) -> None:
    root = copied(tmp_path / "study", {})
    same(call, root, in_memory(root), *words)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("seed", range(2))
def test_a_study_with_an_accident_in_every_file(
    call: Call, tmp_path: Path, place: Url, seed: int
) -> None:
    chance = random.Random(seed)
    root = copied(tmp_path, {path: broken(text, chance) for path, text in shipped_texts()})
    same(call, root, place(root), "check", "-f", "json")
    same(call, root, place(root), "check", "-f", "terminal")


ODD: Mapping[str, str | bytes | None] = {
    INT: naming(),
    TEXT: SPOKEN,
    "evidence/northtown/int-vcs-04.yaml": naming("int-vcs-04"),
    "evidence/northtown/int-vcs-05.yaml": naming("int-vcs-05", text="Nobody said this at all."),
    "transcripts/int-vcs-05.txt": SPOKEN,
    "evidence/northtown/empty.yaml": b"",
    "evidence/northtown/large.yaml": b"#" * ((1 << 20) + 1),
    "evidence/northtown/int (1).yaml": interview("int"),
    "evidence/northtown/.hidden.yaml": "",
    "evidence/northtown/notes.txt": "",
    "evidence/northtown/deeper/int.yaml": "",
    "evidence/nobody/int.yaml": interview("int"),
    "evidence/loose.yaml": "",
    "policies/a/b/c/not.yaml": "policy: [",
    "gapcheck.lock": "<<<<<<<\n",
}


@pytest.mark.parametrize("place", PLACES)
def test_odd_files_and_transcripts(call: Call, tmp_path: Path, place: Url) -> None:
    root = study(tmp_path / "study", ODD)
    for form in ("json", "terminal", "junit"):
        same(call, root, place(root), "check", "-f", form)
    same(call, root, place(root), "report", "-f", "json")


def test_a_study_without_a_title_is_called_like_its_folder(call: Call, tmp_path: Path) -> None:
    root = study(tmp_path / "far", {"gapcheck.yaml": None})
    same(call, root, in_memory(root), "report", "--no-pager")


def test_the_list_of_places_lies_in_the_study_too(call: Call, tmp_path: Path) -> None:
    settings = "study: A small study\nplaces: names.txt\n"
    root = study(tmp_path / "s", {"gapcheck.yaml": settings, "names.txt": "Hartlepool\n"})
    same(call, root, in_memory(root), "check", "-f", "json")


def test_processes_see_what_lies_on_a_disk_and_nobody_else_what_lies_in_memory(
    call: Call, tmp_path: Path
) -> None:
    root = copied(tmp_path, {})
    for url in (on_disk(root), in_memory(root)):
        same(call, root, url, "report", "-f", "json", "--jobs", "2")


def test_each_run_sees_what_there_is_then(call: Call, tmp_path: Path) -> None:
    root = study(tmp_path / "s")
    url = over_a_wire(root)
    assert call("check", "--study", url).code == 0
    study(root, {"evidence/southby/int-vcs-09.yaml": "source: ["})
    laid(root)
    same(call, root, url, "check", "-f", "json")


def test_nothing_is_written_to_the_disk(tmp_path: Path) -> None:
    root = study(tmp_path / "s", {INT: naming() + "  - {id: x2, text: Grants come late.}\n"})
    study(root, {TEXT: SPOKEN})
    empty = {}
    for name in ("TMPDIR", "HOME", FOLDER, "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        empty[name] = str(tmp_path / name)
        (tmp_path / name).mkdir()
    here = tmp_path / "here"
    here.mkdir()
    before = sorted(root.rglob("*"))
    path = os.environ.get("PYTHONPATH", "")
    for words in (*JSON, ("report", "northtown"), ("match",)):
        done = alone(*words, "--study", root.as_uri(), cwd=here, **empty, PYTHONPATH=path)
        assert (done.returncode, done.stderr.count(b"failed")) in ((0, 0), (1, 0))
    assert sorted(root.rglob("*")) == before
    assert [one for name in (*empty, "here") for one in (tmp_path / name).iterdir()] == []


def test_what_a_model_makes_of_words_is_not_kept(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path / "cache"))
    root = study(tmp_path / "s", {INT: naming() + "  - {id: x2, text: Grants come late.}\n"})
    words = ("match", "--model", str(lay(tmp_path / "tiny")), "-f", "json")
    there = call(*words, "--study", in_memory(root))
    assert not (tmp_path / "cache").exists()
    here = call(*words, "--study", root)
    assert (tmp_path / "cache").exists()
    assert there.out == here.out
    assert here.json["model"]["name"] == "tiny"
