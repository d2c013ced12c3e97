"""Whatever a source looks like: after a change it holds that too, and every other byte is there.

What a file holds is read here by PyYAML's own loader, which knows nothing of gapcheck.
"""

from __future__ import annotations

import copy
import os
from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gapcheck.amend.change import Change, NewCode
from gapcheck.amend.marks import restored
from gapcheck.amend.run import Amended, amended
from gapcheck.model.choices import Basis, Rung, Stance

from .sheets import sheet
from .typist import Typed, typed_sources

many = settings(max_examples=int(os.environ.get("GAPCHECK_EXAMPLES", "100")), deadline=None)
"""More of them now and then: `GAPCHECK_EXAMPLES=20000 pytest tests/amend/test_round_trip.py`."""

MEMOS = (
    'He said: "no" - #1',
    "- a\n  b: [c]\n\nd",
    "a  b " * 30,
    "é",
    " x:",
    "--- |",
    "word " * 40,
)


@st.composite
def new_codes(draw: st.DrawFn, name: str = "") -> NewCode:
    short = name or draw(st.sampled_from(("new-one", "2001", "on", "seats_x")))
    return NewCode(
        f"policy-9/{short}",
        draw(st.sampled_from((short, ""))),
        draw(st.sampled_from(Stance)),
        basis=draw(st.sampled_from((None, None, None, Basis.HEARSAY))),
        rung=draw(st.sampled_from((None, None, None, Rung.ADOPTED))),
        indicator=draw(st.sampled_from((None, None, None, "vote"))),
        memo=draw(st.sampled_from((None, None, None, *MEMOS))),
    )


def read(typed: Typed) -> Any:
    """A source by another reader; only such as gapcheck finds sound are of interest."""
    document = sheet(typed.data).read(typed.data)[1]
    assume(not document.troubles)
    return yaml.load(typed.text, yaml.CBaseLoader)


def loaded(data: bytes) -> Any:
    return yaml.load(data.decode().removeprefix("\ufeff"), yaml.CBaseLoader)


def listed(codes: Any) -> Any:
    """Codes in long form."""
    if not isinstance(codes, dict):
        return codes
    return [{"imperative": name, "stance": stance} for name, stance in codes.items()]


def told(value: Any, typed: Typed) -> Any:
    """A value that can be compared: all codes in long form, and of the last words no last break.

    A file without a last break gets one in its middle where something is added below.
    """
    value = copy.deepcopy(value)
    for one in value["excerpts"]:
        if "codes" in one:
            one["codes"] = listed(one["codes"])
        if not typed.text.endswith(("\n", "\r")):
            one.update({key: one[key].rstrip("\n") for key in ("text", "memo") if key in one})
    return value


def excerpt(value: Any, name: str) -> Any:
    return next(one for one in value["excerpts"] if one["id"] == name)


def check_bytes(typed: Typed, found: Amended, name: str) -> None:
    """Nothing is gone but the form of the excerpt's own codes."""
    assert found.old == typed.data
    assert found.new.startswith(b"\xef\xbb\xbf") == typed.mark
    assert restored(found.text, found.marks) == typed.text
    moved = 0
    for mark in found.marks:
        start = mark.start - moved
        if mark.gone:
            first, last = typed.codes[name]
            assert first <= start + len(mark.gone) - len(mark.gone.lstrip(" \t"))
            assert start + len(mark.gone) <= last
        moved += mark.end - mark.start - len(mark.gone)
    breaks = {sign for sign in ("\r\n", "\r", "\n") if sign in typed.text}
    if breaks == {"\r\n"}:
        assert found.text.count("\n") == found.text.count("\r") == found.text.count("\r\n")
    elif breaks == {"\n"}:
        assert "\r" not in found.text


def check_code(got: dict[str, Any], code: NewCode) -> None:
    """A code as it was read is the one that was added, under one of its names."""
    assert got["imperative"] in code.names
    wanted = code.fields(full=got["imperative"] == code.imperative)
    # Words under a sign end with a break, which gapcheck takes off.
    assert {key: value.rstrip("\n") for key, value in got.items()} == wanted


def check_added(typed: Typed, before: Any, found: Amended, name: str, code: NewCode) -> None:
    """What is there is what was there before, and the code last of all codes of the excerpt."""
    after = told(loaded(found.new), typed)
    check_code(excerpt(after, name)["codes"].pop(), code)
    expected = told(before, typed)
    excerpt(expected, name).setdefault("codes", [])
    assert after == expected
    check_bytes(typed, found, name)


@given(typed_sources(), st.data())
@many
def test_adding_a_code(typed: Typed, data: st.DataObject) -> None:
    before = read(typed)
    name, code = data.draw(st.sampled_from(typed.ids)), data.draw(new_codes())
    found = amended(sheet(typed.data), [Change(name, (code,))])
    assert isinstance(found, Amended), found
    check_added(typed, before, found, name, code)


