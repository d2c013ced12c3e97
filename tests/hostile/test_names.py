"""Names that would act where they are shown, trees without an end, and folders that overflow."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from cli.calls import Call
from load.studies import write

from gapcheck.reports.check_formats import CHECK_FORMATS

from .processes import measured
from .promises import ACTS
from .roles import STUDY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="no other system has such names")

LEVELS = 3000

NAMES: Mapping[str, bytes] = {
    "line end": b"a\nerror: b.yaml",
    "carriage return": b"a\rb.yaml",
    "escape": b"a\x1b]0;owned\x07\x1b[2J.yaml",
    "C1 escape": b"a\xc2\x9b31m.yaml",
    "override": "a\u202elmay.yaml".encode(),
    "line separator": "a\u2028b.yaml".encode(),
    "no UTF-8": b"caf\xe9.yaml",
    "half of a pair": b"a\xed\xa0\x80b.yaml",
    "as long as can be": b"n" * 250 + b".yaml",
    "as long as can be, and no UTF-8": b"\xff" * 250 + b".yaml",
    "as long as can be, of wide letters": "地".encode() * 83 + b".yaml",
    "blanks round it": b" a .yaml",
    "an option": b"--output=b.yaml",
    "an annotation": b"::error::owned.yaml",
    "an annotation, escaped": b"%0A::error::owned.yaml",
    "markup": b"[bold red]<b>&amp;.yaml",
    "a pattern": b"*[a]?.yaml",
    "a quotation mark": b"a'b\"c`d`.yaml",
    "a variable": b"$HOME~.yaml",
    "a backslash": b"a\\nb.yaml",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("below", ["policies", "evidence", "evidence/north", "evidence/national"])
def test_a_name_is_shown_and_never_obeyed(
    call: Call, tmp_path: Path, below: str, name: bytes
) -> None:
    write(tmp_path, STUDY)
    path = Path(tmp_path, below, os.fsdecode(name))
    if below == "evidence":
        path /= "lsp.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"a: [")
    for form in ("terminal", *CHECK_FORMATS):
        done = call("check", "--study", tmp_path, "--format", form)
        assert (done.code, done.err) == (1, ""), form
        assert "yaml-syntax" in done.out, form
        assert not ACTS.search(done.out), form
        if form == "github":
            assert all(re.match("::(error|warning|notice) ", line) for line in _lines(done.out))


def _lines(out: str) -> list[str]:
    return [line for line in out.splitlines() if "::" in line]


@pytest.fixture(params=["policies", "evidence/north", "evidence/national"])
def endless(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where a tree begins that is deeper than any path may be long."""
    below = str(request.param)
    write(tmp_path, STUDY)
    (tmp_path / below).mkdir(exist_ok=True)
    with _inside(tmp_path / below):
        for _ in range(LEVELS):
            os.mkdir("d")  # noqa: PTH102  # a path of them all would be too long for the system
            os.chdir("d")
        Path("zz.yaml").write_text("a: [")
    yield below
    with _inside(tmp_path / below):
        for _ in range(LEVELS):
            os.chdir("d")
        Path("zz.yaml").unlink()
        for _ in range(LEVELS):
            os.chdir("..")
            os.rmdir("d")  # noqa: PTH106


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def test_a_tree_without_an_end(tmp_path: Path, endless: str) -> None:
    done = measured("check", "--format", "json", cwd=tmp_path)
    assert (done.code, done.err) == (1, "")
    [only] = [one for one in json.loads(done.out)["diagnostics"] if "/d/d/d" in one["path"]]
    assert only["path"].startswith(f"{endless}/d/d/d")
    assert (only["rule"], only["message"]) == (
        "unreadable-file",
        "the folder lies too deep; nothing in it was read",
    )


def test_paths_that_are_too_long_to_be_opened(call: Call, tmp_path: Path) -> None:
    write(tmp_path, STUDY)
    with _inside(tmp_path / "policies"):
        for _ in range(20):
            os.mkdir("d" * 255)  # noqa: PTH102
            os.chdir("d" * 255)
        Path("zz.yaml").write_text("a: [")
    done = call("check", "--study", tmp_path, "--format", "json")
    assert done.code in (0, 1)
    [only] = [one for one in done.json["diagnostics"] if one["path"].startswith("policies/ddd")]
    assert only["rule"] in ("unread-file", "unreadable-file")


def test_sixteen_levels_are_looked_into(call: Call, tmp_path: Path) -> None:
    write(tmp_path, STUDY)
    deepest = tmp_path.joinpath("policies", *"d" * 16)
    deepest.mkdir(parents=True)
    (tmp_path / "policies/guidance.yaml").rename(deepest / "guidance.yaml")
    assert call("check", "--study", tmp_path).code == 0
    (deepest / "d").mkdir()
    assert "lies too deep" in call("check", "--study", tmp_path).out


def test_ten_thousand_files_in_a_folder(tmp_path: Path) -> None:
    write(tmp_path, STUDY)
    folder = tmp_path / "evidence/zz"
    folder.mkdir()
    for number in range(10_000):
        (folder / f"s{number}.yaml").write_text("a: [")
    done = measured("check", "--format", "json", cwd=tmp_path, seconds=60)
    assert (done.code, done.err) == (1, "")
    found = json.loads(done.out)["diagnostics"]
    assert len(found) == 1001
    assert re.match(r"9,0\d\d more problems of the study are not listed", found[-1]["message"])
    assert done.megabytes < 150
    shown = measured("check", cwd=tmp_path, seconds=60)
    assert "sound" not in shown.out
