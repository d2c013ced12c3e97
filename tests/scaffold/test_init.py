"""New studies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gapcheck.model.corpus import Corpus
from gapcheck.model.settings import Settings, Thresholds, Vocabulary
from gapcheck.scaffold.init import example_study, new_study
from gapcheck.scaffold.library import library
from gapcheck.scaffold.refused import AlreadyThere, Refused
from gapcheck.schema.study import study as study_schema

from .folders import corpus, problems, snapshot


def test_a_new_study_has_nothing_wrong_with_it(study: Path) -> None:
    assert problems(study) == []


def test_it_holds_one_of_each_to_learn_from(study: Path) -> None:
    found = corpus(study)
    assert [len(one.imperatives) for one in found.policies] == [2]
    assert [str(one.kind) for one in found.sources] == ["interview", "minutes"]
    assert all(one.illustrative for one in found.partnerships)
    stances = {code.stance for one in found.sources for x in one.excerpts for code in x.codes or ()}
    assert {"happens", "absent"} <= stances


def test_its_settings_are_the_defaults(study: Path) -> None:
    settings = corpus(study).settings
    assert settings.thresholds == Thresholds()
    assert settings.vocabulary.sectors == Vocabulary().sectors
    assert settings.severities == Settings().severities


def test_its_settings_explain_every_key(study: Path) -> None:
    lines = (study / "gapcheck.yaml").read_text("utf-8").splitlines()
    shown = {line.removeprefix("# ").partition(":")[0] for line in lines}
    assert set(study_schema(Vocabulary())["properties"]) <= shown


def test_the_examples_in_its_settings_work(study: Path) -> None:
    path = study / "gapcheck.yaml"
    keys = [
        "question",
        "region",
        "period",
        "limits",
        "sectors",
        "kinds",
        "tiers",
        "tensions",
        "severities",
        "places",
    ]
    lines, within = [], False
    for line in path.read_text("utf-8").splitlines():
        bare = line.removeprefix("# ")
        within = line.startswith("# ") and (
            bare.partition(":")[0] in keys or (within and bare.startswith("  "))
        )
        lines.append(bare if within else line)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    (study / "keys").mkdir()
    (study / "keys/places.txt").write_text("Erewhon\n")
    settings = corpus(study).settings
    assert problems(study) == []
    assert settings.question.startswith("Which of the things")
    assert settings.vocabulary.sectors["vcs"] == "VCSE"
    assert settings.vocabulary.tensions["old-new"] == "Old members against new ones"
    assert [one.severity for one in settings.severities] == ["error", "off"]


@pytest.mark.parametrize(
    "title",
    [
        "Plain",
        'With "quotes": and # a hash',
        "[laughs]",
        "- no",
        "Ynys Môn",
        "back\\slash",
        "$name",
    ],
)
def test_any_title_is_kept_as_typed(tmp_path: Path, title: str) -> None:
    new_study(tmp_path / "s", title)
    assert problems(tmp_path / "s") == []
    assert corpus(tmp_path / "s").settings.title == title


def test_a_title_of_several_lines_becomes_one(tmp_path: Path) -> None:
    new_study(tmp_path / "s", "Two\n lines\u2028of it ")
    assert corpus(tmp_path / "s").settings.title == "Two lines of it"


def test_a_title_that_could_fake_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"U\+202E"):
        new_study(tmp_path / "s", "ab\u202ecd")
    assert snapshot(tmp_path) == {}


def test_a_title_that_a_shell_could_not_decode(tmp_path: Path) -> None:
    new_study(tmp_path / "s", "caf\udce9")
    assert corpus(tmp_path / "s").settings.title == "caf?"


def test_without_a_title_the_folder_gives_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "boards").mkdir()
    monkeypatch.chdir(tmp_path / "boards")
    new_study(Path())
    assert corpus(tmp_path / "boards").settings.title == "boards"


def test_transcripts_and_key_lists_stay_out_of_git(study: Path) -> None:
    ignored = (study / ".gitignore").read_text().splitlines()
    assert {"transcripts/", "keys/", "~$*"} <= set(ignored)


def test_a_readme_and_a_gitignore_that_are_there_stay(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / ".gitignore").write_text("*.log")
    written = new_study(tmp_path)
    assert (tmp_path / "README.md").read_text() == "mine"
    assert (tmp_path / ".gitignore").read_text() == "*.log"
    assert [note.partition(" ")[0] for note in written.notes] == ["README.md", ".gitignore"]
    assert "transcripts/" in written.notes[1]
    assert tmp_path / "README.md" not in written.files


def test_every_file_that_is_named_was_written(tmp_path: Path) -> None:
    written = new_study(tmp_path / "s")
    files = {name for name, data in snapshot(tmp_path / "s").items() if data is not None}
    assert {one.relative_to(tmp_path / "s").as_posix() for one in written.files} == files


def test_a_study_that_is_there_is_left_alone(study: Path) -> None:
    before = snapshot(study)
    with pytest.raises(AlreadyThere, match="There is a study"):
        new_study(study)
    assert snapshot(study) == before


def test_a_study_without_settings_is_a_study_too(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "evidence").mkdir()
    with pytest.raises(AlreadyThere, match="There is a study"):
        new_study(tmp_path)


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies/example-guidance.yaml").write_text("mine")
    before = snapshot(tmp_path)
    with pytest.raises(AlreadyThere, match=r"example-guidance\.yaml is there already"):
        new_study(tmp_path)
    assert snapshot(tmp_path) == before


def test_a_study_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", broken)
    with pytest.raises(Refused, match="No space left"):
        new_study(tmp_path)
    assert snapshot(tmp_path) == {}


def _unmarked(root: Path) -> Path:
    """The study without the first line of each file, which is for editors alone."""
    for path in root.rglob("*.yaml"):
        first, _, rest = path.read_bytes().partition(b"\n")
        assert first.startswith(b"# yaml-language-server: $schema=")
        path.write_bytes(rest)
    return root


def _example(root: Path, shipped: Corpus) -> Path:
    example_study(root, library(), shipped.settings.vocabulary)
    return root


def test_the_example_is_the_whole_shipped_study(tmp_path: Path, shipped: Corpus) -> None:
    copied = snapshot(_unmarked(_example(tmp_path / "s", shipped)))
    for part in ("policies", "evidence"):
        original = {
            f"{part}/{name}": data
            for name, data in snapshot(library() / part).items()
            if name.endswith(".yaml")
        }
        assert original
        assert {name: copied.get(name) for name in original} == original
    assert copied["gapcheck.yaml"] == (library() / "gapcheck.yaml").read_bytes()
    assert b"are invented" in (copied["README.md"] or b"")


def test_the_example_says_what_the_shipped_study_says(tmp_path: Path, shipped: Corpus) -> None:
    root = _unmarked(_example(tmp_path / "s", shipped))
    assert problems(root) == problems(library())
    assert corpus(root) == shipped
