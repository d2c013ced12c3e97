"""What is shown of a change: the lines that were added, and nobody's words."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gapcheck.amend.change import Change
from gapcheck.amend.difference import hunks
from gapcheck.amend.run import Amended, amended
from gapcheck.model.choices import Basis, Stance

from .sheets import HEAD, change, code, sheet
from .test_round_trip import many, new_codes
from .typist import Typed, typed_sources

SEATS = code("seats", Stance.PARTLY)


def shown(typed: str, asked: Change) -> str:
    """The hunks, each line with its number."""
    found = amended(sheet(HEAD + typed), [asked])
    assert isinstance(found, Amended), found
    lines = [
        f"{hunk.line + number} {line}"
        for hunk in hunks(found)
        for number, line in enumerate(hunk.lines)
    ]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("typed", "asked", "lines"),
    [
        (
            "  - id: x1\n    text: Words.\n    cleared: true\n",
            change(SEATS, memo="a\n\nb"),
            "9     codes:\n10       - {imperative: seats, stance: partly}\n"
            "11     memo: |\n12       a\n13 \n14       b",
        ),
        (
            "  - id: x1\n    text: Words.",
            change(SEATS),
            "9     codes:\n10       - {imperative: seats, stance: partly}",
        ),
        (
            "  - {id: x1, text: Words., memo: b}  # Words\n",
            change(SEATS),
            "7   - …, codes: [{imperative: seats, stance: partly}]…",
        ),
        (
            "  - id: x1\n    text: Words.\n    codes: []  # Words\n",
            change(SEATS),
            "9     codes:  …\n10       - {imperative: seats, stance: partly}",
        ),
        (
            "  - id: x1\n    text: Words.\n    codes: {a: absent}  # Words\n",
            change(code("seats", basis=Basis.CLAIM)),
            "9     codes:  …\n10       - {imperative: a, stance: absent}\n"
            "11       - {imperative: seats, stance: happens, basis: claim}",
        ),
        (
            "  - id: x1\n    text: Words.\n    codes: [\n"
            "      {imperative: a, stance: absent}  # W\n    ]\n",
            change(SEATS),
            "11       {imperative: seats, stance: partly}",
        ),
        (
            "  - id: x1\n    text: Words.\n    barriers: [b] # Words\n    memo: Words\n",
            change(barriers=("c",)),
            "9     barriers: …, c…",
        ),
        (
            "  - id: x1\n    text: Words.\n    codes:\n      - imperative: seats\n"
            "        stance: absent\n",
            change(SEATS, replace=True),
            "11         stance: partly",
        ),
    ],
)
def test_what_is_shown(typed: str, asked: Change, lines: str) -> None:
    assert shown(typed, asked) == lines


@given(typed_sources(), st.data())
@many
def test_no_words_that_were_there_are_shown(typed: Typed, data: st.DataObject) -> None:
    text = typed.text.replace("board", "Qsecret").replace("papers", "Qsecret")
    whole = sheet(text)
    assume(not whole.read(whole.data)[1].troubles)
    new = data.draw(new_codes())
    found = amended(whole, [Change(data.draw(st.sampled_from(typed.ids)), (new,))])
    assert isinstance(found, Amended), found
    lines = [line for hunk in hunks(found) for line in hunk.lines]
    assert any(str(new.stance) in line for line in lines)
    assert not [line for line in lines if "Qsecret" in line]
    numbers = [hunk.line for hunk in hunks(found)]
    assert numbers == sorted(numbers)
