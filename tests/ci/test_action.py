"""The GitHub Action: every `run:` step of action.yml, as a runner gives it to bash."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from .shell import PAGE, ROOT, Outcome, environment, git, init, replace, run, shell, snippet

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = [one for one in ACTION["runs"]["steps"] if "run" in one]
INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the steps are for bash")


@dataclass(frozen=True)
class Job:
    """What one run of the action leaves behind."""

    last: Outcome
    summary: str
    sarif: Path

    @property
    def results(self) -> list[Any]:
        """The problems in the SARIF file."""
        (whole,) = json.loads(self.sarif.read_text(encoding="utf-8"))["runs"]
        assert isinstance(whole["results"], list)
        return whole["results"]


def filled(template: str, inputs: dict[str, str]) -> str:
    defaults = {name: one["default"] for name, one in ACTION["inputs"].items()}
    return INPUT.sub(lambda found: {**defaults, **inputs}[found[1]], template)


def act(workspace: Path, names: tuple[str, ...] = ("Summary", "Check"), **inputs: str) -> Job:
    """Run steps of the action until one fails, in a workspace with the files of a runner."""
    summary = workspace.parent / "step-summary.md"
    summary.write_text("before\n")
    last = Outcome(0, "", "")
    for step in [one for one in STEPS if one["name"] in names]:
        env = environment(GITHUB_ACTION_PATH=str(ROOT), GITHUB_STEP_SUMMARY=str(summary))
        env |= {"TMPDIR": inputs["temporary"]} if "temporary" in inputs else {}
        env |= {name: filled(value, inputs) for name, value in step.get("env", {}).items()}
        last = shell(step["run"], workspace, env)
        if last.code:
            break
    whole = summary.read_text(encoding="utf-8")
    assert whole.startswith("before\n"), "a summary of another step was overwritten"
    return Job(last, whole, workspace / inputs.get("sarif", "gapcheck.sarif"))


def test_the_action_is_one_that_github_takes() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert ACTION["name"]
    assert ACTION["description"]
    for step in ACTION["runs"]["steps"]:
        assert ("uses" in step) != ("run" in step)
        assert "uses" in step or step["shell"] == "bash"
        # What is typed into an input is data: in a script it would be run.
        assert "${{" not in step.get("run", "")
    for one in ACTION["inputs"].values():
        assert isinstance(one["default"], str)
        assert one["description"].endswith(".")


def test_every_input_is_used_and_stands_in_the_page() -> None:
    used = set(INPUT.findall(json.dumps(ACTION)))
    assert used == set(ACTION["inputs"])
    rows = re.findall(r"^\| `([a-z-]+)` \|(.*?)\|", PAGE, re.MULTILINE)
    shown = {name: default.strip().strip("`") for name, default in rows}
    assert shown == {name: one["default"] for name, one in ACTION["inputs"].items()}
    (check,) = [
        step
        for step in snippet(".github/workflows/gapcheck.yml")["jobs"]["check"]["steps"]
        if "gapcheck@" in step["uses"]
    ]
    assert set(check["with"]) <= set(ACTION["inputs"])


def test_a_sound_study_passes(study: Path) -> None:
    job = act(study, strict="true")
    assert job.last.code == 0, job.last.said
    assert "::error" not in job.last.out
    assert job.results == []
    assert "No problem in the files." in job.summary
    assert "> **Edition for the public.**" in job.summary
    assert "## Imperatives by partnership" in job.summary


def test_an_error_stands_beside_its_line_and_fails_the_job(study: Path) -> None:
    path = study / "evidence/exampleton/int-vcs-01.yaml"
    replace(path, "papers-in-time, stance", "papers-in-tine, stance")
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next(number for number, one in enumerate(lines, 1) if "papers-in-tine" in one)
    job = act(study)
    assert job.last.code == 1, job.last.said
    assert f"::error file=evidence/exampleton/int-vcs-01.yaml,line={line}," in job.last.out
    assert [one["ruleId"] for one in job.results] == ["unknown-imperative"]
    assert "1 error in the files." in job.summary


def _warned(folder: Path) -> Path:
    """A study whose only partnership has no source yet: a warning."""
    return init(folder, "--policies", "icp", "--as-at", "2026-11")


def test_a_warning_fails_the_job_only_where_that_was_asked(tmp_path: Path) -> None:
    study = _warned(tmp_path / "study")
    job = act(study)
    assert job.last.code == 0, job.last.said
    assert "::warning file=evidence/my-icp/lsp.yaml," in job.last.out
    assert act(study, strict="true").last.code == 1


def test_known_problems_are_passed_over(tmp_path: Path) -> None:
    study = _warned(tmp_path / "study")
    done = run(["gapcheck", "check", "--baseline", "known.json", "--write-baseline"], study)
    assert done.code == 0, done.said
    job = act(study, strict="true", baseline="known.json")
    assert job.last.code == 0, job.last.said
    assert "::warning" not in job.last.out


def test_a_study_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    workspace = tmp_path / "repository"
    workspace.mkdir()
    git(workspace, "init", "--quiet")
    done = run(["gapcheck", "init", "study"], workspace)
    assert done.code == 0, done.said
    replace(workspace / "study/evidence/exampleton/lsp.yaml", "kind: lsp", "kind: lps")
    job = act(workspace, study="study", sarif="problems.sarif")
    assert job.last.code == 1, job.last.said
    assert "::error file=study/evidence/exampleton/lsp.yaml,line=" in job.last.out
    assert job.sarif.is_file()
    places = [one["locations"][0]["physicalLocation"]["artifactLocation"] for one in job.results]
    assert "study/evidence/exampleton/lsp.yaml" in {one["uri"] for one in places}


def test_no_study_is_no_pass(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    job = act(empty)
    assert job.last.code == 2
    assert "no study" in job.last.err
    assert act(empty, ("Check",)).last.code == 2


def test_without_a_name_no_sarif_is_written(study: Path) -> None:
    before = set(study.iterdir())
    assert act(study, sarif="").last.code == 0
    assert set(study.iterdir()) == before


def test_names_with_blanks_and_signs_stay_names(tmp_path: Path) -> None:
    study = init(tmp_path / "a b; exit 9 $(touch made)")
    job = act(tmp_path, study=study.name, sarif="a b.sarif")
    assert job.last.code == 0, job.last.said
    assert (tmp_path / "a b.sarif").is_file()
    assert not list(tmp_path.rglob("made"))


def test_no_word_of_anybody_reaches_the_run(study: Path) -> None:
    path = study / "evidence/exampleton/int-vcs-01.yaml"
    replace(path, "The papers come on the Friday", "MARKERWORD comes on the Friday")
    replace(path, "role: network member", "role: MARKERROLE")
    replace(path, "stance: absent, indicator: a-week", "stance: abzent, indicator: a-week")
    replace(study / "evidence/exampleton/lsp.yaml", "name: Exampleton", "name: MARKERNAME")
    replace(study / "gapcheck.yaml", "study: ", "study: MARKERTITLE ")
    job = act(study)
    assert job.last.code == 1
    logged = job.last.said + job.sarif.read_text(encoding="utf-8")
    assert "evidence/exampleton/int-vcs-01.yaml" in logged
    assert "MARKER" not in logged
    # What a study and a partnership call themselves stands in an edition for the public.
    page = job.summary.replace("MARKERTITLE", "").replace("MARKERNAME", "")
    assert page != job.summary
    assert "MARKER" not in page
    assert "int-vcs-01" not in page


def _unfit(study: Path) -> None:
    """A real partnership, whose study was neither approved nor reviewed."""
    replace(study / "evidence/exampleton/lsp.yaml", "illustrative: true", "illustrative: false")
    replace(study / "evidence/exampleton/lsp.yaml", "name: Exampleton", "name: MARKERNAME")
    replace(study / "gapcheck.yaml", "study: ", "study: MARKERTITLE ")


def test_what_is_not_fit_for_the_public_is_counted_and_no_more(study: Path) -> None:
    _unfit(study)
    job = act(study)
    assert "This is not fit for the public, and nothing was written: " in job.summary
    assert "missing-review (1)" in job.summary
    assert "> `gapcheck check --audience public` shows where" in job.summary
    rows = [line for line in job.summary.splitlines() if line.startswith("| `exampleton` | ")]
    assert len(rows) == 1
    assert "MARKER" not in job.summary + job.last.said
    # For the team alone that is no failure.
    assert job.last.code == 0, job.last.said
    assert act(study, audience="public").last.code == 1


def test_the_summary_leaves_nothing_behind(study: Path, tmp_path: Path) -> None:
    held = tmp_path / "held"
    held.mkdir()
    before = set(study.rglob("*"))
    assert act(study, ("Summary",), temporary=str(held)).last.code == 0
    assert set(study.rglob("*")) == before
    assert not list(held.iterdir())


def test_the_action_installs_itself(fresh: Path, clone: Path, tmp_path: Path) -> None:
    (install,) = [one for one in STEPS if one["name"] == "Install gapcheck"]
    env = environment(fresh, GITHUB_ACTION_PATH=str(clone))
    done = shell(install["run"], tmp_path, env)
    assert done.code == 0, done.said
    begun = shell("gapcheck init --example tour; gapcheck --study tour check", tmp_path, env)
    assert begun.code == 0, begun.said
    assert shell("command -v gapcheck", tmp_path, env).out.startswith(str(fresh))


SUMMARY = [sys.executable, str(ROOT / "scripts/step_summary.py")]


@pytest.mark.parametrize("typed", ["", "{}", '{"format": "gapcheck-report/2"}'])
def test_what_is_no_report_is_no_summary(tmp_path: Path, typed: str) -> None:
    (tmp_path / "in").write_text(typed)
    done = shell(f'"$0" "{SUMMARY[1]}" < in'.replace("$0", SUMMARY[0]), tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err


REPORT = json.dumps({
    "format": "gapcheck-report/1",
    "diagnostics": {"error": 2, "warning": 1},
    "partnerships": [{
        "lsp": "northtown",
        "illustrative": True,
        "totals": dict.fromkeys(("translated", "partly", "gap", "contested", "unknown"), 3),
    }],
})  # fmt: skip


def summarise(folder: Path, page: str, why: str = "") -> str:
    """The script's page for a report of one partnership."""
    (folder / "page.md").write_text(page, encoding="utf-8")
    (folder / "in").write_text(REPORT)
    env = environment(WHY=why)
    done = shell(f'{SUMMARY[0]} {SUMMARY[1]} page.md "$WHY" < in', folder, env)
    assert done.code == 0, done.said
    return done.out


def test_the_page_is_the_overview_as_long_as_github_shows_it(tmp_path: Path) -> None:
    head = "### gapcheck\n\n2 errors and 1 warning in the files.\n\n"
    room = 1024 * 1024 - len(head)
    assert summarise(tmp_path, "○" * (room // 3)) == head + "○" * (room // 3)
    longer = summarise(tmp_path, "○" * (room // 3 + 1))
    assert "longer than this page may be" in longer
    assert "| `northtown` (invented) | 3 | 3 | 3 | 3 | 3 |" in longer
    assert "○○" not in longer


def test_the_page_says_why_there_are_counts_alone(tmp_path: Path) -> None:
    page = summarise(tmp_path, "", "This is not fit: retention (1).\nSee there.")
    assert "> This is not fit: retention (1).\n> See there.\n\n| partnership |" in page
