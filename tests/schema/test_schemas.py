"""The published schemas: valid themselves, and one with what the loader does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it has no stubs
import pytest
import yaml
from source.reading import SOURCE, formats, read

from gapcheck.model.settings import SECTORS, Vocabulary
from gapcheck.schema.kinds import KINDS, schema

ROOT = Path(__file__).parents[2]
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def parts(node: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a schema."""
    if isinstance(node, dict):
        yield node
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from parts(part)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_valid(kind: str) -> None:
    published = schema(kind, Vocabulary())
    assert (published["$schema"], published["title"]) == (DRAFT, published["title"])
    jsonschema.Draft202012Validator.check_schema(published)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_unknown_is_ever_accepted(kind: str) -> None:
    records = [one for one in parts(schema(kind, Vocabulary())) if "properties" in one]
    for one in records:
        if one.get("type") == "object":
            assert one["additionalProperties"] is False
            assert set(one["required"]) <= set(one["properties"])
    assert records or kind == "signoff"


@pytest.mark.parametrize("kind", KINDS)
def test_every_free_text_may_not_be_empty(kind: str) -> None:
    for one in parts(schema(kind, Vocabulary())):
        if one.get("type") == "string" and len(one) > 1:  # alone it stands behind an `if`
            assert {"minLength", "enum", "pattern"} & one.keys(), one


def test_a_studys_own_words_are_in_its_schemas() -> None:
    own = Vocabulary(sectors={**SECTORS, "fire": "Fire"}, tiers={"regional": "Region"})
    assert "fire" in str(schema("source", own)["properties"]["author"]["enum"])
    assert list(schema("partnership", own)["properties"]["members"]["properties"])[-1] == "fire"
    jsonschema.Draft202012Validator.check_schema(schema("source", own))


def kind_of(path: Path) -> str:
    """The kind of a file of the shipped study, by where it lies."""
    if path.parts[0] == "policies":
        return "policy"
    known = {"gapcheck": "study", "lsp": "partnership", "signoff": "signoff"}
    return known.get(path.stem, "codes" if "." in path.stem else "source")


SHIPPED = sorted(
    path.relative_to(ROOT)
    for pattern in ("gapcheck.yaml", "policies/**/*.yaml", "evidence/**/*.yaml")
    for path in ROOT.glob(pattern)
)


def vocabulary() -> Vocabulary:
    """The shipped study's own sectors, over those that are known."""
    held = yaml.load((ROOT / "gapcheck.yaml").read_text("utf-8"), yaml.BaseLoader)
    return Vocabulary(sectors={**SECTORS, **held["sectors"]})


class TextLoader(yaml.SafeLoader):
    """YAML in which only what the format calls numbers and truth is not text."""


TextLoader.yaml_implicit_resolvers = {}


def as_others_read(typed: str, kind: str) -> object:
    """A file as another program would read it: text, but where the schema wants no text."""
    return _typed(yaml.load(typed, TextLoader), schema(kind, vocabulary()))


def _typed(value: Any, node: dict[str, Any]) -> Any:
    wanted = node.get("type", ())
    if isinstance(value, dict):
        known = node.get("properties", {})
        other = node.get("additionalProperties") or {}
        return {key: _typed(one, known.get(key, other)) for key, one in value.items()}
    if isinstance(value, list):
        return [_typed(one, node.get("items", {})) for one in value]
    if "string" in wanted or not wanted:
        return value
    return {"true": True, "false": False}.get(value) if wanted == "boolean" else float(value)


@pytest.mark.parametrize("path", SHIPPED, ids=str)
def test_the_shipped_study_is_valid_for_any_validator(path: Path) -> None:
    kind = kind_of(path)
    value = as_others_read((ROOT / path).read_text("utf-8"), kind)
    validator = jsonschema.Draft202012Validator(schema(kind, vocabulary()))
    assert [error.message for error in validator.iter_errors(value)] == []


FRAGMENTS: list[tuple[str, Any]] = [
    ("source", "int"),
    ("source", "Int"),
    ("kind", "interview"),
    ("kind", "survey"),
    ("kind", "minutes"),
    ("kind", "party"),
    ("date", "2004-05"),
    ("date", "May"),
    ("speaker", {"id": "P1", "sector": "vcs", "role": "a"}),
    ("speaker", {"id": "P1", "sector": "vcs"}),
    ("speakers", [{"id": "P1", "sector": "vcs", "role": "a"}]),
    ("speakers", []),
    ("author", "council"),
    ("respondents", "vcs"),
    ("of", 3),
    ("of", 0),
    ("consent", {}),
    ("consent", "v2"),
    ("consent", {"quote": "named"}),
    ("consent", {"quote": True}),
    ("excerpts", []),
    ("excerpts", [{"id": "x1", "text": "a", "codes": {"a": "partly"}}]),
    ("excerpts", [{"id": "x1", "text": "a", "codes": [{"imperative": "a", "stance": "absent"}]}]),
    ("excerpts", [{"id": "x1", "text": "a", "codes": [{"imperative": "a"}]}]),
    ("memo", "a"),
    ("extra", "a"),
]


@pytest.mark.parametrize(("key", "value"), FRAGMENTS, ids=str)
def test_the_loader_accepts_what_the_schema_accepts(key: str, value: Any) -> None:
    """Dates apart, whose days only the loader counts."""
    sound = yaml.load(SOURCE, yaml.BaseLoader)
    validator = jsonschema.Draft202012Validator(schema("source", Vocabulary()))
    for changes in ({}, {"kind": "minutes"}, {"kind": "survey", "respondents": "vcs"}):
        changed = {**sound, "consent": {}, "excerpts": [], **changes, key: value}
        typed = yaml.dump(changed, sort_keys=False, width=1000)
        assert (read(typed).troubles == []) is validator.is_valid(changed)


def test_every_kind_is_made_ready() -> None:
    assert formats().keys() == KINDS.keys()
