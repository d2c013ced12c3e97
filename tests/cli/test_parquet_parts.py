"""`gapcheck export parquet` of a large study: partnership by partnership, by whoever works."""

from __future__ import annotations

from pathlib import Path

import pytest
from exporters.parquet.sets import ROOT, every_word, files, in_bytes
from sweep.dask_cluster import MAY_LEAVE_OPEN, dask_with

from gapcheck.exporters.parquet import own
from gapcheck.judging.leaving import Leaver
from gapcheck.load.walk import Folder

from .calls import Call
from .studies import SOUND, study
from .test_promises import FILES, MARKS

WORKERS = (("--jobs", "1"), ("--jobs", "2"))


def export(call: Call, folder: Path, *words: str) -> tuple[dict[str, bytes], str]:
    """The files of a data set, and what was said of it."""
    done = call("export", "parquet", "-o", folder, *words)
    assert (done.code, done.out) == (0, ""), done.err
    return files(folder), done.err


@pytest.mark.parametrize("more", [(), ("--as-at", "2004")])
def test_whoever_works_writes_the_same_bytes(
    call: Call, tmp_path: Path, more: tuple[str, ...]
) -> None:
    at_once = export(call, tmp_path / "0", "--study", str(ROOT), *more)
    for words in WORKERS:
        found = export(call, tmp_path / words[1], "--study", str(ROOT), *words, *more)
        assert found == at_once


@MAY_LEAVE_OPEN
def test_so_do_the_workers_of_a_cluster(call: Call, tmp_path: Path) -> None:
    at_once = export(call, tmp_path / "here", "--study", str(ROOT))
    with dask_with(2) as dask:
        assert export(
            call, tmp_path / "there", "--study", str(ROOT), "--cluster", dask.address
        ) == (at_once)


def test_a_large_study_is_not_in_memory_as_a_whole(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = export(call, root / "data")
    monkeypatch.setattr("gapcheck.judging.size.FEW", 1)
    monkeypatch.setattr("gapcheck.cli.data_set.outgoing", None)
    monkeypatch.setattr("gapcheck.cli.wanted.analyse", None)
    assert export(call, root / "data") == at_once


@pytest.mark.parametrize("words", WORKERS)
def test_no_word_that_consent_does_not_cover_is_in_any_byte(
    call: Call, root: Path, words: tuple[str, ...]
) -> None:
    study(root, FILES)
    held, said = export(call, root / "data", *words)
    told = every_word(root / "data")
    assert told.count("Openword may be shown.") >= 2
    for text in (told, said):
        assert not [mark for mark in MARKS if mark.casefold() in text.casefold()]
    assert not in_bytes(root / "data", MARKS)
    assert (held, said) == export(call, root / "data")


def test_a_study_without_partnerships_has_its_columns_all_the_same(call: Call, root: Path) -> None:
    for name in SOUND:
        if name.startswith("evidence/"):
            (root / name).unlink()
    at_once = export(call, root / "data")
    assert export(call, root / "data", "--jobs", "2") == at_once


def test_what_fails_in_the_middle_leaves_the_old_one(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(call, root / "data")
    before = files(root)
    of = Leaver.of

    def interrupted(leaver: Leaver, folder: Folder) -> object:
        if folder.name == "southby":
            raise KeyboardInterrupt
        return of(leaver, folder)

    monkeypatch.setattr(Leaver, "of", interrupted)
    assert call("export", "parquet", "-o", "data", "--jobs", "1").code == 130
    assert files(root) == before
    assert not list(root.glob(".gapcheck*"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("parquet", "northtown", "-o", "x", "--jobs", "2"), "are for the whole study"),
        (("parquet", "--audience", "public", "-o", "x", "--jobs", "2"), "are for the whole study"),
        (("parquet", "-o", "x", "--jobs", "2", "--cluster", "tcp://a:1"), "--jobs goes without"),
        (("parquet", "-o", "x", "--cluster", "here"), "here is no address of a scheduler"),
        (("csv", "--jobs", "2"), "--jobs and --cluster go with parquet."),
        (("coreq", "--cluster", "tcp://a:1"), "--jobs and --cluster go with parquet."),
    ],
)
def test_who_works_cannot_always_be_said(
    call: Call, root: Path, words: tuple[str, ...], said: str
) -> None:
    done = call("export", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.said
    assert not (root / "x").exists()


@MAY_LEAVE_OPEN
def test_a_worker_that_would_make_other_files_is_refused(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = own.MADE_BY
    monkeypatch.setattr(own, "MADE_BY", "pyarrow 0")
    with dask_with(1) as dask:
        done = call(
            *("export", "parquet", "-o", tmp_path / "x"),
            *("--study", str(ROOT), "--cluster", dask.address),
        )
    assert done.code == 2
    assert done.err.endswith(f"A worker cannot help: it has {there}, and this is pyarrow 0.\n")
    assert not (tmp_path / "x").exists()
