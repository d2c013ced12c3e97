"""`gapcheck review --suspect`: what is shown, what each answer writes, and what is refused."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest

from gapcheck.cli import review

from .calls import Call, Outcome
from .studies import interview, put, study

POLICY = "policies/guidance-2001.yaml"
INT = "evidence/northtown/int-vcs-01.yaml"
LOCK = "gapcheck.lock"


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    return Call(monkeypatch, capsys)


@pytest.fixture
def root(call: Call, tmp_path: Path) -> Path:
    """A study under git whose codes are noted, and of which an imperative has changed since."""
    study(tmp_path)
    accepted = call("--study", tmp_path, "review", "--suspect", "--accept-all")
    assert (accepted.code, accepted.err) == (0, "5 codes noted as they are now.\n")
    git(tmp_path, "init", "-q")
    keep(tmp_path)
    reworded(tmp_path)
    return tmp_path


def git(root: Path, *words: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)


def keep(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", "As it is")


def reworded(root: Path, old: str = "Bring the sectors", new: str = "Bring all sectors") -> None:
    text = (root / POLICY).read_text("utf-8")
    assert old in text
    put(root / POLICY, text.replace(old, new))


def walked(
    call: Call, root: Path, answers: str, monkeypatch: pytest.MonkeyPatch, *words: str
) -> Outcome:
    """The walk with these lines typed."""
    monkeypatch.setattr(review, "_on_a_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(answers))
    return call("--study", root, "review", "--suspect", *words)


def suspect(call: Call, root: Path) -> list[str]:
    found = call("--study", root, "check", "--select", "suspect-code", "-f", "text", "--no-cache")
    return [line.partition(": ")[0] for line in found.out.splitlines()]


THREE = [
    "evidence/northtown/int-council-01.yaml:10:13",
    "evidence/northtown/int-vcs-01.yaml:10:13",
    "evidence/southby/int-vcs-02.yaml:10:13",
]


def test_the_walk_shows_both_and_writes_what_is_answered(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert suspect(call, root) == THREE
    outcome = walked(call, root, "c\nx\np\ns\n", monkeypatch)
    assert (outcome.code, outcome.err) == (0, "2 settled, 1 left.\n")
    shown = " ".join(outcome.out.split())
    assert "1 of 3 northtown/int-council-01 x1 evidence/northtown/int-council-01.yaml:10" in shown
    assert "“We come and sit there.” Coded: says no guidance-2001/sectors-together" in shown
    assert "Before: Bring the sectors together. Now: Bring all sectors together." in shown
    assert "sectors-together: partly, pay-in-advance: absent" in (root / INT).read_text("utf-8")
    assert suspect(call, root) == THREE[2:]
    assert walked(call, root, "q\n", monkeypatch).err == "0 settled, 1 left.\n"
    assert walked(call, root, "", monkeypatch).err == "0 settled, 1 left.\n"
    assert walked(call, root, "", monkeypatch, "northtown").err == "No code is suspect.\n"


def test_the_old_words_are_found_in_a_file_that_was_moved(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(root)
    (root / "policies/deep").mkdir()
    git(root, "mv", POLICY, "policies/deep/moved.yaml")
    keep(root)
    shown = " ".join(walked(call, root, "q\n", monkeypatch).out.split())
    assert "Before: Bring the sectors together. Now: Bring all sectors together." in shown


def test_what_else_an_imperative_asks_for_is_shown_where_it_changed(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reworded(root, "Bring all sectors", "Bring the sectors")
    reworded(root, "text: Bring", "demands: effective\n    text: Bring")
    reworded(root, "text: Bring", "applies_to: {kinds: [lsp]}\n    text: Bring")
    shown = " ".join(walked(call, root, "q\n", monkeypatch).out.split())
    assert "Before: demands: enacted Now: demands: effective" in shown
    assert "Before: applies in England Now: applies in England for lsp" in shown
    assert "Bring the sectors" not in shown


@pytest.mark.parametrize("there", [True, False])
def test_without_git_the_new_words_alone(
    there: bool, call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if there:
        monkeypatch.setenv("PATH", "/nowhere")
    else:
        (root / ".git").rename(root / "git")
    shown = " ".join(walked(call, root, "q\n", monkeypatch).out.split())
    assert "Git does not have it as it was. Now: Bring all sectors together." in shown


@pytest.mark.parametrize("consent", ["{analysis: false}", "{embargo_until: 2999-01-01}"])
def test_words_that_consent_does_not_cover_are_not_shown(
    consent: str, call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root / INT, interview("int-vcs-01", text="Qspoken.", consent=consent))
    outcome = walked(call, root, "s\nq\n", monkeypatch)
    assert "Qspoken" not in outcome.out
    assert "(Consent does not cover these words.)" in outcome.out


def test_nothing_is_written_where_consent_does_not_cover_analysis(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root / INT, interview("int-vcs-01", consent="{analysis: false}"))
    outcome = walked(call, root, "s\np\nq\n", monkeypatch)
    assert "Nothing was written. Consent for int-vcs-01 does not cover analysis" in outcome.out


def test_words_that_may_not_be_quoted_are_shown_to_the_coder_with_that_remark(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root / INT, interview("int-vcs-01", text="Qspoken.", consent="{quote: none}"))
    shown = " ".join(walked(call, root, "s\nq\n", monkeypatch).out.split())
    assert "These words may not be quoted. They are shown to you alone. “Qspoken.”" in shown


def test_one_is_confirmed_by_name(call: Call, root: Path) -> None:
    words = ("review", "--suspect", "--confirm", "northtown/int-vcs-01", "x1", "sectors-together")
    said = "northtown/int-vcs-01 x1, guidance-2001/sectors-together.\n"
    assert call("--study", root, *words).err == f"Confirmed: {said}"
    assert suspect(call, root) == [THREE[0], THREE[2]]
    again = call("--study", root, *words).err
    assert again == f"It was not suspect; noted as it is now: {said}"


WRONG = {
    "a source": (("int-vcs-00", "x1", "sectors-together"), "Did you mean"),
    "an excerpt": (("int-vcs-01", "x11", "sectors-together"), "Did you mean `x1`?"),
    "an imperative": (("int-vcs-01", "x1", "sector-together"), "Did you mean sectors-together?"),
    "another imperative": (
        ("int-vcs-01", "x1", "women-in-the-chair"),
        "x1 is not coded for guidance-2001/women-in-the-chair, but for "
        "guidance-2001/sectors-together, guidance-2001/pay-in-advance.",
    ),
}


@pytest.mark.parametrize(("named", "said"), WRONG.values(), ids=WRONG)
def test_a_name_that_is_wrong(
    named: tuple[str, str, str], said: str, call: Call, root: Path
) -> None:
    outcome = call("--study", root, "review", "--suspect", "--confirm", *named)
    assert outcome.code == 2
    assert said in outcome.said
    assert suspect(call, root) == THREE


def test_what_is_accepted_says_how_many_were_suspect(call: Call, root: Path) -> None:
    words = ("--study", root, "review", "--suspect", "--accept-all")
    south = call(*words, "southby")
    assert south.err == "1 code noted as they are now; 1 of them was suspect.\n"
    assert call(*words).err == "5 codes noted as they are now; 2 of them were suspect.\n"
    assert suspect(call, root) == []


def test_on_a_pipe_the_other_ways_are_named(call: Call, root: Path) -> None:
    outcome = call("--study", root, "review", "--suspect")
    assert outcome.code == 2
    assert "3 codes are suspect, and review needs a terminal." in outcome.said
    assert "--confirm SOURCE EXCERPT IMPERATIVE" in outcome.said


@pytest.mark.parametrize(
    "words", [("--accept-all",), ("--confirm", "a", "b", "c"), ("--suspect", "--accept-all")]
)
def test_options_that_do_not_go_together(words: tuple[str, ...], call: Call, root: Path) -> None:
    more = ("--confirm", "a", "b", "c") if "--suspect" in words else ()
    outcome = call("--study", root, "review", *words, *more)
    assert outcome.code == 2
    assert "goes with --suspect" in outcome.said


@pytest.mark.parametrize(
    ("lock", "why"),
    [
        ("<<<<<<< HEAD\n", "a merge was left unfinished here"),
        (
            "format: gapcheck-lock/2\n",
            "it is of another format: a newer gapcheck may have written it",
        ),
    ],
)
@pytest.mark.parametrize("more", [(), ("--accept-all",), ("--confirm", "int-vcs-01", "x1", "a")])
def test_a_lock_in_conflict_or_from_a_newer_version(
    more: tuple[str, ...], lock: str, why: str, call: Call, root: Path
) -> None:
    put(root / LOCK, lock)
    outcome = call("--study", root, "review", "--suspect", *more)
    assert outcome.code == 2
    assert f"gapcheck.lock:1: the lock cannot be read: {why}" in " ".join(outcome.err.split())
    assert (root / LOCK).read_text("utf-8") == lock


def test_a_study_that_is_not_watched_is_told_how(call: Call, tmp_path: Path) -> None:
    outcome = call("--study", study(tmp_path), "review", "--suspect")
    assert outcome.err == (
        "No code is suspect. Of 5 codes nothing was noted: "
        "`gapcheck review --suspect --accept-all` notes them as they are now.\n"
    )


def test_a_code_from_a_script_is_noted(call: Call, tmp_path: Path) -> None:
    root = study(tmp_path)
    call("--study", root, "code", "int-vcs-02", "x1", "women-in-the-chair", "--stance", "absent")
    reworded(root)
    assert suspect(call, root) == []
    reworded(root, "Balance the chairs", "Balance all chairs")
    assert len(suspect(call, root)) == 1


def test_every_format_says_that_a_verdict_rests_on_suspect_codes(call: Call, root: Path) -> None:
    said = "codes that were made before the imperative changed"
    for form in ("markdown", "html", "terminal"):
        shown = call("--study", root, "report", "northtown", "-f", form)
        assert said in " ".join(shown.out.split()), form
    found = call("--study", root, "report", "northtown", "-f", "json").json["findings"]
    told = {one["imperative"]: one["suspect"] for one in found if one["rests_on_suspect"]}
    assert told == {
        "guidance-2001/sectors-together": [
            {"source": "int-council-01", "excerpt": "x1"},
            {"source": "int-vcs-01", "excerpt": "x1"},
        ]
    }
    public = call("--study", root, "report", "northtown", "-f", "json", "--audience", "public")
    findings = public.json["findings"]
    assert {one["suspect"] for one in findings} == {None}
    assert [one["imperative"] for one in findings if one["rests_on_suspect"]] == list(told)
    assert '"rests_on_suspect": true' in public.out


def test_a_warm_check_sees_the_lock_change(call: Call, root: Path) -> None:
    words = ("--study", root, "check", "--select", "suspect-code", "-f", "text")
    assert len(call(*words).out.splitlines()) == 3
    assert len(call(*words).out.splitlines()) == 3
    call(
        "--study", root, "review", "--suspect", "--confirm", "int-vcs-01", "x1", "sectors-together"
    )
    assert len(call(*words).out.splitlines()) == 2
    call("--study", root, "review", "--suspect", "--accept-all")
    assert call(*words).out == ""
