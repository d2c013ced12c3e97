"""Where the study is, and what the program says when it is called alone or wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck import __main__, __version__
from gapcheck.cli.commands import COMMANDS

from .calls import Call, alone
from .studies import FIVE_ERRORS, POLICY, SHIPPED, study

OUTSIDE = "No study in . or above it."


def test_alone_it_says_where_the_study_is_and_what_it_holds(call: Call, root: Path) -> None:
    done = call()
    assert (done.code, done.err) == (0, "")
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert lines == [
        "A small study",
        f"in {root}",
        "",
        "1 policies with 3 imperatives",
        "2 partnerships",
        "3 sources",
        "3 coded excerpts",
        "0 excerpts that nobody has reviewed",
        "0 errors, 0 warnings",
        "",
        "Next: gapcheck report all partnerships; gapcheck report northtown: one",
        "Help: gapcheck --help",
    ]


@pytest.mark.parametrize(
    ("change", "step"),
    [
        ({"evidence/northtown/int-vcs-03.yaml": FIVE_ERRORS}, "gapcheck check "),
        (
            {
                "evidence/northtown/int-vcs-01.yaml": None,
                "evidence/northtown/int-council-01.yaml": None,
                "evidence/southby/int-vcs-02.yaml": None,
            },
            "gapcheck new interview northtown/NAME",
        ),
    ],
)
def test_the_next_step_is_the_one_that_helps(
    call: Call, tmp_path: Path, change: dict[str, str | bytes | None], step: str
) -> None:
    assert f"Next:  {step}" in call("--study", study(tmp_path / "s", change)).out


@pytest.mark.parametrize(
    ("files", "step"),
    [
        ({}, "gapcheck check"),
        ({"policies/guidance-2001.yaml": POLICY}, "gapcheck check"),
    ],
)
def test_an_empty_study_is_a_problem_and_no_crash(
    call: Call, tmp_path: Path, files: dict[str, str], step: str
) -> None:
    (tmp_path / "gapcheck.yaml").write_text("study: Empty\n")
    for name, text in files.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    assert f"Next:  {step}" in call("--study", tmp_path).out
    assert call("check", "--study", tmp_path).code == 1


QUIET = "study: Empty\nseverities: {empty-study: off, empty-partnership: off}\n"


@pytest.mark.parametrize(
    ("files", "step"),
    [
        ({}, "gapcheck new policy NAME     a first policy to fill in"),
        ({"policies/guidance-2001.yaml": POLICY}, "gapcheck new partnership NAME"),
    ],
)
def test_a_study_that_begins_is_told_what_to_write_first(
    call: Call, tmp_path: Path, files: dict[str, str], step: str
) -> None:
    (tmp_path / "gapcheck.yaml").write_text(QUIET)
    for name, text in files.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    assert f"Next:  {step}" in call("--study", tmp_path).out


@pytest.mark.parametrize("command", [(), ("check",), ("report",), ("list", "themes")])
def test_outside_of_a_study_it_says_so_and_what_to_do(
    call: Call, nowhere: Path, command: tuple[str, ...]
) -> None:
    done = call(*command)
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[0] == OUTSIDE
    assert "`gapcheck init study` begins one" in done.err


def test_a_folder_with_policies_and_evidence_is_a_study_too(call: Call, tmp_path: Path) -> None:
    done = call("--study", study(tmp_path / "bare", {"gapcheck.yaml": None}))
    assert (done.code, done.out.splitlines()[0]) == (0, "bare")


def test_the_study_is_found_upwards(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "evidence" / "northtown")
    assert call().out.splitlines()[1] == f"  in {root}"


@pytest.mark.parametrize("command", [("check",), ("list", "themes"), ("schema", "source"), ()])
def test_a_folder_named_wrongly_is_refused_before_and_after_the_command(
    call: Call, root: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    wrong = tmp_path / "elsewhere"
    wrong.mkdir()
    calls = [("--study", str(wrong), *command)]
    calls += [(*command, "--study", str(wrong))] if command else []
    for words in calls:
        done = call(*words)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(f"{wrong} is no study: ")


def test_the_study_named_after_the_command_wins(call: Call, root: Path, tmp_path: Path) -> None:
    other = study(tmp_path / "other", {"gapcheck.yaml": "study: The other\n"})
    done = call("--study", root, "report", "--study", other, "--format", "json")
    assert done.json["study"] == "The other"
    assert call("--study", other, "report", "--format", "json").json["study"] == "The other"


@pytest.mark.parametrize("words", [["--version"], ["--version", "check"]])
def test_the_version_is_told(call: Call, nowhere: Path, words: list[str]) -> None:
    done = call(*words)
    assert (done.code, done.out, done.err) == (0, f"gapcheck {__version__}\n", "")


def test_the_version_alone_is_told_without_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["gapcheck", "--version"])
    __main__.main()
    assert capsys.readouterr().out == f"gapcheck {__version__}\n"


def test_the_script_ends_with_the_exit_code(
    monkeypatch: pytest.MonkeyPatch, nowhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["gapcheck", "check"])
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    assert ended.value.code == 2
    assert OUTSIDE in capsys.readouterr().err


def test_the_module_is_the_program(nowhere: Path) -> None:
    done = alone("--version", cwd=nowhere)
    assert (done.returncode, done.stdout) == (0, f"gapcheck {__version__}\n".encode())


@pytest.mark.parametrize("flag", ["--help", "-h"])
@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_every_command_helps(call: Call, nowhere: Path, command: list[str], flag: str) -> None:
    done = call(*command, flag)
    assert (done.code, done.err) == (0, "")
    assert "Usage: gapcheck" in done.out
    assert all(name in done.out for name in COMMANDS) or command


def test_an_unknown_command_is_answered_with_the_nearest(call: Call, root: Path) -> None:
    done = call("reprot")
    assert (done.code, done.out) == (2, "")
    assert done.err == "There is no command reprot. Did you mean `report`?\n"
    assert call("xyzzy").err == "There is no command xyzzy. `gapcheck --help` lists them.\n"


def test_the_shipped_study_is_sound_and_found(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SHIPPED)
    done = call()
    assert done.code == 0
    assert "0 errors, 0 warnings" in done.out
    assert "Next:  gapcheck report" in done.out


def test_a_working_folder_that_was_deleted_is_a_sentence(call: Call, nowhere: Path) -> None:
    nowhere.rmdir()
    done = call("check")
    assert (done.code, done.out) == (2, "")
    assert "is not there any more" in done.err
