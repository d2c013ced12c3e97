"""Sources that nobody would type: whatever they are, nothing raises and nothing else changes."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from source.test_properties import SIGNS, YAMLISH

from gapcheck.amend.change import Change
from gapcheck.amend.difference import hunks
from gapcheck.amend.marks import restored
from gapcheck.amend.refusal import Reason, Refusal
from gapcheck.amend.run import Amended, amended

from .sheets import HEAD, change, code, sheet
from .test_round_trip import check_code, listed, many, new_codes
from .typist import Typed, typed_sources

BITS = (
    *SIGNS,
    "codes:",
    "- id: x1\n",
    "? ",
    "{}",
    "[]",
    "\t",
    "excerpts:",
    "text: ",
    "...\n",
    "\r",
)


@st.composite
def mutants(draw: st.DrawFn) -> str:
    """A source with a few characters gone, doubled or put in."""
    typed: Typed = draw(typed_sources())
    text = typed.text
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        end = min(len(text), at + draw(st.integers(0, 8)))
        text = text[:at] + draw(st.sampled_from((*BITS, text[at:end] * 2, ""))) + text[end:]
    return text


def drop(value: Any, name: str) -> tuple[Any, Any]:
    """The codes of an excerpt, in long form, and the rest."""
    held = [one for one in value["excerpts"] if isinstance(one, dict)]
    (one,) = [each for each in held if each.get("id") == name]
    return listed(one.pop("codes", None)), value


@given(mutants(), st.data())
@many
def test_a_mutant(text: str, data: st.DataObject) -> None:
    name, new = data.draw(st.sampled_from(("x1", "b.2", "q_7"))), data.draw(new_codes())
    found = amended(sheet(text), [Change(name, (new,))])
    if isinstance(found, Refusal):
        assert found.reason is not Reason.UNSAFE
        return
    assert restored(found.text, found.marks) == text.removeprefix("\ufeff")
    assert hunks(found)
    before, _ = drop(yaml.load(text, yaml.CBaseLoader), name)
    after, _ = drop(yaml.load(found.text, yaml.CBaseLoader), name)
    check_code(after.pop(), new)
    assert after == (before or [])


@given(YAMLISH)
@many
def test_anything_within_a_source(text: str) -> None:
    whole = HEAD + "  - id: x1\n    text: " + text
    for asked in (
        change(code("seats", memo="a: b")),
        change(speaks_to_none=True),
        change(memo="no", barriers=("a: b",)),
        change(code("a"), memo="no", replace=True),
    ):
        found = amended(sheet(whole), [asked])
        if isinstance(found, Amended):
            assert restored(found.text, found.marks) == whole.removeprefix("\ufeff")
            assert hunks(found)


@pytest.mark.parametrize("second", [True, False])
@given(st.binary() | YAMLISH.map(str.encode))
@many
def test_any_bytes(second: bool, data: bytes) -> None:
    found = amended(sheet(data, second=second), [change(code("seats"))])
    assert isinstance(found, Amended | Refusal)
