"""`gapcheck report --jobs`: the same bytes in every format, whoever does the work."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.calls import Call
from sweep.test_agreement import copied


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return Call(monkeypatch, capsys)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return copied(tmp_path, {})


FORMATS = (
    ("--no-pager",),
    ("-f", "json"),
    ("-f", "markdown"),
    ("-f", "html"),
    ("-f", "csv", "--rows", "statements"),
    ("-f", "json", "--policy", "compact-1998", "--only", "gap"),
    ("--beyond-policy", "--no-pager"),
    ("--no-pager", "--fail-on", "contested"),
)


@pytest.mark.parametrize("words", FORMATS, ids=" ".join)
def test_every_format_is_the_same(call: Call, study: Path, words: tuple[str, ...]) -> None:
    whole = call("report", "--study", study, *words)
    found = call("report", "--study", study, *words, "--jobs", "1")
    assert (found.code, found.out, found.err) == (whole.code, whole.out, whole.err)


@pytest.mark.parametrize("words", [("northtown",), ("--sensitivity",), ("--audience", "public")])
def test_what_is_not_of_the_whole_study_for_the_team(
    call: Call, study: Path, words: tuple[str, ...]
) -> None:
    found = call("report", "--study", study, *words, "--jobs", "2")
    assert found.code == 2
    said = " ".join(found.err.replace("│", " ").split())
    assert "--jobs and --cluster are for the whole study, and the team" in said


def test_a_topic_that_is_not_there(call: Call, study: Path) -> None:
    found = call("report", "--study", study, "--topic", "memberships", "--jobs", "1")
    assert (found.code, found.err) == (
        2,
        "No topic is called memberships. Did you mean membership?\n",
    )
