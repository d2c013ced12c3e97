"""The lines of docs/ci.md for GitHub without the action, for GitLab, and for a terminal."""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
import yaml

from .shell import ARCHIVE, PAGE, REPOSITORY, REVISION, environment, replace, shell, snippet

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the lines are for a Unix shell")


def gitlab() -> list[str]:
    script: list[str] = snippet(".gitlab-ci.yml")["gapcheck"]["script"]
    return script


def plain() -> list[str]:
    steps = snippet(".github/workflows/gapcheck-plain.yml")["jobs"]["check"]["steps"]
    return [one["run"] for one in steps if "run" in one]


@pytest.mark.parametrize("lines", [gitlab(), plain()], ids=["gitlab", "github"])
def test_the_job_installs_and_checks(
    fresh: Path, clone: Path, study: Path, lines: list[str]
) -> None:
    assert [ARCHIVE in line for line in lines] == [True, False]
    env = environment(fresh)
    for line in lines:
        done = shell(line.replace(ARCHIVE, str(clone)), study, env)
        assert done.code == 0, f"{line}\n{done.said}"


@pytest.mark.parametrize("lines", [gitlab(), plain()], ids=["gitlab", "github"])
def test_the_job_fails_where_the_study_does(study: Path, lines: list[str]) -> None:
    replace(study / "evidence/exampleton/lsp.yaml", "nation: england", "nation: erewhon")
    done = shell(lines[-1], study)
    assert done.code == 1, done.said


def test_gitlab_finds_the_report_that_the_job_writes(study: Path) -> None:
    job = snippet(".gitlab-ci.yml")["gapcheck"]
    assert shell(job["script"][-1], study).code == 0
    name = job["artifacts"]["reports"]["junit"]
    assert ET.parse(study / name).getroot().tag == "testsuites"
    replace(study / "evidence/exampleton/lsp.yaml", "nation: england", "nation: erewhon")
    assert shell(job["script"][-1], study).code == 1
    assert job["artifacts"]["when"] == "always", "else the report of a failed job is lost"
    assert list(ET.parse(study / name).getroot().iter("failure"))


def test_the_commands_for_a_terminal_work(study: Path) -> None:
    lines = [
        line
        for block in re.findall(r"^```sh\n(.*?)^```$", PAGE, re.M | re.S)
        for line in block.splitlines()
    ]
    assert len(lines) >= 3
    source = study / "evidence/exampleton/int-vcs-01.yaml"
    replace(source, "papers-in-time, stance", "papers-in-tine, stance")
    (study / "schemas/source.json").unlink()
    assert shell("gapcheck check", study).code == 1
    for line in lines:
        done = shell(line, study)
        assert done.code == 0, f"{line}\n{done.said}"
    assert (study / "schemas/source.json").is_file()


def _blocks() -> list[Any]:
    found = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.M | re.S)
    return [yaml.load(one, yaml.BaseLoader) for one in found]


def test_every_block_is_yaml_and_names_one_place_and_revision() -> None:
    assert len(_blocks()) >= 5
    named = set(re.findall(r"https://github\.com/[\w./-]+", PAGE))
    assert named == {REPOSITORY, ARCHIVE}
    assert set(re.findall(r"(?<!@)\bv\d+\.\d+\.\d+", PAGE)) == {REVISION}


def test_the_line_for_editors_is_the_one_that_init_writes(study: Path) -> None:
    written = (study / "evidence/exampleton/int-vcs-01.yaml").read_text(encoding="utf-8")
    assert written.splitlines()[0] in PAGE.splitlines()
