"""`--fail-on`: what makes a report fail, and what must never look like a pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.model.choices import Group, Verdict

from .calls import Call
from .studies import COMPACT, FIVE_ERRORS, interview, study

GAPS = {
    "evidence/northtown/min-board-01.yaml": """\
source: min-board-01
kind: minutes
date: 2004-05-12
author: council
excerpts:
  - id: x1
    text: Grants are paid in arrears, and the sectors meet apart.
    codes: {pay-in-advance: opposite, sectors-together: absent}
""",
}


@pytest.fixture
def gaps(root: Path) -> Path:
    return study(root, GAPS)


def verdicts(call: Call) -> set[str]:
    return {one["verdict"] for one in call("report", "-f", "json").json["findings"]}


def test_without_a_gate_a_gap_is_no_failure(call: Call, gaps: Path) -> None:
    assert {"not_translated", "contrary"} & verdicts(call)
    assert call("report").code == 0


@pytest.mark.parametrize("gate", ["not_translated", "not-translated", "gap", "contested, gap"])
def test_a_gate_takes_verdicts_and_groups(call: Call, gaps: Path, gate: str) -> None:
    assert "not_translated" in verdicts(call)
    done = call("report", "--fail-on", gate)
    assert done.code == 1
    assert "--fail-on: " in done.err
    assert "not_translated.\n" in done.err
    assert done.out == call("report").out


def test_it_counts(call: Call, gaps: Path) -> None:
    done = call("report", "--fail-on", "no-evidence")
    counts = call("report", "-f", "json").json["findings"]
    number = sum(one["verdict"] == "no_evidence" for one in counts)
    assert number > 1
    assert done.err == f"--fail-on: {number} findings are no_evidence.\n"
    one = call("report", "southby", "--fail-on", "insufficient")
    assert "--fail-on: 1 finding is insufficient.\n" in one.err


def test_a_gate_that_nothing_reaches_passes(call: Call, gaps: Path) -> None:
    assert "contested" not in verdicts(call)
    done = call("report", "--fail-on", "contested")
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("name", [*Verdict, *Group])
def test_every_verdict_and_group_is_a_gate(call: Call, gaps: Path, name: str) -> None:
    found = call("report", "-f", "json").json["findings"]
    reached = any(name in (one["verdict"], one["group"]) for one in found)
    assert call("report", "--fail-on", name).code == reached


def test_an_unknown_verdict_is_answered_with_the_nearest(call: Call, gaps: Path) -> None:
    done = call("report", "--fail-on", "gap,contary")
    assert (done.code, done.out) == (2, "")
    assert "contary is no verdict or group. Did you mean `contrary`? Known: " in done.said


@pytest.mark.parametrize("gate", ["", " ", ",", " , "])
def test_a_gate_that_names_nothing_is_no_pass(call: Call, gaps: Path, gate: str) -> None:
    done = call("report", "--fail-on", gate)
    assert (done.code, done.out) == (2, "")
    assert "--fail-on names nothing. Known: translated" in done.said


def test_a_file_that_was_left_out_is_a_finding(call: Call, gaps: Path) -> None:
    study(gaps, GAPS, {"evidence/northtown/int-vcs-03.yaml": FIVE_ERRORS})
    done = call("report", "--fail-on", "contested")
    assert (done.code, done.err) == (1, "--fail-on: parts of a file had to be left out.\n")
    assert call("report").code == 0


NOTHING = "--fail-on: nothing could be judged, and that is not a pass.\n"


@pytest.mark.parametrize(
    "change",
    [
        {"policies/guidance-2001.yaml": COMPACT.replace("compact-1998", "guidance-2001")},
        {
            f"evidence/{name}.yaml": interview(name.partition("/")[2], codes="[]")
            for name in ("northtown/int-vcs-01", "northtown/int-council-01", "southby/int-vcs-02")
        },
    ],
    ids=["nothing applies", "nothing is known"],
)
def test_a_study_in_which_nothing_resolves_is_never_green(
    call: Call, tmp_path: Path, change: dict[str, str | bytes | None]
) -> None:
    here = study(tmp_path / "s", change)
    done = call("--study", here, "report", "--fail-on", "contested")
    assert done.code == 1
    assert done.err.endswith(NOTHING)


def test_a_study_without_partnerships_is_never_green(call: Call, tmp_path: Path) -> None:
    (tmp_path / "gapcheck.yaml").write_text("study: Empty\n")
    done = call("--study", tmp_path, "report", "--fail-on", "gap")
    assert done.code == 1
    assert NOTHING in done.err
