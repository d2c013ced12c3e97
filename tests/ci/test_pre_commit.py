"""The pre-commit hook, run by pre-commit itself against a local clone."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from .shell import REPOSITORY, ROOT, Outcome, commit, environment, git, replace, run, snippet

CONFIG = ".pre-commit-config.yaml"
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def home(index: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps its environments: the hook is installed once."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def repository(clone: Path, study: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study whose commits run the hook as the page sets it up."""
    return _set_up(study, clone)


def _set_up(folder: Path, clone: Path, **more: Any) -> Path:
    config = snippet(CONFIG)
    (source,) = config["repos"]
    assert source["repo"] == REPOSITORY
    source["repo"] = clone.as_uri()
    (hook,) = source["hooks"]
    hook.update(more)
    (folder / CONFIG).write_text(yaml.safe_dump(config), encoding="utf-8")
    commit(folder, "Begin")
    return folder


def _hook(folder: Path, home: Path, *words: str) -> Outcome:
    """What the hook says of what is staged."""
    git(folder, "add", "--all")
    env = environment(PRE_COMMIT_HOME=str(home))
    return run([sys.executable, "-m", "pre_commit", "run", "--color=never", *words], folder, env)


def test_the_hook_is_one_that_pre_commit_takes(tmp_path: Path) -> None:
    words = ["-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    done = run([sys.executable, *words], tmp_path)
    assert done.code == 0, done.said
    assert HOOK["id"] == snippet(CONFIG)["repos"][0]["hooks"][0]["id"]
    assert HOOK["pass_filenames"] is False


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("gapcheck.yaml", True),
        ("policies/act.yaml", True),
        ("evidence/northtown/int-01.yaml", True),
        ("evidence/northtown/notes.docx", True),
        ("README.md", False),
        ("schemas/source.json", False),
        ("old/gapcheck.yaml", False),
        ("gapcheckxyaml", False),
    ],
)
def test_the_hook_runs_for_what_belongs_to_the_study(name: str, wanted: bool) -> None:
    assert bool(re.search(HOOK["files"], name)) is wanted


def test_a_commit_is_let_through_or_stopped(repository: Path, home: Path) -> None:
    (repository / "NOTES.md").write_text("Nothing of the study.\n")
    done = _hook(repository, home)
    assert done.code == 0, done.said
    assert "no files to check" in done.out

    path = repository / "evidence/exampleton/min-board-2025.yaml"
    replace(path, "coder: ab", "coder: cd")
    done = _hook(repository, home)
    assert done.code == 0, done.said
    assert "Passed" in done.out

    # What breaks is a file that is not in the commit: the code leads nowhere any more.
    commit(repository, "Coder")
    replace(repository / "policies/example-guidance.yaml", "id: sector-seat", "id: sector-chair")
    done = _hook(repository, home)
    assert done.code == 1, done.said
    assert "unknown-imperative" in done.out
    assert "min-board-2025.yaml" in done.out
    assert "papers be sent" not in done.out


def test_many_files_are_checked_once(repository: Path, home: Path) -> None:
    for number in range(40):
        path = repository / f"evidence/exampleton/doc-{number:02}-{'x' * 60}.yaml"
        path.write_text(
            f"source: {path.stem}\nkind: document\ndate: 2025\nauthor: council\n"
            "excerpts:\n  - {id: x1, text: The board is to meet four times in each year., "
            "codes: {nowhere: happens}}\n"
        )
    done = _hook(repository, home)
    assert done.code == 1, done.said
    assert done.out.count("- exit code: 1") == 1
    assert len(re.findall(r"^evidence/exampleton/doc-\d\d", done.out, re.M)) >= 40


def test_a_study_in_a_folder_as_the_page_says(clone: Path, home: Path, tmp_path: Path) -> None:
    told = re.search(r"`args: (\[--study, study\])` and `files: (\S+)`", snippet_text())
    assert told
    repository = tmp_path / "repository"
    repository.mkdir()
    git(repository, "init", "--quiet")
    assert run(["gapcheck", "init", "study"], repository).code == 0
    _set_up(repository, clone, args=yaml.safe_load(told[1]), files=told[2])
    replace(repository / "study/evidence/exampleton/lsp.yaml", "kind: lsp", "kind: lps")
    done = _hook(repository, home)
    assert done.code == 1, done.said
    assert "did you mean" in done.out.lower()


def snippet_text() -> str:
    return (ROOT / "docs/ci.md").read_text(encoding="utf-8")
