"""A second coder's file: codes alone, under the ids of excerpts."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from gapcheck.amend.change import Change
from gapcheck.amend.marks import restored
from gapcheck.amend.run import Amended, amended
from gapcheck.amend.sheets import first_codes
from gapcheck.model.choices import Basis, Stance

from .sheets import HEAD, change, code, sheet, told, wrote
from .test_round_trip import check_code, listed, many, new_codes
from .typist import TypedCodes, typed_codings

TOP = "source: s1\ncoder: cd\n"
SEATS = code("seats", Stance.PARTLY)
LIKE = HEAD + "  - id: x1\n    text: a\n    codes: {guidance/a: absent}\n"


def test_the_first_code_of_all() -> None:
    new = first_codes("s1", "cd").decode()
    assert wrote(new, change(SEATS), second=True) == (
        TOP + "codes:\n  x1:\n    - {imperative: seats, stance: partly}\n"
    )
    assert wrote(new, change(speaks_to_none=True), second=True) == TOP + "codes:\n  x1: []\n"
    both = wrote(new, change(SEATS), change(SEATS, to="010"), second=True)
    assert both == (
        TOP + "codes:\n  x1:\n    - {imperative: seats, stance: partly}\n"
        '  "010":\n    - {imperative: seats, stance: partly}\n'
    )


def test_the_source_tells_how_a_new_file_is_typed() -> None:
    found = amended(
        sheet(first_codes("s1", "cd"), second=True, like=LIKE.encode()), [change(SEATS)]
    )
    assert told(found) == TOP + "codes:\n  x1: {guidance/seats: partly}\n"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("codes: {}  # c\n", "codes:  # c\n  x1:\n    - {imperative: seats, stance: partly}\n"),
        ("codes: {\n  }\n", "codes: {\n  x1: [{imperative: seats, stance: partly}]}\n"),
        ("codes: {x1: []}", "codes: {x1: [{imperative: seats, stance: partly}]}"),
        ("codes: {x0: []}", "codes: {x0: [], x1: [{imperative: seats, stance: partly}]}"),
        ("codes: {x0: {a: absent}}\n", "codes: {x0: {a: absent}, x1: {seats: partly}}\n"),
        ("codes: {x1: {a: absent}}\n", "codes: {x1: {a: absent, seats: partly}}\n"),
        (
            "codes:\n    x0: []  # c\n\n# d\n",
            "codes:\n    x0: []  # c\n    x1:\n      - {imperative: seats, stance: partly}\n"
            "\n# d\n",
        ),
        (
            "codes:\n  x0:\n  - {imperative: a, stance: absent}\n  x1: []",
            "codes:\n  x0:\n  - {imperative: a, stance: absent}\n  x1:\n"
            "  - {imperative: seats, stance: partly}",
        ),
    ],
)
def test_a_code_joins_what_is_there(typed: str, written: str) -> None:
    assert wrote(TOP + typed, change(SEATS), second=True) == TOP + written


def test_more_of_a_code_and_another_stance() -> None:
    typed = TOP + "codes:\n  x1: {seats: happens, a: absent}\n"
    more = code("b", basis=Basis.CLAIM)
    assert wrote(typed, change(SEATS, more, replace=True), second=True) == (
        TOP + "codes:\n  x1:\n    - {imperative: seats, stance: partly}\n"
        "    - {imperative: a, stance: absent}\n"
        "    - {imperative: b, stance: happens, basis: claim}\n"
    )


@pytest.mark.parametrize(
    ("typed", "asked", "said"),
    [
        (
            "codes: {}\n",
            change(SEATS, memo="m"),
            "unfit: A second coder's file holds codes alone "
            "| Notes on an excerpt go into the source itself.",
        ),
        (
            "",
            change(SEATS),
            "errors: file.yaml has no codes to add to | `codes:` holds codes by the excerpt's id.",
        ),
        (
            "codes: {x1: {seats: partly}}\n",
            change(SEATS),
            "coded: x1 is coded for guidance/seats already "
            "| To change that code, say so: `--replace`. [3:14]",
        ),
        (
            "codes: {x1: {seats: denies}}\n",
            change(SEATS),
            "errors: What would be added to has errors: `denies` is no stance "
            "| `gapcheck check` shows them. [3:21]",
        ),
        (
            "codes: {x1: []}\n",
            change(speaks_to_none=True),
            "there-already: x1 is marked so already |  [3:9]",
        ),
    ],
)
def test_what_does_not_fit(typed: str, asked: Change, said: str) -> None:
    assert wrote(TOP + typed, asked, second=True) == said


def table(value: Any) -> Any:
    """All codes in long form."""
    return {name: listed(codes) for name, codes in copy.deepcopy(value)["codes"].items()}


@given(typed_codings(), st.data())
@many
def test_whatever_the_file_looks_like(typed: TypedCodes, data: st.DataObject) -> None:
    whole = sheet(typed.data, second=True)
    assume(not whole.read(typed.data)[1].troubles)
    before = yaml.load(typed.text, yaml.CBaseLoader)
    name, new = data.draw(st.sampled_from(("x1", "b.2", "q_7"))), data.draw(new_codes())
    found = amended(whole, [Change(name, (new,))])
    assert isinstance(found, Amended), found
    after = yaml.load(found.text, yaml.CBaseLoader)
    codes, expected = table(after), table(before)
    check_code(codes[name].pop(), new)
    expected.setdefault(name, [])
    assert codes == expected
    assert {**after, "codes": 0} == {**before, "codes": 0}
    assert restored(found.text, found.marks) == typed.text
    assert found.new.startswith(b"\xef\xbb\xbf") == typed.mark
    # Nothing is gone but the form of the codes themselves, or of a table that was empty.
    gone = "".join(mark.gone for mark in found.marks)
    assert not before["codes"] or set(gone) <= set(typed.codes.get(name, "") + " []{}")