@given(typed_sources(), st.data())
@many
def test_adding_a_code_where_libyaml_is_missing(typed: Typed, data: st.DataObject) -> None:
    before = read(typed)
    name, code = data.draw(st.sampled_from(typed.ids)), data.draw(new_codes())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        read(typed)  # it takes a few tabs for mistakes that libyaml lets pass
        slowly = amended(sheet(typed.data), [Change(name, (code,))])
    assert isinstance(slowly, Amended), slowly
    check_added(typed, before, slowly, name, code)
    quickly = amended(sheet(typed.data), [Change(name, (code,))])
    assert quickly == slowly


@given(typed_sources(), st.data())
@many
def test_coding_a_source_from_start_to_end(typed: Typed, data: st.DataObject) -> None:
    """Every excerpt gets two codes, words and a memo: in one go, or one after the other."""
    before = read(typed)
    changes = []
    for name in typed.ids:
        codes = (data.draw(new_codes("first")), data.draw(new_codes("second")))
        memo = None if "memo" in excerpt(before, name) else data.draw(st.sampled_from(MEMOS))
        words, tensions = ("nobody came", 'b: "c"'), ("local-strategic",)
        changes.append(
            Change(name, codes, themes=words, barriers=words, tensions=tensions, memo=memo)
        )
    found = amended(sheet(typed.data), changes)
    assert isinstance(found, Amended), found
    data_now = typed.data
    for one in changes:
        step = amended(sheet(data_now), [one])
        assert isinstance(step, Amended), step
        data_now = step.new
    assert data_now == found.new
    after, expected = told(loaded(found.new), typed), told(before, typed)
    for change in changes:
        got, held = excerpt(after, change.excerpt), excerpt(expected, change.excerpt)
        for code in reversed(change.codes):
            check_code(got["codes"].pop(), code)
        held.setdefault("codes", [])
        for key in ("themes", "barriers", "tensions"):
            held[key] = [*held.get(key, ()), *change.words(key)]
        if change.memo:
            held["memo"] = change.memo.strip()
            got["memo"] = got["memo"].rstrip("\n")
    assert after == expected
    assert restored(found.text, found.marks) == typed.text


@given(typed_sources(), st.data())
@many
def test_speaking_to_none(typed: Typed, data: st.DataObject) -> None:
    before = read(typed)
    free = [name for name in typed.ids if "codes" not in excerpt(before, name)]
    assume(free)
    name = data.draw(st.sampled_from(free))
    found = amended(sheet(typed.data), [Change(name, speaks_to_none=True)])
    assert isinstance(found, Amended), found
    expected = told(before, typed)
    excerpt(expected, name)["codes"] = []
    assert told(loaded(found.new), typed) == expected
    check_bytes(typed, found, name)


@given(typed_sources(), st.data())
@many
def test_replacing_a_code(typed: Typed, data: st.DataObject) -> None:
    before = read(typed)
    coded = [name for name in typed.ids if excerpt(before, name).get("codes")]
    assume(coded)
    name = data.draw(st.sampled_from(coded))
    expected = told(before, typed)
    held = excerpt(expected, name)["codes"]
    old = data.draw(st.sampled_from(held))
    full = old["imperative"] if "/" in old["imperative"] else f"policy-9/{old['imperative']}"
    new = replace(data.draw(new_codes()), imperative=full, short=full.partition("/")[2])
    found = amended(sheet(typed.data), [Change(name, (new,), replace=True)])
    assert isinstance(found, Amended), found
    after = told(loaded(found.new), typed)
    got = next(one for one in excerpt(after, name)["codes"] if one["imperative"] in new.names)
    got.update({key: value.rstrip("\n") for key, value in got.items()})
    old.update({**new.fields(full=True), "imperative": old["imperative"]})
    assert after == expected
    check_bytes(typed, found, name)


@given(typed_sources(), st.data())
@many
def test_replacing_a_memo(typed: Typed, data: st.DataObject) -> None:
    before = read(typed)
    noted = [name for name in typed.ids if "memo" in excerpt(before, name)]
    assume(noted)
    name, memo = data.draw(st.sampled_from(noted)), data.draw(st.sampled_from(MEMOS))
    found = amended(sheet(typed.data), [Change(name, memo=memo, replace=True)])
    assert isinstance(found, Amended), found
    after, expected = told(loaded(found.new), typed), told(before, typed)
    assert excerpt(after, name).pop("memo").rstrip("\n") == memo.strip()
    excerpt(expected, name).pop("memo")
    assert after == expected
    assert restored(found.text, found.marks) == typed.text
