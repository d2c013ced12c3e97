"""Against a report that was kept: what changed since, and a gate for what got worse."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from gapcheck.model.choices import Confidence, Verdict
from gapcheck.model.comparison import Outcome
from gapcheck.model.regression import is_worse

from . import history
from .conftest import Call
from .history import source
from .repo import put

GATE = ("--fail-on-regression", "--against", "kept.json")


@pytest.fixture
def kept(call: Call, root: Path) -> Path:
    assert call("report", "-f", "json", "-o", "kept.json").code == 0
    return root / "kept.json"


def changed(path: Path, **more: Any) -> None:
    whole = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**whole, **more}), encoding="utf-8")


def reasons(call: Call, *words: str) -> list[str]:
    done = call("report", *words, *GATE)
    told = [one for one in done.err.splitlines() if one.startswith("--fail-on-regression: ")]
    assert done.code == bool(told), done.err
    return [one.removeprefix("--fail-on-regression: ") for one in told]


def test_what_is_as_it_was_passes(call: Call, kept: Path) -> None:
    assert reasons(call) == []
    assert reasons(call, "recoded") == []


def test_each_finding_that_got_worse_is_named(call: Call, kept: Path, root: Path) -> None:
    put(root, {"evidence/recoded/int-vcs.yaml": source("int-vcs", history.NO)})
    fell = (
        "recoded guidance/join-up: Contested, low confidence → "
        "Not in practice, moderate confidence."
    )
    assert reasons(call) == [fell]
    assert reasons(call, "recoded") == [fell]
    assert reasons(call, "added") == []
    assert reasons(call, "--policy", "scoped") == []


def test_a_gate_is_not_passed_by_taking_something_away(call: Call, kept: Path, root: Path) -> None:
    shutil.rmtree(root / "evidence/recoded")
    gone = "recoded guidance/join-up: Contested, low confidence → gone."
    assert reasons(call) == [gone]
    assert reasons(call, "added") == []
    assert reasons(call, "--policy", "guidance") == []


def test_what_has_to_be_left_out_is_a_finding_too(call: Call, kept: Path, root: Path) -> None:
    put(root, {"evidence/aged/int-new.yaml": "source: [\n"})
    assert reasons(call)[-1] == "parts of the study had to be left out, because files have errors."


def test_another_version_is_named_where_it_may_matter(call: Call, kept: Path, root: Path) -> None:
    changed(kept, gapcheck="0.0.1")
    assert reasons(call) == []
    put(root, {"evidence/recoded/int-vcs.yaml": source("int-vcs", history.NO)})
    assert reasons(call)[-1] == (
        "kept.json was written by gapcheck 0.0.1, whose rules may be others."
    )


FINDING = {"lsp": "recoded", "imperative": "guidance/join-up", "verdict": "contested"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "There is no report kept.json. `gapcheck report -f json -o FILE` writes one."),
        ("{", "kept.json holds no JSON."),
        ("[" * 100_000, "kept.json holds no JSON."),
        ("[]", "kept.json is no report of gapcheck."),
        ('{"findings": {}}', "kept.json is no report of gapcheck."),
        ('{"findings": []}', "does not say that its format is gapcheck-report/1."),
        (
            '{"format": "gapcheck-report/2", "findings": []}',
            "kept.json is gapcheck-report/2, which another version of gapcheck wrote; this one "
            "reads gapcheck-report/1.",
        ),
        ([1], "kept.json: finding 1 is no finding."),
        ([{"lsp": "a"}], "kept.json: finding 1 does not say its lsp and imperative."),
        ([FINDING, FINDING], "finding 2 is there twice (recoded guidance/join-up)."),
        (
            [{**FINDING, "verdict": "contestet"}],
            "finding 1: verdict is none that this version knows (contestet). "
            "Did you mean `contested`?",
        ),
        ([{**FINDING, "verdict": None}], "verdict is none that this version knows (None)."),
        ([{**FINDING, "confidence": 3}], "confidence is none that this version knows (3)."),
        ([{**FINDING, "lsp": "x"}], "kept.json is of another study (A): no finding is in both."),
    ],
)
def test_what_is_no_report(call: Call, root: Path, text: str | list[Any] | None, said: str) -> None:
    if isinstance(text, list):
        whole = {"format": "gapcheck-report/1", "study": "A", "gapcheck": "0", "findings": text}
        text = json.dumps(whole)
    if text is not None:
        (root / "kept.json").write_text(text)
    done = call("report", *GATE)
    assert (done.code, said in done.said) == (2, True), done.err
    if "another study" not in said:
        assert said in call("diff", "kept.json").said
        assert done.out == ""


def test_a_folder_is_no_report(call: Call, root: Path) -> None:
    (root / "kept.json").mkdir()
    assert "kept.json is a folder, not a file." in call("report", *GATE).said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--fail-on-regression",), "--fail-on-regression goes with --against FILE."),
        (("--against", "kept.json"), "--against goes with --fail-on-regression."),
    ],
)
def test_the_two_options_go_together(
    call: Call, root: Path, words: tuple[str, ...], said: str
) -> None:
    done = call("report", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.said


V, C = Verdict, Confidence


@pytest.mark.parametrize(
    ("before", "after", "worse"),
    [
        ((V.TRANSLATED, C.HIGH), (V.PARTLY_TRANSLATED, C.HIGH), True),
        ((V.PARTLY_TRANSLATED, C.LOW), (V.TRANSLATED, C.VERY_LOW), False),
        ((V.PARTLY_TRANSLATED, C.HIGH), (V.CONTESTED, C.HIGH), True),
        ((V.CONTESTED, C.HIGH), (V.NOT_TRANSLATED, C.HIGH), True),
        ((V.CONTESTED, C.HIGH), (V.NOT_TAKEN_UP, C.HIGH), True),
        ((V.NOT_TRANSLATED, C.HIGH), (V.PAPER_ONLY, C.HIGH), False),
        ((V.PAPER_ONLY, C.HIGH), (V.NOT_TRANSLATED, C.HIGH), False),
        ((V.NOT_TRANSLATED, C.HIGH), (V.CONTRARY, C.HIGH), True),
        ((V.NOT_TRANSLATED, C.LOW), (V.CONTESTED, C.LOW), False),
        ((V.TRANSLATED, C.HIGH), (V.TRANSLATED, C.MODERATE), True),
        ((V.TRANSLATED, C.LOW), (V.TRANSLATED, C.MODERATE), False),
        ((V.NOT_TRANSLATED, C.HIGH), (V.NOT_TRANSLATED, C.LOW), False),
        ((V.CONTESTED, C.HIGH), (V.CONTESTED, C.LOW), False),
        ((V.TRANSLATED, C.HIGH), (V.UNTESTED, None), True),
        ((V.CONTRARY, C.HIGH), (V.INSUFFICIENT, None), True),
        ((V.NO_EVIDENCE, None), (V.NOT_TRANSLATED, C.LOW), True),
        ((V.UNTESTED, None), (V.CONTESTED, C.LOW), True),
        ((V.UNTESTED, None), (V.NO_EVIDENCE, None), False),
        ((V.NO_EVIDENCE, None), (V.TRANSLATED, C.LOW), False),
        ((V.NOT_APPLICABLE, None), (V.CONTRARY, C.HIGH), False),
        ((V.TRANSLATED, C.HIGH), (V.NOT_APPLICABLE, None), False),
    ],
)
def test_what_is_worse(
    before: tuple[Verdict, Confidence | None], after: tuple[Verdict, Confidence | None], worse: bool
) -> None:
    assert is_worse(Outcome(*before), Outcome(*after)) is worse


def causes(call: Call, *words: str) -> list[tuple[str, list[tuple[str, str, str | None]]]]:
    done = call("diff", "kept.json", *words, "-f", "json")
    assert done.code == 0, done.err
    return [
        (one["lsp"], [(each["kind"], each["what"], each["source"]) for each in one["causes"]])
        for one in done.json["changed"]
    ]


def test_what_changed_since_a_report(call: Call, kept: Path, root: Path) -> None:
    assert causes(call) == []
    changes = {
        "evidence/recoded/int-vcs.yaml": source("int-vcs", history.NO),
        "evidence/added/int-health.yaml": None,
        "evidence/withdrawn/int-vcs.yaml": source("int-vcs", history.NO),
        "evidence/renamed/int-more.yaml": source("int-more", history.YES),
        "evidence/stale/int-later.yaml": source("int-later", "[]", date="2014-05-12"),
        "evidence/due/int-vcs.yaml": source(
            "int-vcs", "{due-one: absent}", consent="{withdrawn: true}"
        ),
    }
    put(root, changes)
    assert dict(causes(call)) == {
        "added": [("withdrawn-evidence", "removed", "int-health")],
        "recoded": [("recoding", "recoded", "int-vcs")],
        "renamed": [("new-evidence", "added", "int-more")],
        "stale": [("passing-of-time", "as-at", None)],
        "withdrawn": [("new-evidence", "added", "int-vcs")],
    }
    shown = call("diff", "kept.json", "--lsp", "recoded").out
    assert "Compared: kept.json (by gapcheck " in shown
    assert "Told by comparing what the report lists" in shown


def test_what_consent_shut_or_opened_since(call: Call, root: Path) -> None:
    withdrawn = source("int-vcs", history.NO, consent="{withdrawn: true}")
    put(root, {"evidence/withdrawn/int-vcs.yaml": withdrawn})
    call("report", "-f", "json", "-o", "kept.json")
    put(root, {"evidence/withdrawn/int-vcs.yaml": source("int-vcs", history.NO)})
    put(root, {"evidence/recoded/int-vcs.yaml": withdrawn})
    assert dict(causes(call)) == {
        "recoded": [("withdrawn-evidence", "withdrawn", "int-vcs")],
        "withdrawn": [("new-evidence", "released", "int-vcs")],
    }


def test_other_rules_are_named_where_nothing_else_differs(
    call: Call, kept: Path, root: Path
) -> None:
    whole = json.loads(kept.read_text("utf-8"))
    for one in whole["findings"]:
        if one["lsp"] == "recoded" and one["imperative"] == "guidance/join-up":
            one["verdict"] = "translated"
    kept.write_text(json.dumps(whole), encoding="utf-8")
    assert causes(call) == [("recoded", [])]
    assert "a report does not hold these." in " ".join(call("diff", "kept.json").out.split())
    changed(kept, gapcheck="0.0.1")
    assert causes(call) == [("recoded", [("new-rules", "rules", None)])]
    assert "before by 0.0.1" in " ".join(call("diff", "kept.json").out.split())
    # Against the same study at the same revision, so that nothing else can have changed.
    assert causes(call, "HEAD") == [("recoded", [("new-rules", "rules", None)])]


def test_findings_come_and_go_since_a_report(call: Call, kept: Path, root: Path) -> None:
    put(root, {"evidence/there/lsp.yaml": history.lsp("there")})
    shutil.rmtree(root / "evidence/recoded")
    done = call("diff", "kept.json", "-f", "json").json
    assert {one["lsp"] for one in done["appeared"]} == {"there"}
    assert {(one["lsp"], one["because"]) for one in done["vanished"]} == {
        ("recoded", "partnership")
    }
    assert call("diff", "kept.json", "--lsp", "due", "-f", "json").json["vanished"] == []
