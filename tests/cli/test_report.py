"""`gapcheck report`: whom it reports on, in which format, and where it goes."""

from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path

import pytest

from gapcheck.reports.formats import FORMATS

from .calls import Call, alone
from .studies import interview, study

BAD = {
    "evidence/northtown/int-vcs-03.yaml": interview("int-vcs-03").replace("2004-05-12", "2004-13")
}
LEFT_OUT = "evidence/northtown/int-vcs-03.yaml: the whole source (1 error)."


def lsps(out: str) -> list[str]:
    return [one["lsp"] for one in json.loads(out)["partnerships"]]


def test_without_a_name_all_stand_side_by_side(call: Call, root: Path) -> None:
    done = call("report")
    assert (done.code, done.err) == (0, "")
    assert "IMPERATIVES BY PARTNERSHIP" in done.out
    assert lsps(call("report", "-f", "json").out) == ["northtown", "southby"]


@pytest.mark.parametrize(
    "name", ["southby", "SOUTHBY", "southby/", "Southby Partnership", " southby partnership "]
)
def test_a_partnership_goes_by_its_id_and_by_its_own_name(
    call: Call, root: Path, name: str
) -> None:
    assert lsps(call("report", name, "-f", "json").out) == ["southby"]


def test_several_are_reported_each_once(call: Call, root: Path) -> None:
    done = call("report", "southby", "northtown", "Southby Partnership", "-f", "json")
    assert lsps(done.out) == ["northtown", "southby"]
    text = call("report", "southby", "northtown").out
    assert "Northtown Strategic Partnership" in text
    assert "Southby Partnership" in text
    assert "IMPERATIVES BY PARTNERSHIP" not in text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("northtwon", "No partnership is called northtwon. Did you mean northtown?\n"),
        ("Southby Partnreship", "Southby Partnreship. Did you mean southby?\n"),
        ("xyz", "No partnership is called xyz. There are: northtown, southby.\n"),
    ],
)
def test_an_unknown_partnership_is_answered_with_the_nearest(
    call: Call, root: Path, name: str, said: str
) -> None:
    done = call("report", "northtown", name)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(said)


@pytest.mark.parametrize(
    ("file", "begins"),
    [
        ("a.md", "> **Illustrative"),
        ("a.MD", "> **Illustrative"),
        ("a.json", "{"),
        ("a.txt", " ILL"),
    ],
)
def test_the_ending_of_the_file_means_its_format(
    call: Call, root: Path, file: str, begins: str
) -> None:
    done = call("report", "-o", file)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (root / file).read_text("utf-8").startswith(begins)


def test_a_format_that_was_named_wins_over_the_ending(call: Call, root: Path) -> None:
    call("report", "-o", "a.md", "--format", "json")
    assert json.loads((root / "a.md").read_text())["format"] == "gapcheck-report/1"


@pytest.mark.parametrize("words", [("-f", "pdf"), ("-o", "a.pdf"), ("-o", "report")])
def test_an_unknown_format_is_refused_and_nothing_is_written(
    call: Call, root: Path, words: tuple[str, str]
) -> None:
    done = call("report", *words)
    assert (done.code, done.out) == (2, "")
    assert ("pdf is no format: terminal, " in done.said) or ("does not tell a format" in done.said)
    assert not (root / words[1]).exists()


@pytest.mark.parametrize("form", ["terminal", *FORMATS])
def test_a_file_holds_what_would_stand_on_a_pipe(call: Call, root: Path, form: str) -> None:
    shown = call("report", "northtown", "-f", form)
    call("report", "northtown", "-f", form, "-o", "here")
    assert (root / "here").read_bytes().decode() == shown.out
    assert stat.S_IMODE((root / "here").stat().st_mode) & 0o044


@pytest.mark.parametrize("words", [("report",), ("check",), ("list", "themes"), ("rules",)])
def test_a_missing_folder_is_a_sentence(call: Call, root: Path, words: tuple[str, ...]) -> None:
    done = call(*words, "-o", "no/where.txt")
    assert (done.code, done.out) == (2, "")
    assert done.err == "no/where.txt could not be written: No such file or directory.\n"
    assert not (root / "no").exists()


def test_a_folder_in_the_place_of_the_file_is_a_sentence(call: Call, root: Path) -> None:
    (root / "out.md").mkdir()
    done = call("report", "-o", "out.md")
    assert done.code == 2
    assert done.err.startswith("out.md could not be written: ")
    assert not list((root / "out.md").iterdir())
    assert not list(root.glob(".gapcheck-*"))


def test_a_closed_folder_is_a_sentence(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(**_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("gapcheck.writing.tempfile.mkstemp", closed)
    done = call("report", "-o", "a.md")
    assert (done.code, done.err) == (2, "a.md could not be written: Permission denied.\n")


@pytest.mark.parametrize("old", [None, "the old report"])
@pytest.mark.parametrize("form", FORMATS)
def test_a_full_disk_leaves_what_was_there(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch, old: str | None, form: str
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if old:
        (root / "here").write_text(old)
    before = sorted(root.rglob("*"))
    monkeypatch.setattr(os, "fsync", full)
    done = call("report", "-f", form, "-o", "here")
    assert (done.code, done.out) == (2, "")
    assert done.err == "here could not be written: No space left on device.\n"
    assert sorted(root.rglob("*")) == before
    assert old is None or (root / "here").read_text() == old


def test_what_was_left_out_is_said_first(call: Call, root: Path) -> None:
    study(root, BAD)
    terminal, markdown = call("report").out, call("report", "-f", "markdown").out
    assert terminal.startswith(f"Left out, because files have errors:\n- {LEFT_OUT}\n")
    assert markdown.index(LEFT_OUT) < markdown.index("# A small study")
    assert call("report", "-f", "json").json["diagnostics"] == {"error": 1, "warning": 0}
    for words in (("report", "northtown"), ("explain", "northtown", "pay-in-advance")):
        assert call(*words).out.startswith("Left out, because files have errors:\n")


@pytest.mark.parametrize("severity", ["warning", "error"])
def test_no_severity_hides_what_is_left_out(call: Call, root: Path, severity: str) -> None:
    settings = f"study: S\nseverities: {{impossible-date: {severity}}}\n"
    study(root, BAD, {"gapcheck.yaml": settings})
    assert LEFT_OUT in call("report").out
    assert call("report", "--fail-on", "contrary").code == 1


def test_parts_of_several_files_are_named_each(call: Call, root: Path) -> None:
    code = interview("int-vcs-02", codes="[{imperative: no-such, stance: absent}]")
    study(root, {"evidence/southby/int-vcs-02.yaml": code}, BAD)
    out = " ".join(call("report").out.split())
    assert f"- {LEFT_OUT}" in out
    assert "- evidence/southby/int-vcs-02.yaml: this code (1 error)." in out
    done = call("report", "--fail-on", "contrary")
    assert "--fail-on: parts of 2 files had to be left out.\n" in done.err


@pytest.mark.parametrize("form", ["terminal", *FORMATS])
def test_the_same_study_gives_the_same_bytes(call: Call, root: Path, form: str) -> None:
    for names in ((), ("northtown",)):
        first = call("report", *names, "-f", form)
        assert call("report", *names, "-f", form) == first


@pytest.mark.parametrize("form", ["terminal", *FORMATS])
def test_the_order_of_hashes_changes_nothing(root: Path, form: str) -> None:
    study(root, BAD)
    runs = {
        alone("report", "-f", form, cwd=root, PYTHONHASHSEED=seed).stdout for seed in ("1", "77")
    }
    assert len(runs) == 1
