"""`gapcheck check` narrowed: to rules, to what is new, to one file that comes from stdin."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from gapcheck.checks.baseline import FORMAT
from gapcheck.source.files import LIMIT

from .calls import Call, Outcome, alone
from .studies import CONTRADICTION, FIVE_ERRORS, POLICY, SETTINGS, SOUTHBY, interview, put, study

WHERE = "evidence/northtown/int-vcs-03.yaml"
BAD = {
    # What is left of a source after five errors speaks to nothing.
    "gapcheck.yaml": f"{SETTINGS}severities: {{untouched-source: 'off'}}\n",
    WHERE: FIVE_ERRORS,
    "evidence/northtown/int-vcs-01.yaml": CONTRADICTION,
}
SIX = {
    "contradictory-codes",
    "unknown-imperative",
    "unknown-stance",
    "unlisted-speaker",
    "impossible-date",
    "duplicate-key",
}


@pytest.fixture
def bad(root: Path) -> Path:
    return study(root, BAD)


@pytest.fixture
def pipe(call: Call, monkeypatch: pytest.MonkeyPatch) -> Pipe:
    return Pipe(call, monkeypatch)


class Pipe:
    """Calls the program with bytes on stdin."""

    def __init__(self, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
        self.call = call
        self.monkeypatch = monkeypatch

    def __call__(self, held: str | bytes, *words: str | Path) -> Outcome:
        data = held if isinstance(held, bytes) else held.encode()
        self.monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        return self.call("check", *words)


def rules(done: Outcome) -> set[str]:
    return {one["rule"] for one in done.json["diagnostics"]}


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


# Rules.


def test_all_rules_are_asked_without_a_choice(call: Call, bad: Path) -> None:
    assert rules(call("check", "-f", "json")) == SIX


def test_only_the_rules_selected_are_reported(call: Call, bad: Path) -> None:
    done = call("check", "-f", "json", "--select", "duplicate-key, impossible-date")
    assert rules(done) == {"duplicate-key", "impossible-date"}
    assert done.code == 1
    done = call("check", "--select", "contradictory-codes")
    assert done.code == 0
    assert "other" not in done.out


def test_the_rules_ignored_are_not_reported(call: Call, bad: Path) -> None:
    done = call("check", "-f", "json", "--ignore", "duplicate-key,impossible-date")
    assert rules(done) == SIX - {"duplicate-key", "impossible-date"}
    only = "duplicate-key,impossible-date"
    both = call("check", "-f", "json", "--select", only, "--ignore", "duplicate-key")
    assert rules(both) == {"impossible-date"}


def test_where_no_rule_selected_is_broken_that_alone_is_said(call: Call, bad: Path) -> None:
    done = call("check", "--select", "withdrawn")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("No problem of these rules in 8 files: ")


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_refused_with_the_nearest(call: Call, bad: Path, option: str) -> None:
    done = call("check", option, "duplicate-key,unknown-stence")
    assert (done.code, done.out) == (2, "")
    assert done.err == "There is no rule called unknown-stence. Did you mean `unknown-stance`?\n"
    assert "`gapcheck rules` lists them all" in call("check", option, "zzz").err
    assert call("check", option, " , ").code == 2


def test_a_study_that_holds_nothing_is_never_green(call: Call, tmp_path: Path) -> None:
    put(tmp_path / "gapcheck.yaml", SETTINGS)
    for words in (("--ignore", "empty-study"), ("--select", "withdrawn")):
        done = call("check", "--study", tmp_path, "-f", "json", *words)
        assert done.code == 1
        assert rules(done) == {"empty-study"}
    known = tmp_path / "known.json"
    assert call("check", "--study", tmp_path, "--baseline", known, "--write-baseline").code == 0
    assert call("check", "--study", tmp_path, "--baseline", known).code == 1


def test_limits_count_what_was_asked_for_alone(call: Call, root: Path) -> None:
    many = "".join(f"  - {{id: y{number}, texts: a}}\n" for number in range(60))
    study(root, {WHERE: f"{interview('int-vcs-03', more='    about: 2004-13')}\n{many}"})
    assert "too-many" in rules(call("check", "-f", "json"))
    assert rules(call("check", "-f", "json", "--select", "impossible-date")) == {"impossible-date"}


# The exit code.


def test_problems_need_not_fail(call: Call, bad: Path) -> None:
    done = call("check", "--exit-zero", "-f", "json")
    assert done.code == 0
    assert rules(done) == SIX
    assert call("check", "--exit-zero", "--strict", "-q").code == 0
    assert call("check", "--exit-zero", "no-such-file").code == 2


# A baseline.


def written(call: Call, *words: str) -> Outcome:
    return call("check", "--baseline", "known.json", "--write-baseline", *words)


def test_what_is_known_is_not_reported(call: Call, bad: Path) -> None:
    done = written(call)
    assert (done.code, done.out) == (0, "")
    assert done.err == "6 problems are known from now on, by known.json.\n"
    done = call("check", "--strict", "--baseline", "known.json")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("No problem besides those that are known, in 8 files: ")


def test_the_file_is_one_that_people_can_review(call: Call, bad: Path) -> None:
    written(call)
    held = json.loads(text_of(bad / "known.json"))
    assert held["format"] == FORMAT
    assert {one["rule"] for one in held["problems"]} == SIX
    assert {tuple(one) for one in held["problems"]} == {("path", "rule", "fingerprint", "count")}
    assert len(text_of(bad / "known.json").splitlines()) == len(held["problems"]) + 2
    before = text_of(bad / "known.json")
    written(call)
    assert text_of(bad / "known.json") == before


def test_its_fingerprints_are_those_of_sarif(call: Call, bad: Path) -> None:
    written(call)
    known = {one["fingerprint"] for one in json.loads(text_of(bad / "known.json"))["problems"]}
    results = call("check", "-f", "sarif").json["runs"][0]["results"]
    shown = [one["partialFingerprints"]["gapcheckProblem/v1"] for one in results]
    assert {one.rpartition(":")[0] for one in shown} == known
    assert len(set(shown)) == len(shown)


def test_lines_may_move(call: Call, bad: Path) -> None:
    written(call)
    for name in (WHERE, "evidence/northtown/int-vcs-01.yaml"):
        text = text_of(bad / name).replace("excerpts:\n", "# A remark.\n\nexcerpts:\n\n")
        put(bad / name, text)
    assert call("check", "--strict", "--baseline", "known.json").code == 0


def test_what_is_new_is_reported_alone(call: Call, bad: Path) -> None:
    written(call)
    put(bad / "evidence/northtown/int-vcs-09.yaml", interview("int-vcs-09", "vsc"))
    done = call("check", "--baseline", "known.json", "-f", "json")
    assert done.code == 1
    assert rules(done) == {"unknown-sector"}
    assert "sound" not in call("check", "--baseline", "known.json").out


def test_a_second_of_the_same_is_new(call: Call, bad: Path) -> None:
    written(call)
    again = "      - {imperative: sector-together, stance: absent}\n"
    put(bad / WHERE, FIVE_ERRORS.replace(again, again * 2))
    done = call("check", "--baseline", "known.json", "-f", "json", "--select", "unknown-imperative")
    assert len(done.json["diagnostics"]) == 1


def test_what_is_mended_is_counted_in_one_line(call: Call, bad: Path) -> None:
    written(call)
    put(bad / WHERE, FIVE_ERRORS.replace("2004-13", "2004-12").replace("denies", "absent"))
    done = call("check", "--baseline", "known.json")
    assert done.code == 0
    assert done.err.splitlines()[-1:] == [
        "2 problems of the baseline are mended: --write-baseline takes that in."
    ]
    assert call("check", "-q", "--baseline", "known.json").err == ""
    # Of what was not asked for nobody knows whether it is mended.
    assert "mended" not in call("check", "evidence", "--baseline", "known.json").err
    assert "mended" not in call("check", "--select", "withdrawn", "--baseline", "known.json").err


def test_many_problems_beyond_the_limit_are_all_known(call: Call, root: Path) -> None:
    many = "".join(f"  - {{id: y{number}, texts: a}}\n" for number in range(80))
    study(root, {WHERE: interview("int-vcs-03") + many})
    assert int(written(call).err.split()[0]) > 80
    assert call("check", "--strict", "--baseline", "known.json").code == 0


BROKEN = {
    "no JSON": b"{",
    "no UTF-8": b"\xff\xfe{}",
    "nested too deeply": b"[" * 200_000,
    "its format": b'{"problems": []}',
    "format is": b'{"format": "gapcheck-baseline/2", "problems": []}',
    "no list of problems": f'{{"format": "{FORMAT}"}}'.encode(),
    "in its problem 1": f'{{"format": "{FORMAT}", "problems": [3]}}'.encode(),
    "problem 2": f'{{"format": "{FORMAT}", "problems": ['.encode()
    + b'{"fingerprint": "a", "count": 1}, {"fingerprint": "b", "count": true}]}',
}


@pytest.mark.parametrize("why", BROKEN)
def test_a_broken_baseline_is_a_sentence(call: Call, bad: Path, why: str) -> None:
    put(bad / "known.json", BROKEN[why])
    done = call("check", "--baseline", "known.json")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("known.json is no baseline: it ")
    assert why.replace("no UTF-8", "no JSON") in done.err
    assert len(done.err.splitlines()) == 1


def test_a_baseline_that_is_not_there_is_a_sentence(call: Call, bad: Path) -> None:
    done = call("check", "--baseline", "known.json")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("There is no baseline known.json. ")
    done = call("check", "--baseline", "evidence")
    assert done.code == 2
    assert "evidence is a folder, not a file" in done.err


@pytest.mark.parametrize(
    "words", [("evidence",), ("--select", "withdrawn"), ("--ignore", "retention")]
)
def test_a_part_cannot_stand_for_the_whole(call: Call, bad: Path, words: tuple[str, ...]) -> None:
    written(call)
    before = text_of(bad / "known.json")
    done = written(call, *words)
    assert (done.code, done.out) == (2, "")
    assert "takes the whole study" in done.err
    assert text_of(bad / "known.json") == before


def test_where_the_baseline_goes_has_to_be_said(call: Call, bad: Path) -> None:
    done = call("check", "--write-baseline")
    assert (done.code, done.out) == (2, "")
    assert "--baseline FILE" in done.err


def test_a_baseline_that_cannot_be_written_is_a_sentence(call: Call, bad: Path) -> None:
    done = call("check", "--baseline", "no/known.json", "--write-baseline")
    assert done.code == 2
    assert "no/known.json could not be written" in done.err


# Stdin.


def test_one_file_comes_from_stdin(pipe: Pipe, bad: Path) -> None:
    (bad / WHERE).unlink()
    done = pipe(FIVE_ERRORS, "-", "--stdin-filename", WHERE, "-f", "json")
    assert done.code == 1
    assert {one["path"] for one in done.json["diagnostics"]} == {WHERE}
    assert rules(done) == SIX - {"contradictory-codes"}
    assert not (bad / WHERE).exists()


def test_it_stands_for_the_file_on_the_disk(pipe: Pipe, bad: Path) -> None:
    sound = interview("int-vcs-03")
    done = pipe(sound, "-", "--stdin-filename", WHERE)
    assert (done.code, done.out, done.err) == (0, "", "No problem in -.\n")
    done = pipe(FIVE_ERRORS.replace("P9", "P8"), "-", "--stdin-filename", bad / WHERE, "-f", "text")
    assert "`P8` is not a speaker" in done.out
    assert text_of(bad / WHERE) == FIVE_ERRORS


def test_the_terminal_shows_its_lines_and_not_those_of_the_disk(pipe: Pipe, bad: Path) -> None:
    moved = FIVE_ERRORS.replace("excerpts:", "# One\n# Two\nexcerpts:")
    done = pipe(moved, "-", "--stdin-filename", WHERE)
    assert "    14 │       - {imperative: sector-together, stance: absent}" in done.out


def test_the_rest_of_the_study_is_still_read(pipe: Pipe, root: Path) -> None:
    twice = SOUTHBY.replace("lsp: southby", "lsp: northtown")
    done = pipe(twice, "-", "--stdin-filename", "evidence/southby/lsp.yaml", "-f", "json")
    assert done.code == 1
    put(root / "policies/copy.yaml", POLICY)
    done = pipe(POLICY, "-", "--stdin-filename", "policies/guidance-2001.yaml", "-f", "json")
    (one,) = [*done.json["diagnostics"]] or [None]
    assert one is None or one["path"] == "policies/guidance-2001.yaml"


@pytest.mark.parametrize(
    ("held", "place"),
    [
        (interview("int-vcs-01", "vsc"), "evidence/northtown/int-vcs-01.yaml"),
        ("\ufeff" + interview("int-vcs-01", "vsc"), "evidence/northtown/int-vcs-01.yaml"),
        ("# New.\r\n" + SOUTHBY.replace("kind: lsp", "kind: pls"), "evidence/southby/lsp.yaml"),
        (POLICY.replace("england", "englnd"), "policies/guidance-2001.yaml"),
        ("study: S\nodd: 1\n", "gapcheck.yaml"),
    ],
)
def test_a_file_of_the_study_is_known_by_its_id(
    pipe: Pipe, root: Path, held: str, place: str
) -> None:
    done = pipe(held, "-", "-f", "json")
    assert done.code == 1
    assert {one["path"] for one in done.json["diagnostics"]} == {place}


@pytest.mark.parametrize(
    "held",
    [
        "",
        "title: A\n",
        interview("not-there-yet"),
        "source:\n",
        "source: int-vcs-01\ncoder: cd\ncodes: {}\n",
        b"\x00\xff\x00",
    ],
)
def test_where_a_text_belongs_is_asked_for_where_it_does_not_say(
    pipe: Pipe, root: Path, held: str | bytes
) -> None:
    done = pipe(held, "-")
    assert (done.code, done.out) == (2, "")
    assert "--stdin-filename PATH" in done.err


def test_a_place_in_no_folder_of_the_study_is_refused(
    pipe: Pipe, root: Path, tmp_path: Path
) -> None:
    for path, why in (
        ("evidence/nowhere/a.yaml", "no file in a folder that is there"),
        ("evidence/northtown", "no file in a folder that is there"),
        (tmp_path / "a.yaml", "lies outside of the study"),
    ):
        done = pipe(FIVE_ERRORS, "-", "--stdin-filename", path, "--study", root)
        assert (done.code, done.out) == (2, "")
        assert why in done.err


def test_a_place_where_nothing_is_read_is_no_pass(pipe: Pipe, root: Path) -> None:
    for path in ("evidence/stray.yaml", "evidence/northtown/notes.txt"):
        done = pipe(FIVE_ERRORS, "-", "--stdin-filename", path, "--strict", "-f", "json")
        assert done.code == 1
        assert rules(done) == {"unread-file"}


def test_a_file_name_for_stdin_needs_stdin(call: Call, root: Path) -> None:
    done = call("check", "--stdin-filename", WHERE)
    assert (done.code, done.out) == (2, "")
    assert "give - as the PATH" in done.err


@pytest.mark.parametrize("held", [b"\x00" * 10, b"\xff\xfe\x00", b"a" * (LIMIT + 5), b"{" * 9999])
def test_whatever_comes_in_is_a_problem_with_a_place(pipe: Pipe, root: Path, held: bytes) -> None:
    for form in ("json", "terminal"):
        done = pipe(held, "-", "--stdin-filename", WHERE, "-f", form)
        assert done.code == 1
        assert WHERE in done.out


def test_the_study_is_found_from_the_place_of_stdin(
    pipe: Pipe, nowhere: Path, tmp_path: Path
) -> None:
    here = study(tmp_path / "far")
    assert pipe(FIVE_ERRORS, "-", "--stdin-filename", here / WHERE).code == 1


def test_a_file_is_piped_through(root: Path) -> None:
    done = alone("check", "evidence/southby", "-", "--stdin-filename", WHERE, "-q", cwd=root)
    assert done.returncode == 1
    assert b"the file is empty" in done.stdout


# Audiences, and formats by the file's ending.


def test_an_audience_asks_for_more(call: Call, root: Path) -> None:
    real = SOUTHBY.replace("illustrative: true\n", "")
    study(root, {"evidence/southby/lsp.yaml": real})
    team = rules(call("check", "-f", "json"))
    public = call("check", "-f", "json", "--audience", "public")
    assert team < rules(public)
    assert "missing-review" in rules(public)
    assert call("check", "--audience", "everybody").code == 2


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.sarif", "sarif"), ("a.XML", "junit"), ("a.json", "json"), ("a.txt", "terminal")],
)
def test_the_ending_of_the_file_means_a_format(call: Call, bad: Path, name: str, form: str) -> None:
    assert call("check", "-o", name).code == 1
    assert text_of(bad / name) == call("check", "-f", form).out


def test_junit_counts_every_file_that_was_read(call: Call, bad: Path) -> None:
    out = call("check", "-f", "junit").out
    assert '<testsuites name="gapcheck" tests="8" failures="1" errors="0">' in out
    assert 'tests="2" failures="0"' in call("check", "evidence/southby", "-f", "junit").out
    assert 'failures="2"' in call("check", "--strict", "-f", "junit").out


def test_paths_begin_at_the_root_of_the_repository(call: Call, bad: Path) -> None:
    (bad.parent / ".git").mkdir()
    assert f"file=study/{WHERE}," in call("check", "-f", "github").out
    assert f'"uri": "study/{WHERE}"' in call("check", "-f", "sarif").out
    assert f'file="study/{WHERE}"' in call("check", "-f", "junit").out
    assert call("check", "-f", "text").out.startswith("evidence/")
