"""Words and memos on an excerpt."""

from __future__ import annotations

import pytest

from gapcheck.amend.change import Change
from gapcheck.model.choices import Stance

from .sheets import change, code, wrote


def one(*lines: str) -> str:
    return "".join(f"{line}\n" for line in ("  - id: x1", "    text: Words.", *lines))


@pytest.mark.parametrize(
    ("memo", "lines"),
    [
        ("Asked twice; same answer.", [">", "  Asked twice; same answer."]),
        ('"no": [laughs] - #1', [">", '  "no": [laughs] - #1']),
        ("  - one\r\n- two  \n\nthree\n", ["|", "  - one", "  - two", "", "  three"]),
        ("a  b", [">", "  a  b"]),
        ("a\n\n  b", ["|", "  a", "", "    b"]),
        ("word " * 40, [">", *(f"  {' '.join(['word'] * n)}" for n in (18, 18, 4))]),
    ],
)
def test_a_memo_stands_under_a_sign(memo: str, lines: list[str]) -> None:
    first, *rest = lines
    written = [f"    memo: {first}", *(f"    {line}" if line else "" for line in rest)]
    assert wrote(one("    cleared: true"), change(memo=memo)) == one(*written, "    cleared: true")


@pytest.mark.parametrize(
    ("memo", "typed"),
    [
        ("no", '"no"'),
        ("so it is", '"so it is"'),
        ('"no": #1', "'\"no\": #1'"),
        ("a\nb\t'c' \\", "\"a\\nb\\t'c' \\\\\""),
    ],
)
def test_between_braces_a_memo_is_quoted(memo: str, typed: str) -> None:
    written = f"  - {{id: x1, text: a, memo: {typed}}}\n"
    assert wrote("  - {id: x1, text: a}\n", change(memo=memo)) == written


def test_a_memo_is_quoted_where_blanks_below_would_belong_to_it() -> None:
    typed = one() + " " * 12 + "\n"
    assert wrote(typed, change(memo="a b")) == one('    memo: "a b"') + " " * 12 + "\n"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("barriers: []", 'barriers: [capacity, "a: b"]'),
        ("barriers: [ ]  # c", 'barriers: [capacity, "a: b"]  # c'),
        ("barriers: [\n      # c\n    ]", 'barriers: [\n      # c\n    capacity, "a: b"]'),
        ("barriers: [x]", 'barriers: [x, capacity, "a: b"]'),
        ("barriers: [x, ]", 'barriers: [x, capacity, "a: b", ]'),
        (
            "barriers: [\n      x  # c\n    ]",
            'barriers: [\n      x,  # c\n      capacity,\n      "a: b"\n    ]',
        ),
        ("barriers:\n    - x # c", 'barriers:\n    - x # c\n    - capacity\n    - "a: b"'),
        (
            "barriers:\n       - 'x'\n    # c",
            "barriers:\n       - 'x'\n       - capacity\n       - \"a: b\"\n    # c",
        ),
    ],
)
def test_words_join_a_list(typed: str, written: str) -> None:
    new = change(barriers=("capacity", " a:  b "))
    assert wrote(one(f"    {typed}", "    memo: x"), new) == one(f"    {written}", "    memo: x")


def test_new_keys_stand_where_the_format_has_them() -> None:
    typed = one("    enablers: [y]", "    cmo: {context: c}")
    new = change(
        code("seats"), themes=("t",), barriers=("b",), tensions=("local-strategic",), memo="m"
    )
    assert wrote(typed, new) == one(
        "    codes:",
        "      - {imperative: seats, stance: happens}",
        "    themes: [t]",
        "    barriers: [b]",
        "    enablers: [y]",
        "    tensions: [local-strategic]",
        "    cmo: {context: c}",
        "    memo: >",
        "      m",
    )


# Replacing.

NEW = code("seats", Stance.ABSENT)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("codes: {seats: partly, b: partly}  # c", "codes: {seats: absent, b: partly}  # c"),
        (
            "codes:\n      'guidance/seats': \"partly\"  # c",
            "codes:\n      'guidance/seats': absent  # c",
        ),
        (
            "codes: [{imperative: seats, basis: claim, stance: 'partly', memo: m}]",
            "codes: [{imperative: seats, basis: claim, stance: absent, memo: m}]",
        ),
        (
            "codes:\n    -  imperative: seats\n       stance: partly  # c\n       rung: adopted",
            "codes:\n    -  imperative: seats\n       stance: absent  # c\n       rung: adopted",
        ),
        (
            "codes:\n      - {imperative: seats, share: {met: 1, of: 2}, memo: m}",
            "codes:\n      - {imperative: seats, stance: absent, memo: m}",
        ),
    ],
)
def test_another_stance(typed: str, written: str) -> None:
    assert wrote(one(f"    {typed}"), change(NEW, replace=True)) == one(f"    {written}")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (
            "codes: {b: partly, seats: partly}",
            [
                "codes:",
                "  - {imperative: b, stance: partly}",
                '  - {imperative: seats, stance: partly, indicator: vote, memo: "m"}',
            ],
        ),
        (
            "codes:\n      - {imperative: seats, stance: partly, memo: old}",
            [
                "codes:",
                '  - {imperative: seats, stance: partly, indicator: vote, memo: "m"}',
            ],
        ),
        (
            "codes:\n     - imperative: seats\n       stance: partly\n"
            "       memo: |+\n        o\n\n",
            [
                "codes:",
                " - imperative: seats",
                "   stance: partly",
                "   indicator: vote",
                "   memo: >",
                "     m",
            ],
        ),
        (
            "codes:\n      - imperative: seats\n        stance: partly\n        memo: old  ",
            [
                "codes:",
                "  - imperative: seats",
                "    stance: partly",
                "    indicator: vote",
                '    memo: "m"  ',
            ],
        ),
    ],
)
def test_more_is_said_of_a_code_and_the_rest_stays(typed: str, written: list[str]) -> None:
    more = code("seats", None, indicator="vote", memo="m")
    expected = one(*(f"    {line}" for line in written))
    assert (
        wrote(one(f"    {typed}").replace("\n\n\n", "\n\n"), change(more, replace=True)) == expected
    )


def test_what_is_not_there_yet_is_added_while_the_rest_is_replaced() -> None:
    typed = one("    codes: {seats: partly}", "    memo: 'old'  # c")
    new = Change("x1", (NEW, code("votes", memo="m")), memo="new", replace=True)
    assert wrote(typed, new) == one(
        "    codes:",
        "      - {imperative: seats, stance: absent}",
        '      - {imperative: votes, stance: happens, memo: "m"}',
        '    memo: "new"  # c',
    )


def test_another_memo() -> None:
    assert wrote(
        one("    memo: >-", "        o", "        ld", ""), change(memo="a\nb", replace=True)
    ) == one("    memo: |", "      a", "      b", "")
