"""What coders agreed on: a mark with who and when, put on a code in any of the ways of typing."""

from __future__ import annotations

import pytest

from gapcheck.amend.change import Agreed, Change, NewCode
from gapcheck.model.choices import Stance

from .sheets import change, code, wrote

RS = Agreed("rs and pq", "2026-11-24")
ONE = "  - id: x1\n    text: Words.\n"
MARK = "agreed: {by: rs and pq, on: 2026-11-24}"


def settled(stance: Stance | None = None, agreed: Agreed = RS, **more: object) -> Change:
    added = code("seats", stance, agreed=agreed, **more)
    return change(added, replace=True)


@pytest.mark.parametrize(
    ("typed", "made", "becomes"),
    [
        # As it stands.
        (
            "    codes:\n      - {imperative: seats, stance: partly}  # mine\n",
            settled(),
            f"    codes:\n      - {{imperative: seats, stance: partly, {MARK}}}  # mine\n",
        ),
        # With the stance of somebody else; the memo stays.
        (
            "    codes:\n      - imperative: seats\n        stance: partly\n        memo: m\n",
            settled(Stance.ABSENT),
            "    codes:\n      - imperative: seats\n        stance: absent\n        memo: m\n"
            f"        {MARK}\n",
        ),
        # The short form has no room for it.
        (
            "    codes: {seats: partly, votes: absent}\n",
            settled(Stance.ABSENT),
            f"    codes:\n      - {{imperative: seats, stance: absent, {MARK}}}\n"
            "      - {imperative: votes, stance: absent}\n",
        ),
        (
            "    codes:\n      seats: partly\n",
            settled(),
            f"    codes:\n      - {{imperative: seats, stance: partly, {MARK}}}\n",
        ),
        # The own coder had no code on it.
        (
            "    codes: []\n",
            settled(Stance.HAPPENS),
            f"    codes:\n      - {{imperative: seats, stance: happens, {MARK}}}\n",
        ),
        (
            "    codes:\n      - {imperative: votes, stance: absent}\n",
            settled(Stance.HAPPENS, memo="Read twice."),
            "    codes:\n      - {imperative: votes, stance: absent}\n"
            "      - imperative: seats\n        stance: happens\n        memo: >\n"
            f"          Read twice.\n        {MARK}\n",
        ),
    ],
)
def test_it_is_typed_as_people_type_it(typed: str, made: Change, becomes: str) -> None:
    found = wrote(ONE + typed, made)
    assert found == ONE + becomes


def test_a_name_that_yaml_would_bend_is_quoted() -> None:
    odd = settled(agreed=Agreed(" no: #1 ", "2026-11-24"))
    found = wrote(f"{ONE}    codes: [{{imperative: seats, stance: partly}}]\n", odd)
    assert 'agreed: {by: "no: #1", on: 2026-11-24}}]' in found


@pytest.mark.parametrize(
    ("typed", "made", "said"),
    [
        ("    codes: []\n", settled(), "unfit: A code gives a stance, or a share | "),
        (
            "    codes: {seats: partly}\n",
            settled(agreed=Agreed(" ", "2026-11-24")),
            "unfit: Nobody is named who settled it | Say who: --agreed-by NAME.",
        ),
        (
            "    codes: {seats: partly}\n",
            change(NewCode("guidance/seats", "seats", agreed=RS)),
            "coded: x1 is coded for guidance/seats already | To change that code, say so:"
            " `--replace`. [9:13]",
        ),
        (
            f"    codes:\n      - {{imperative: seats, stance: partly, {MARK}}}\n",
            settled(Stance.ABSENT),
            "agreed: The code on guidance/seats was agreed on by two coders | Change it by hand,"
            " with whoever agreed. [10:9]",
        ),
    ],
)
def test_what_is_refused(typed: str, made: Change, said: str) -> None:
    assert wrote(ONE + typed, made) == said


def test_it_goes_into_the_source_alone() -> None:
    second = "source: s1\ncoder: cd\ncodes:\n  x1: {seats: partly}\n"
    assert wrote(second, settled(), second=True) == (
        "unfit: What coders agreed on goes into the source itself | The source's own codes decide"
        " the verdict: leave out --coder."
    )
