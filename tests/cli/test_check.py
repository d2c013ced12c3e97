"""`gapcheck check`: its exit codes, its paths and its formats."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gapcheck.source.files import Unreadable

from .calls import Call
from .studies import CONTRADICTION, FIVE_ERRORS, SHIPPED, put, study

BAD = {"evidence/northtown/int-vcs-03.yaml": FIVE_ERRORS}
ODD = {"evidence/northtown/int-vcs-01.yaml": CONTRADICTION}
RULES = [
    "unknown-imperative",
    "unknown-stance",
    "unlisted-speaker",
    "impossible-date",
    "duplicate-key",
]
SOUND = "No problem in 7 files: 3 imperatives in 1 policies; 3 sources in 2 partnerships.\n"


@pytest.fixture
def bad(root: Path) -> Path:
    return study(root, BAD)


@pytest.fixture
def odd(root: Path) -> Path:
    return study(root, ODD)


@pytest.mark.parametrize("form", ["terminal", "text"])
def test_a_sound_study_passes_and_says_so_beside_the_results(
    call: Call, root: Path, form: str
) -> None:
    done = call("check", "--format", form)
    assert (done.code, done.out, done.err) == (0, "", SOUND)
    assert call("check", "--format", form, "-q").err == ""


NO_QUOTES = {"quotes": [], "transcripts": {"named": 0, "seen": 0, "absent": 0}}


def test_the_shipped_study_is_sound(call: Call) -> None:
    assert call("check", "--study", SHIPPED, "--strict").code == 0


def test_errors_fail(call: Call, bad: Path) -> None:
    done = call("check", "-q")
    assert (done.code, done.err) == (1, "")
    assert "5 errors in 1 of 8 files. The other 7 are sound." in done.out


def test_warnings_pass_unless_one_is_strict(call: Call, odd: Path) -> None:
    done = call("check")
    assert (done.code, done.err) == (0, "")
    assert "1 warning in 1 of 7 files. The other 6 are sound." in done.out
    assert call("check", "--strict").code == 1


def test_severities_of_the_study_move_the_gate(call: Call, odd: Path) -> None:
    (odd / "gapcheck.yaml").write_text("study: S\nseverities: {contradictory-codes: error}\n")
    assert call("check").code == 1
    (odd / "gapcheck.yaml").write_text('study: S\nseverities: {contradictory-codes: "off"}\n')
    assert call("check").err == SOUND


def test_one_other_file_is_sound_and_files_that_are_not_read_count_apart(
    call: Call, tmp_path: Path
) -> None:
    put(tmp_path / "gapcheck.yaml", "study: S\n")
    done = call("check", "--study", tmp_path)
    assert "2 errors.\n" in done.out
    put(tmp_path / "policies/a.yaml", "policy: a\n")
    put(tmp_path / "policies/notes.txt", "Notes.")
    done = call("check", "--study", tmp_path)
    assert "in 2 of 3 files. The other one is sound." in done.out


def test_text_is_a_line_for_each_problem(call: Call, bad: Path) -> None:
    place = "evidence/northtown/int-vcs-03.yaml"
    assert call("check", "-f", "text").out.splitlines() == [
        f"{place}:12:22: error[unknown-imperative] no policy has the imperative `sector-together`. "
        "Did you mean `sectors-together`? It stands in policies/guidance-2001.yaml:9",
        f"{place}:13:46: error[unknown-stance] `denies` is no stance. "
        "Allowed: happens, partly, absent, opposite, unaware",
        f"{place}:15:14: error[unlisted-speaker] `P9` is not a speaker of this source. "
        "Did you mean `P09`? The speakers are: P09",
        f"{place}:20:12: error[impossible-date] 13 is no month. "
        "Write YYYY, YYYY-MM or YYYY-MM-DD. A month alone will do: 2004-12",
        f"{place}:27:5: error[duplicate-key] `at` is given twice. "
        "Keep one. Neither is used until then",
    ]


def test_json_is_the_contract(call: Call, odd: Path) -> None:
    done = call("check", "-f", "json")
    place = {"path": "evidence/northtown/int-vcs-01.yaml"}
    assert done.json == {
        "format": "gapcheck-check/1",
        "diagnostics": [
            {
                **place,
                "line": 12,
                "column": 9,
                "end_line": 12,
                "end_column": 10,
                "severity": "warning",
                "rule": "contradictory-codes",
                "message": "excerpt x1 both affirms and denies guidance-2001/pay-in-advance",
                "help": "If both are meant, code it once as partly. Until then both stay in.",
                "related": [
                    {
                        **place,
                        "line": 11,
                        "column": 9,
                        "end_line": 11,
                        "end_column": 10,
                        "message": "the first stands here",
                    }
                ],
            }
        ],
        **NO_QUOTES,
    }
    keys = list(done.json["diagnostics"][0])
    assert keys == [
        *("path", "line", "column", "end_line", "end_column"),
        *("severity", "rule", "message", "help", "related"),
    ]


def test_json_of_a_sound_study_is_an_empty_list(call: Call, root: Path) -> None:
    done = call("check", "-f", "json", "-q")
    assert done.json == {"format": "gapcheck-check/1", "diagnostics": [], **NO_QUOTES}


def test_only_what_was_named_is_reported(call: Call, bad: Path) -> None:
    study(bad, ODD)
    for words in (
        ("evidence/northtown/int-vcs-03.yaml",),
        ("evidence/southby", "evidence/northtown/int-vcs-03.yaml"),
        (str(bad / "evidence/northtown/int-vcs-03.yaml"),),
    ):
        done = call("check", "-f", "json", *words)
        assert done.code == 1
        assert [one["rule"] for one in done.json["diagnostics"]] == RULES
    assert len(call("check", "-f", "json", "evidence").json["diagnostics"]) == 6
    assert call("check", "evidence/northtown/int-vcs-01.yaml").code == 0


def test_what_was_not_asked_for_is_not_called_sound(call: Call, bad: Path) -> None:
    done = call("check", "evidence/southby")
    assert (done.code, done.out, done.err) == (0, "", "No problem in evidence/southby.\n")
    done = call("check", "evidence/northtown")
    assert "5 errors in 1 file.\n" in done.out
    assert "other" not in done.out


def test_the_study_is_found_from_the_first_path(call: Call, nowhere: Path, tmp_path: Path) -> None:
    here = study(tmp_path / "far", BAD)
    for path in (here / "evidence" / "northtown", here / "evidence/northtown/int-vcs-03.yaml"):
        done = call("check", "-f", "text", path)
        assert done.code == 1
        assert len(done.out.splitlines()) == 5


def test_a_study_named_before_the_command_wins_over_the_path(
    call: Call, bad: Path, tmp_path: Path
) -> None:
    other = study(tmp_path / "other")
    done = call("--study", other, "check", "evidence/northtown")
    assert done.code == 2
    assert done.err == f"evidence/northtown lies outside of the study in {other}.\n"


def test_a_path_that_is_not_there_is_no_pass(call: Call, root: Path) -> None:
    done = call("check", "evidence/northtwon")
    assert (done.code, done.out) == (2, "")
    assert done.err == "There is no file or folder evidence/northtwon.\n"


def test_a_path_outside_of_the_study_is_no_pass(call: Call, root: Path, tmp_path: Path) -> None:
    put(tmp_path / "stray.yaml", "kind: interview\n")
    done = call("check", "evidence", tmp_path / "stray.yaml")
    assert (done.code, done.out) == (2, "")
    assert "stray.yaml lies outside of the study in" in done.err


def test_a_link_that_is_named_is_reported_itself(call: Call, root: Path, tmp_path: Path) -> None:
    put(tmp_path / "stray.yaml", "kind: interview\n")
    link = root / "evidence/northtown/int-vcs-09.yaml"
    link.symlink_to(tmp_path / "stray.yaml")
    done = call("check", "-f", "text", link)
    assert done.code == 1
    assert "error[unreadable-file]" in done.out
    assert call("check", link).code == 1


def test_an_unknown_format_is_refused(call: Call, bad: Path) -> None:
    done = call("check", "--format", "yaml")
    assert (done.code, done.out) == (2, "")
    assert "yaml is no format: terminal, text, json" in done.said


@pytest.mark.parametrize("form", ["terminal", "text", "json"])
def test_into_a_file_goes_what_would_stand_on_a_pipe(call: Call, bad: Path, form: str) -> None:
    shown = call("check", "-f", form)
    done = call("check", "-f", form, "-o", "found.out")
    assert (done.code, done.out, done.err) == (1, "", "")
    assert (bad / "found.out").read_text("utf-8") == shown.out


def test_the_ending_of_the_file_means_json(call: Call, bad: Path) -> None:
    call("check", "-o", "found.JSON")
    assert (bad / "found.JSON").read_text() == call("check", "-f", "json").out


def test_an_old_file_does_not_outlive_its_problems(call: Call, bad: Path) -> None:
    call("check", "-o", "found.txt")
    assert (bad / "found.txt").read_text()
    (bad / "evidence/northtown/int-vcs-03.yaml").unlink()
    assert call("check", "-o", "found.txt").code == 0
    assert (bad / "found.txt").read_text() == ""


HOSTILE = [
    (b"one\ntwo.txt", "one\\ntwo.txt"),
    (b"esc\x1b[31m.txt", "esc\\x1b[31m.txt"),
    (b"caf\xe9.txt", "caf\\xe9.txt"),
    ("bidi\u202e.txt".encode(), "bidi\\u202e.txt"),
]


@pytest.mark.parametrize(("name", "shown"), HOSTILE)
@pytest.mark.parametrize("form", ["terminal", "text", "json"])
def test_names_of_files_are_shown_and_never_obeyed(
    call: Call, root: Path, name: bytes, shown: str, form: str
) -> None:
    try:
        (root / "evidence" / "northtown" / os.fsdecode(name)).write_bytes(b"")
    except OSError:
        pytest.skip("this file system takes no such name")
    done = call("check", "-f", form, "--width", "200")
    escaped = shown.replace("\\x1b", "\\u001b") if form == "json" else shown
    if form == "json":
        escaped = escaped.replace("\\xe9", "\\\\xe9")
    assert f"evidence/northtown/{escaped}" in done.out
    assert not set("\x1b\u202e\udce9") & set(done.out)


def test_a_file_that_vanishes_before_it_is_shown_is_shown_without_its_lines(
    call: Call, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(path: Path) -> bytes:
        raise Unreadable("gone")

    monkeypatch.setattr("gapcheck.cli.problems.read_file", gone)
    done = call("check")
    assert done.code == 1
    assert "5 errors" in done.out
    assert "│" not in done.out


def test_the_exit_code_of_a_folder_that_cannot_be_opened_is_that_of_an_error(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.iterdir

    def closed(path: Path) -> object:
        if path.name == "southby":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", closed)
    done = call("check", "-f", "text")
    assert done.code == 1
    assert "evidence/southby:1:1: error[unreadable-file]" in done.out
