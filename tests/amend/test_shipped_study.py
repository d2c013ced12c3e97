"""Every excerpt of the study that comes along is coded in every way, and nothing else changes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from gapcheck.amend.change import Change
from gapcheck.amend.marks import restored
from gapcheck.amend.run import Amended, amended
from gapcheck.amend.sheets import Sheet
from gapcheck.analysis import examine
from gapcheck.model.choices import Basis, Rung, Stance
from gapcheck.schema.kinds import schema
from gapcheck.source.validate import Format

from .sheets import change, code
from .test_round_trip import listed

SHIPPED = Path(__file__).parents[2]
NOT_SOURCES = ("lsp", "signoff")
FILES = sorted(path for path in SHIPPED.glob("evidence/*/*.yaml") if path.stem not in NOT_SOURCES)
MEMO = 'He said: "no" - [laughs] #1'
WAYS = {
    "plain": (code("new-one"),),
    "more": (code("new-one", Stance.ABSENT, basis=Basis.CLAIM, rung=Rung.ADOPTED),),
    "noted": (code("new-one", memo=MEMO), code("other-one", memo="word " * 40)),
}


@cache
def form(second: bool) -> Format:
    words = examine(SHIPPED)[0].settings.vocabulary
    return Format(schema("codes" if second else "source", words))


def ids(data: bytes, *, second: bool) -> list[str]:
    held = yaml.load(data, yaml.CBaseLoader)
    return list(held["codes"]) if second else [one["id"] for one in held["excerpts"]]


def test_there_are_many_files() -> None:
    assert len(FILES) > 90


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_excerpt_in_every_way(path: Path) -> None:
    data = path.read_bytes()
    second = "codes" in yaml.load(data, yaml.CBaseLoader)
    sheet = Sheet(path.name, data, form(second), second)
    names = ids(data, second=second)
    for way in WAYS.values():
        for name in names:
            _check(sheet, Change(name, way), name)
    changes = [change(*WAYS["noted"], to=name) for name in names]
    if not second:
        words = ("a: b", "nobody came here")
        noted = {"themes": words, "barriers": words, "memo": MEMO, "replace": True}
        changes += [change(to=name, **noted) for name in names]
    if changes:
        found = amended(sheet, changes)
        assert isinstance(found, Amended)
        assert restored(found.text, found.marks).encode() == data


def _check(sheet: Sheet, asked: Change, name: str) -> None:
    found = amended(sheet, [asked])
    assert isinstance(found, Amended), found
    assert restored(found.text, found.marks).encode() == sheet.data
    assert not any(mark.gone.strip(" []{}") for mark in found.marks)
    before = yaml.load(sheet.data, yaml.CBaseLoader)
    after = yaml.load(found.new, yaml.CBaseLoader)
    count = len(asked.codes)
    held, now = (_codes(one, name, second=sheet.second) for one in (before, after))
    assert [one["imperative"].rpartition("/")[2] for one in now[-count:]] == [
        one.short for one in asked.codes
    ]
    assert now[:-count] == held
    for value in (before, after):
        _drop(value, name, second=sheet.second)
    assert before == after


def _codes(value: Any, name: str, *, second: bool) -> Any:
    if second:
        return listed(value["codes"].get(name) or [])
    table = {one["id"]: one.get("codes") for one in value["excerpts"]}
    return listed(table.get(name) or [])


def _drop(value: Any, name: str, *, second: bool) -> None:
    if second:
        value["codes"].pop(name)
        return
    for one in value["excerpts"]:
        if one["id"] == name:
            one.pop("codes", None)
