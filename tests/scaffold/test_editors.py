"""What editors are given: schemas beside the study, settings, and a line in every file."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it has no stubs
import pytest
import yaml

from gapcheck.cli.app import run
from gapcheck.model.corpus import Corpus
from gapcheck.model.settings import KINDS as PARTNERSHIP_KINDS
from gapcheck.model.settings import Vocabulary
from gapcheck.scaffold.duties import Wanted
from gapcheck.scaffold.editors import SETTINGS, kind_of, marked
from gapcheck.scaffold.init import example_study, new_study
from gapcheck.scaffold.library import library
from gapcheck.scaffold.new import KINDS as NEW_KINDS
from gapcheck.scaffold.new import new_file
from gapcheck.scaffold.policy_study import policy_study
from gapcheck.schema.editors import published
from gapcheck.schema.kinds import KINDS, schema

from .folders import REPOSITORY, corpus, snapshot

MARK = re.compile(r"# yaml-language-server: \$schema=(\S+)")
TODAY = date(2026, 11, 3)


class CoreLoader(yaml.SafeLoader):
    """YAML as editors read it, by the core schema of YAML 1.2: bare years are numbers."""


CoreLoader.yaml_implicit_resolvers = {}
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^[-+]?[0-9]+(\.[0-9]*)?$"),
    list("-+0123456789"),
)


def led_to(path: Path) -> Path:
    """The schema that the first line of a file leads to."""
    first = path.read_text("utf-8").splitlines()[0]
    found = MARK.fullmatch(first)
    assert found, f"{path}: {first}"
    return (path.parent / found[1]).resolve()


def complaints(path: Path) -> list[str]:
    """What an editor would underline in a file."""
    validator = jsonschema.Draft202012Validator(json.loads(led_to(path).read_text("utf-8")))
    value = yaml.load(path.read_text("utf-8"), CoreLoader)
    return [f"{path.name}: {error.message}" for error in validator.iter_errors(value)]


def files(root: Path) -> Iterator[Path]:
    found = sorted(root.rglob("*.yaml"))
    assert len(found) >= 3
    yield from found


@pytest.fixture(params=["new", "example", "policies"])
def begun(request: pytest.FixtureRequest, tmp_path: Path, shipped: Corpus) -> Path:
    """A study of each kind that `init` begins."""
    root = tmp_path / "s"
    if request.param == "new":
        new_study(root, "A study")
    elif request.param == "example":
        example_study(root, library(), shipped.settings.vocabulary)
    else:
        policy_study(
            root, Wanted("lsp", corpus(library()).partnerships[0].nation), shipped, library()
        )
    return root


def test_every_file_leads_to_the_schema_of_its_kind(begun: Path) -> None:
    for path in files(begun):
        assert led_to(path).parent == (begun / "schemas").resolve()
        value = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        known = {"study": "study", "policy": "policy", "lsp": "partnership", "codes": "codes"}
        keys = set(value) if isinstance(value, dict) else set()
        kind = next((known[key] for key in known if key in keys), "source" if keys else "signoff")
        assert led_to(path).stem == kind


def test_no_editor_underlines_what_was_written(begun: Path) -> None:
    assert [one for path in files(begun) for one in complaints(path)] == []


def test_an_editor_underlines_what_is_wrong(study: Path) -> None:
    path = study / "evidence/exampleton/lsp.yaml"
    path.write_text(path.read_text("utf-8").replace("nation: england", "nation: erewhon"), "utf-8")
    (only,) = complaints(path)
    assert "'erewhon' is not one of" in only


def test_the_schemas_know_the_studys_own_words(tmp_path: Path, shipped: Corpus) -> None:
    example_study(tmp_path / "s", library(), shipped.settings.vocabulary)
    new_study(tmp_path / "t")
    with_own = json.loads((tmp_path / "s/schemas/source.json").read_text())
    without = json.loads((tmp_path / "t/schemas/source.json").read_text())
    assert "healthwatch" in with_own["properties"]["author"]["enum"]
    assert "healthwatch" not in without["properties"]["author"]["enum"]


def test_there_is_a_schema_of_every_kind(study: Path) -> None:
    assert {one.stem for one in (study / "schemas").iterdir()} == set(KINDS)


@pytest.mark.parametrize("kind", NEW_KINDS)
def test_a_new_file_leads_to_its_schema_too(study: Path, kind: str) -> None:
    name = "north" if kind in ("policy", "partnership") else "exampleton/new-01"
    path = new_file(study, kind, name, today=TODAY, corpus=corpus(study))
    assert led_to(path).stem == (kind if kind in KINDS else "source")
    assert complaints(path) == []


def test_a_new_file_names_no_schema_where_the_study_has_none(study: Path) -> None:
    (study / "schemas/source.json").unlink()
    path = new_file(study, "interview", "exampleton/i-2", today=TODAY, corpus=corpus(study))
    assert "yaml-language-server" not in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("gapcheck.yaml", "schemas/study.json"),
        ("policies/act.yaml", "../schemas/policy.json"),
        ("policies/2001/act.yaml", "../../schemas/policy.json"),
        ("policies/lsp.yaml", "../schemas/policy.json"),
        ("evidence/northtown/lsp.yaml", "../../schemas/partnership.json"),
        ("evidence/northtown/signoff.yaml", "../../schemas/signoff.json"),
        ("evidence/northtown/int-01.yaml", "../../schemas/source.json"),
        ("evidence/northtown/int-01.cd.yaml", "../../schemas/codes.json"),
        ("evidence/northtown/int-1.2.yaml", "../../schemas/source.json"),
        ("evidence/national/audit.yaml", "../../schemas/source.json"),
    ],
)
def test_the_way_to_a_schema_is_right_at_every_depth(name: str, line: str) -> None:
    beside = ("evidence/northtown/int-01.yaml",)
    text = marked(name, b"a: b\n", beside).decode()
    assert text == f"# yaml-language-server: $schema={line}\na: b\n"
    assert marked(name, text.encode(), beside).decode() == text


def test_the_settings_choose_as_the_lines_do(tmp_path: Path, shipped: Corpus) -> None:
    """By the rules of the language server: `!` takes back what a pattern before it gave."""
    root = tmp_path / "s"
    example_study(root, library(), shipped.settings.vocabulary)
    settings = json.loads((root / ".vscode/settings.json").read_text())
    chosen: dict[str, list[str]] = {}
    for path in files(root):
        name = path.relative_to(root).as_posix()
        for target, patterns in settings["yaml.schemas"].items():
            if _matches(path.relative_to(root), patterns):
                chosen.setdefault(name, []).append(target)
        assert chosen[name] == [led_to(path).relative_to(root.resolve()).as_posix()]
    assert set(settings["yaml.schemas"]) == {f"schemas/{kind}.json" for kind in KINDS}


def _matches(path: Path, patterns: str | list[str]) -> bool:
    listed = [patterns] if isinstance(patterns, str) else patterns
    hit = False
    for pattern in listed:
        bare = pattern.removeprefix("!").replace("/**/", "/")
        if path.match(bare) and len(path.parts) == len(Path(bare).parts):
            hit = not pattern.startswith("!")
    return hit


def test_the_settings_ask_nothing_of_the_network(study: Path) -> None:
    settings = json.loads((study / SETTINGS[0]).read_text())
    assert settings["yaml.schemaStore.enable"] is False
    assert "://" not in "".join(settings["yaml.schemas"])
    assert json.loads((study / SETTINGS[1]).read_text()) == {
        "recommendations": ["redhat.vscode-yaml"]
    }


def test_settings_that_are_there_stay_and_are_named(tmp_path: Path) -> None:
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode/settings.json").write_text("{}")
    written = new_study(tmp_path)
    assert (tmp_path / ".vscode/settings.json").read_text() == "{}"
    assert (tmp_path / ".vscode/extensions.json").is_file()
    assert written.notes == (".vscode/settings.json was there already and is left as it is.",)


def test_nothing_of_it_is_taken_for_evidence(study: Path) -> None:
    before = corpus(study)
    for name in snapshot(study):
        if name.startswith((".vscode/", "schemas/")):
            (study / name).unlink()
    assert corpus(study) == before


def _texts(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "string" in (node.get("type") or ()) and "enum" not in node:
            yield node
        for key, one in node.items():
            if key != "if":
                yield from _texts(one)
    elif isinstance(node, list):
        for one in node:
            yield from _texts(one)


@pytest.mark.parametrize("kind", KINDS)
def test_where_text_is_wanted_a_bare_year_will_do(kind: str) -> None:
    found = list(_texts(json.loads(published(schema(kind, Vocabulary())))))
    assert found
    assert all("number" in one["type"] or one["type"] != "string" for one in found)
    alone = [one for one in found if not {"array", "object"} & set(one["type"])]
    assert alone
    assert all(one["type"] == ["string", "number", "boolean"] for one in alone)


def test_a_closed_list_of_words_stays_closed() -> None:
    whole = json.loads(published(schema("partnership", Vocabulary())))
    kinds = whole["properties"]["kind"]
    assert (kinds["type"], kinds["enum"]) == ("string", list(PARTNERSHIP_KINDS))


def test_a_second_coders_file_is_told_by_what_lies_beside_it() -> None:
    assert kind_of("evidence/n/i.cd.yaml", ["evidence/n/i.yaml"]) == "codes"
    assert kind_of("evidence/n/i.cd.yaml", ["evidence/m/i.yaml"]) == "source"


@pytest.mark.parametrize("kind", KINDS)
def test_the_schemas_of_the_repository_are_current(kind: str, shipped: Corpus) -> None:
    """`gapcheck schema --output schemas` in the repository writes them again."""
    committed = (REPOSITORY / "schemas" / f"{kind}.json").read_text("utf-8")
    assert committed == published(schema(kind, shipped.settings.vocabulary))


def test_the_repository_holds_no_other_schemas() -> None:
    assert {one.name for one in (REPOSITORY / "schemas").iterdir()} == {
        f"{kind}.json" for kind in KINDS
    }


@pytest.fixture
def call(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    def called(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["gapcheck", *words])
        code = run()
        said = capsys.readouterr()
        return code, said.out, said.err

    return called


def test_all_schemas_are_written_into_a_folder(
    study: Path, monkeypatch: pytest.MonkeyPatch, call: Callable[..., tuple[int, str, str]]
) -> None:
    monkeypatch.chdir(study)
    before = snapshot(study / "schemas")
    assert call("schema", "--output", "deep/schemas") == (
        0,
        "",
        f"Wrote {len(KINDS)} schemas in {Path('deep/schemas')}.\n",
    )
    assert snapshot(study / "deep/schemas") == before
    settings = study / "gapcheck.yaml"
    settings.write_text(settings.read_text("utf-8") + "sectors: {fire: Fire}\n", "utf-8")
    assert call("schema", "--output", "schemas")[0] == 0
    after = snapshot(study / "schemas")
    assert after != before
    assert b'"fire"' in (after["source.json"] or b"")


def test_all_schemas_need_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Callable[..., tuple[int, str, str]]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("mine")
    for words in ((), ("--output", "file")):
        code, out, err = call("schema", *words)
        assert (code, out) == (2, "")
        assert err.startswith("Say which kind: study, policy,")
    code, out, err = call("schema", "--output", "file/below")
    assert (code, out) == (2, "")
    assert "could not be made" in err
    assert snapshot(tmp_path) == {"file": b"mine"}
