"""States as they are asked for: revisions, ranges, folders, days; and what cannot be read."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from gapcheck.revisions import files
from gapcheck.revisions.git import Answer, Git
from gapcheck.revisions.no_revision import NoRevision
from gapcheck.revisions.repository import Commit, Repository, repository_of
from gapcheck.source.files import LIMIT

from . import history
from .conftest import Call
from .history import lsp, source
from .repo import begin, commit, git, put

CHANGED = ["added", "aged", "cuts", "due", "embargo", "option", "recoded", "removed", "scope"]


def lsps(call: Call, *words: str | Path) -> list[str]:
    done = call("diff", *words, "-f", "json")
    assert (done.code, done.err) == (0, ""), done.err
    return [one["lsp"] for one in done.json["changed"]]


def refused(call: Call, *words: str | Path) -> str:
    done = call("diff", *words)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err
    return done.said


def test_a_revision_against_the_working_tree(call: Call, root: Path) -> None:
    assert lsps(call, "scope") == []
    put(root, {"evidence/recoded/int-vcs.yaml": source("int-vcs", history.NO)})
    put(root, {"evidence/added/more.yaml": source("more", "[]"), "notes.md": "Not of the study."})
    assert lsps(call, "scope") == ["recoded"]
    done = call("diff", "HEAD", "--width", "200")
    assert "the working tree (at " in done.out
    assert "uncommitted changes in 2 files)" in done.out
    assert "nothing uncommitted" in call("diff", "HEAD", "--study", clone(root)).out


def clone(root: Path) -> Path:
    other = root.parent / "clone"
    git(root, "clone", "--quiet", str(root), str(other))
    return other


def test_what_is_checked_out_is_left_as_it_is(call: Call, root: Path) -> None:
    put(root, {"evidence/recoded/int-vcs.yaml": source("int-vcs", history.NO)})

    def seen() -> list[tuple[str, int, bytes]]:
        return [
            (str(path), path.stat().st_mtime_ns, path.read_bytes())
            for path in sorted(root.rglob("*"))
            if path.is_file()
        ]

    before = seen()
    assert lsps(call, "beginning")
    assert seen() == before


def test_ranges_as_git_writes_them(call: Call, root: Path) -> None:
    assert lsps(call, "recoded..due") == lsps(call, "recoded", "due") == ["due", "withdrawn"]
    assert lsps(call, "due..") == lsps(call, "due", "HEAD")
    assert lsps(call, "..due") == lsps(call, "HEAD", "due")
    assert lsps(call, "HEAD~2..HEAD~1") == ["embargo"]
    git(root, "checkout", "--quiet", "-b", "side", "recoded")
    put(root, {"evidence/added/int-health.yaml": None})
    commit(root, "aside", "2011-01-01")
    # From where the two parted, not from where the other is now.
    assert lsps(call, "main...side") == ["added"]
    assert len(lsps(call, "main..side")) > 1


def test_two_folders(call: Call, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = root.parent / "other..study"
    shutil.copytree(root, other, ignore=shutil.ignore_patterns(".git"))
    put(other, {"evidence/recoded/int-vcs.yaml": source("int-vcs", history.NO)})
    assert lsps(call, root, other) == ["recoded"]
    monkeypatch.chdir(root.parent)
    assert lsps(call, "study", "other..study") == ["recoded"]
    monkeypatch.chdir(other)
    assert lsps(call, "../study") == ["recoded"]
    assert "Compared: ../study and other..study." in call("diff", "../study").out


def test_two_days(call: Call, root: Path) -> None:
    for words in (("--as-at", "2003..2005"), ("HEAD", "--as-at", "2003..2005")):
        done = call("diff", *words, "--lsp", "added", "-f", "json")
        (one,) = done.json["changed"]
        assert {each["what"] for each in one["causes"]} == {"dated"}
    assert (done.json["old"]["as_at"], done.json["new"]["as_at"]) == ("2003-12-31", "2005-12-31")
    shown = call("diff", "--as-at", "2003..2005", "--width", "200").out
    assert "nothing uncommitted) as at 31 December 2003 and as at 31 December 2005." in shown
    assert lsps(call, "beginning", "--as-at", "2003", "--lsp", "added") == []
    assert lsps(call, "beginning", "--as-at", "2005", "--lsp", "added") == ["added"]
    assert call("--as-at", "2003", "diff", "beginning").out.count("as at 31 December 2003") == 2


def test_a_study_in_a_folder_of_its_repository(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = begin(tmp_path / "top")
    old, new = top / "studies/old name", top / "studies/new"
    put(old, dict(history.BEGINNING))
    commit(top, "v1")
    git(top, "mv", "studies/old name", "studies/new")
    put(new, {"evidence/recoded/int-vcs.yaml": source("int-vcs", history.YES)})
    commit(top, "v2")
    monkeypatch.chdir(new)
    assert lsps(call, "v2") == []
    said = refused(call, "v1")
    assert "there is no study in studies/new, but elsewhere" in said
    assert "Did you mean v1:studies/old name?" in said
    assert lsps(call, "v1:studies/old name") == ["recoded"]
    monkeypatch.chdir(top)
    assert lsps(call, "v1:studies/old name", "--study", "studies/new") == ["recoded"]


def test_a_study_that_was_not_there_yet(call: Call, tmp_path: Path) -> None:
    top = begin(tmp_path / "top")
    put(top, {"README.md": "Nothing yet."})
    commit(top, "empty")
    put(top, dict(history.BEGINNING))
    commit(top, "v1")
    said = refused(call, "empty", "--study", top)
    assert "At empty (" in said
    assert "there is no study at the root of the repository: it was not there yet" in said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("recodet", "There is no revision recodet. Did you mean recoded?"),
        ("xyz", "There is no revision xyz. Branches and tags: added, aged,"),
        ("recodet..due", "Did you mean recoded?"),
        ("recoded...duee", "Did you mean due?"),
        ("HAED", "There is no revision HAED. Did you mean HEAD?"),
        ("HEAD~99", "There is no revision HEAD~99. HEAD has 12 before it."),
        ("recodet~2", "There is no revision recodet~2. Did you mean recoded~2?"),
        (":evidence", "`` is no name of a revision."),
        ("a\nb", "is no name of a revision."),
        ("HEAD:policies", "there is no study in policies, but elsewhere. Did you mean HEAD:?"),
        ("./nowhere", "./nowhere is no revision, and no folder of a study"),
        ("policies", "policies is no revision, and no folder of a study"),
        ("0" * 40, f"There is no revision {'0' * 40}."),
    ],
)
def test_what_is_no_state(call: Call, root: Path, name: str, said: str) -> None:
    assert said in refused(call, name)


def test_the_root_of_the_repository_by_name(call: Call, root: Path) -> None:
    assert lsps(call, "HEAD:") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Say what to compare"),
        (("--as-at", "2004"), "Say what to compare"),
        (("--as-at", "2004.."), "has one day only: write A..B"),
        (("--as-at", "2004..2005-13"), "2005-13 is no date"),
        (("HEAD", "--lsp", "recodet"), "No partnership is called recodet. Did you mean recoded?"),
        (("HEAD", "--policy", "guidence"), "No policy is called guidence. Did you mean guidance?"),
        (("HEAD", "--topic", "none"), "No topic is called none."),
        (("HEAD", "-f", "html"), "html is no format"),
        (("gone.json",), "There is no report gone.json"),
    ],
)
def test_what_cannot_be_asked(call: Call, root: Path, words: tuple[str, ...], said: str) -> None:
    assert said in refused(call, *words)


def test_a_folder_that_is_a_revision_too(call: Call, root: Path) -> None:
    put(root / "due", dict(history.BEGINNING))
    assert "due is a folder and a revision: write ./due" in refused(call, "due")
    assert lsps(call, "refs/tags/due", "HEAD") == lsps(call, "due..HEAD")
    assert "added" in lsps(call, "./due")


def test_no_repository(call: Call, root: Path) -> None:
    shutil.rmtree(root / ".git")
    said = refused(call, "HEAD")
    assert "lies in no repository of git, so it has no revisions." in said
    assert "`gapcheck diff OLD-FOLDER NEW-FOLDER`" in said
    assert "Compared: study as at" in call("diff", "--as-at", "2003..2005").out


def test_no_git(call: Call, root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is not installed, and only git can read a revision." in refused(call, "HEAD")
    assert call("diff", "--as-at", "2003..2005").code == 0
    (tmp_path / "git").write_text("no program")
    assert "git " in refused(call, "HEAD")


def test_nothing_committed(call: Call, tmp_path: Path) -> None:
    top = begin(tmp_path / "top")
    put(top, dict(history.BEGINNING))
    assert "nothing has been committed yet" in refused(call, "HEAD", "--study", top)


def test_a_shallow_clone(call: Call, root: Path) -> None:
    other = root.parent / "shallow"
    git(root, "clone", "--quiet", "--depth", "1", "--no-tags", root.as_uri(), str(other))
    for name in ("HEAD~3", "added"):
        said = refused(call, name, "--study", other)
        assert f"There is no revision {name}." in said
        assert "This clone is shallow" in said
        assert "`git fetch --unshallow`" in said
        assert "`fetch-depth: 0`" in said


def test_a_clone_without_its_files_fetches_none(call: Call, root: Path) -> None:
    git(root, "config", "uploadpack.allowFilter", "true")
    other = root.parent / "partial"
    words = ("--quiet", "--filter=blob:none", "--no-checkout", root.as_uri(), str(other))
    git(root, "clone", *words)
    put(other, dict(history.BEGINNING))
    assert "are not all in this clone" in refused(call, "HEAD", "--study", other)


def test_an_ambiguous_name_and_a_damaged_repository(root: Path) -> None:
    here = repository_of(root)
    assert isinstance(here.commit("HEAD"), Commit)
    said = Repository(here.git, "")._no_such("ab", "fatal: ab is ambiguous")
    assert said == "More than one object begins with ab: give more of its letters."
    tree = git(root, "rev-parse", "HEAD^{tree}")
    lone = git(root, "commit-tree", tree, "-m", "x")
    with pytest.raises(NoRevision, match="no commit in common"):
        here.fork("HEAD", lone)


def test_a_commit_of_no_day(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = repository_of(root)
    raw = b"tree 1\ncommitter A <a@b> 99999999999999999 +0000\n\nx"
    monkeypatch.setattr(Git, "ask", lambda *_: Answer(0, raw, ""))
    assert here.commit("HEAD").day == date.max
    monkeypatch.setattr(Git, "ask", lambda *_: Answer(0, b"", ""))
    with pytest.raises(NoRevision, match="its repository is damaged"):
        here.commit("HEAD")


def test_what_belongs_to_somebody_else(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = Answer(128, b"", "fatal: detected dubious ownership in repository")
    monkeypatch.setattr(Git, "ask", lambda *_: answer)
    with pytest.raises(NoRevision, match=r"safe\.directory"):
        repository_of(root)


@pytest.mark.parametrize(
    "more",
    [
        {"GIT_DIR": "/nowhere", "GIT_WORK_TREE": "/nowhere", "GIT_INDEX_FILE": "/nowhere"},
        {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "GIT_PAGER": "false", "PAGER": "false"},
        {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.pager", "GIT_CONFIG_VALUE_0": "false"},
        {"GIT_TRACE": "1", "GIT_EXTERNAL_DIFF": "false", "GIT_OBJECT_DIRECTORY": "/nowhere"},
    ],
)
def test_the_callers_environment_does_no_harm(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch, more: dict[str, str]
) -> None:
    expected = lsps(call, "beginning")
    for name, value in more.items():
        monkeypatch.setenv(name, value)
    assert lsps(call, "beginning") == expected
    assert "Did you mean recoded?" in refused(call, "recodet")


def test_no_hook_and_no_monitor_is_run(call: Call, root: Path) -> None:
    trap = root.parent / "ran"
    script = root.parent / "script"
    script.write_text(f"#!/bin/sh\ntouch {trap}\n")
    script.chmod(0o755)
    git(root, "config", "core.fsmonitor", str(script))
    git(root, "config", "core.pager", str(script))
    hooks = root / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("post-checkout", "post-index-change", "reference-transaction"):
        shutil.copy(script, hooks / name)
    assert lsps(call, "beginning")
    assert not trap.exists()


def test_a_file_with_errors_on_either_side_is_told(call: Call, root: Path) -> None:
    path = "evidence/recoded/int-vcs.yaml"
    put(root, {path: source("int-vcs", "{join-up: denies}")})
    commit(root, "broken", "2016-01-01")
    done = call("diff", "scope", "broken", "-f", "json")
    (one,) = done.json["changed"]
    assert [(each["kind"], each["what"]) for each in one["causes"]] == [
        ("recoding", "code-removed")
    ]
    assert done.json["new"]["left_out"] == [f"{path}: this code (1 error)."]
    put(root, {path: "source: [\n"})
    commit(root, "worse", "2016-02-01")
    for words, what, side in (
        (("scope", "worse"), "unreadable", "new"),
        (("worse", "scope"), "readable-again", "old"),
    ):
        done = call("diff", *words, "-f", "json")
        (one,) = done.json["changed"]
        assert [each["what"] for each in one["causes"]] == [what]
        assert done.json[side]["left_out"]
        shown = call("diff", *words)
        assert "Left out, because files have errors:" in shown.out
        assert f"In {'worse' if side == words[0] else words[side == 'new']}: {path}" in shown.out


def test_links_and_modules_are_not_followed(call: Call, root: Path) -> None:
    (root / "evidence/recoded/link.yaml").symlink_to("int-vcs.yaml")
    commit(root, "linked", "2016-01-01")
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},evidence/module")
    git(root, "commit", "--quiet", "-m", "module")
    done = call("diff", "scope", "HEAD", "-f", "json")
    assert done.json["changed"] == []
    assert done.json["new"]["left_out"] == [
        "evidence/module: the whole folder (a repository of its own).",
        "evidence/recoded/link.yaml: the whole file (a symbolic link, and links are not followed).",
    ]


def test_what_is_too_large(call: Call, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, {"evidence/recoded/big.yaml": "#" * (LIMIT + 1)})
    commit(root, "large", "2016-01-01")
    done = call("diff", "scope", "large", "-f", "json")
    assert done.json["new"]["left_out"] == [
        "evidence/recoded/big.yaml: the whole source (1 error)."
    ]
    monkeypatch.setattr(files, "MOST", 1000)
    assert "The study at scope is larger than 0 MiB." in refused(call, "scope", "large")


def test_nothing_is_left_on_the_disk(
    call: Call, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    assert lsps(call, "beginning")
    assert list(folder.iterdir()) == []


def test_names_that_are_no_ascii(call: Call, root: Path) -> None:
    name = "evidence/süd"
    put(root, {f"{name}/lsp.yaml": lsp("süd"), f"{name}/größe.yaml": source("größe", "[]")})
    commit(root, "ü", "2016-01-01")
    before = call("diff", "scope", "ü", "-f", "json")
    after = call("diff", "scope", "-f", "json")
    for key in ("changed", "appeared", "vanished"):
        assert before.json[key] == after.json[key]


def test_git_in_a_folder_that_is_none(tmp_path: Path) -> None:
    answer = Git(tmp_path / "nowhere").ask("status")
    assert not answer.good
    assert os.fsdecode(answer.out) == ""
