"""A code in each of the ways in which one can be typed: whole outputs."""

from __future__ import annotations

import pytest

from gapcheck.amend.change import NewCode
from gapcheck.amend.run import Amended, amended
from gapcheck.model.choices import Basis, Rung, Stance
from gapcheck.model.study import Share

from .sheets import HEAD, change, code, sheet, told, wrote

SEATS = code("seats", Stance.PARTLY)
FULL = code("seats", Stance.PARTLY, indicator="vote", basis=Basis.CLAIM, rung=Rung.ADOPTED)
NOTED = code("seats", Stance.PARTLY, memo='She said "no": [laughs] - twice #1')
MORE = "{imperative: seats, stance: partly, basis: claim, rung: adopted, indicator: vote}"
LONG = code("seats", Stance.PARTLY, memo="word " * 40)


def one(*lines: str) -> str:
    """An excerpt with these lines below its text."""
    return "".join(f"{line}\n" for line in ("  - id: x1", "    text: Words.", *lines))


@pytest.mark.parametrize(
    ("added", "lines"),
    [
        (SEATS, ["    codes:", "      - {imperative: seats, stance: partly}"]),
        (
            FULL,
            ["    codes:", f"      - {MORE}"],
        ),
        (
            NOTED,
            [
                "    codes:",
                "      - {imperative: seats, stance: partly, "
                "memo: 'She said \"no\": [laughs] - twice #1'}",
            ],
        ),
        (
            LONG,
            [
                "    codes:",
                "      - imperative: seats",
                "        stance: partly",
                "        memo: >",
                f"          {' '.join(['word'] * 17)}",
                f"          {' '.join(['word'] * 17)}",
                f"          {' '.join(['word'] * 6)}",
            ],
        ),
    ],
)
def test_the_first_code_of_a_file(added: NewCode, lines: list[str]) -> None:
    assert wrote(one(), change(added)) == one(*lines)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("codes: []", ["codes:", "  - {imperative: seats, stance: partly}"]),
        ("codes: {}  # c", ["codes:  # c", "  - {imperative: seats, stance: partly}"]),
        ('"codes" : [ ]\t', ['"codes" :\t', "  - {imperative: seats, stance: partly}"]),
        ("codes: [\n      ]", ["codes: [\n      {imperative: seats, stance: partly}]"]),
        ("codes: [ # c\n    ]", ["codes: [ # c\n    {imperative: seats, stance: partly}]"]),
        ("codes: { # c\n    }", ["codes: [ # c\n    {imperative: seats, stance: partly}]"]),
        ("codes:\n      []", ["codes:\n      [{imperative: seats, stance: partly}]"]),
        ("codes: {a: absent}", ["codes: {a: absent, seats: partly}"]),
        ("codes: { a: absent, }  # c", ["codes: { a: absent, seats: partly, }  # c"]),
        ("codes: {a: absent\n      }", ["codes: {a: absent, seats: partly\n      }"]),
        ("codes:\n      a: absent  # c", ["codes:\n      a: absent  # c\n      seats: partly"]),
        (
            "codes: [{imperative: a, stance: absent}]",
            ["codes: [{imperative: a, stance: absent}, {imperative: seats, stance: partly}]"],
        ),
        (
            "codes:\n    - {imperative: a, stance: absent}\n    # c",
            [
                "codes:",
                "- {imperative: a, stance: absent}",
                "- {imperative: seats, stance: partly}",
                "# c",
            ],
        ),
        (
            "codes:\n       -   stance: absent  # c\n           imperative: a",
            [
                "codes:",
                "   -   stance: absent  # c",
                "       imperative: a",
                "   -   imperative: seats",
                "       stance: partly",
            ],
        ),
        (
            "codes:\n      -\n        imperative: a\n        stance: absent",
            [
                "codes:\n      -\n        imperative: a\n        stance: absent",
                "  - imperative: seats",
                "    stance: partly",
            ],
        ),
    ],
)
def test_a_code_joins_what_is_there(typed: str, written: list[str]) -> None:
    before, after = one(f"    {typed}", "    memo: x"), [f"    {line}" for line in written]
    assert wrote(before, change(SEATS)) == one(*after, "    memo: x")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        # Commas at the end of lines; a comment stays beside its own code.
        (
            "[\n  {imperative: a, stance: absent}, # c\n  {imperative: b, stance: absent} # d\n]",
            "[\n  {imperative: a, stance: absent}, # c\n  {imperative: b, stance: absent}, # d\n"
            "  {imperative: seats, stance: partly}\n]",
        ),
        (
            "[\n  {imperative: a, stance: absent}, # c\n]",
            "[\n  {imperative: a, stance: absent}, # c\n  {imperative: seats, stance: partly},\n]",
        ),
        (
            "[{imperative: a, stance: absent},\n  {imperative: b, stance: absent}]",
            "[{imperative: a, stance: absent},\n  {imperative: b, stance: absent},\n"
            "  {imperative: seats, stance: partly}]",
        ),
        (
            "[\n  {imperative: a, stance: absent}\n  , {imperative: b, stance: absent}\n]",
            "[\n  {imperative: a, stance: absent}\n  , {imperative: b, stance: absent}, "
            "{imperative: seats, stance: partly}\n]",
        ),
        (
            "[\n  {imperative: a, stance: absent}, ]",
            "[\n  {imperative: a, stance: absent}, {imperative: seats, stance: partly}, ]",
        ),
        (
            "{\n  a: absent, b: absent\n}",
            "{\n  a: absent, b: absent, seats: partly\n}",
        ),
        (
            "{\n  a: absent,\n  b: absent  # c\n}",
            "{\n  a: absent,\n  b: absent,  # c\n  seats: partly\n}",
        ),
    ],
)
def test_a_code_on_a_line_of_its_own_between_brackets(typed: str, written: str) -> None:
    def within(value: str) -> str:
        return one("    codes: " + value.replace("\n", "\n      "))

    assert wrote(within(typed), change(SEATS)) == within(written)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (
            '    codes: {a: partly, "b" : absent}  # c',
            [
                "    codes:  # c",
                "      - {imperative: a, stance: partly}",
                '      - {imperative: "b" , stance: absent}',
                f"      - {MORE}",
            ],
        ),
        (
            "    codes:\n     a: partly # c\n\n     b:\n       'absent'",
            [
                "    codes:\n     - {imperative: a, stance: partly} # c\n",
                "     - {imperative: b, stance:\n       'absent'}",
                f"     - {MORE}",
            ],
        ),
    ],
)
def test_the_short_form_gives_way_where_more_is_to_be_said(typed: str, written: list[str]) -> None:
    assert wrote(one(typed), change(FULL)) == one(*written)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (
            "{? a: happens,? b: partly}",
            "[{imperative: a, stance: happens},{imperative: b, stance: partly}, ",
        ),
        ("{a: happens, ? b: partly}", "[{imperative: a, stance: happens}, {imperative: b, stance"),
    ],
)
def test_question_marks_before_keys_of_the_short_form(typed: str, written: str) -> None:
    excerpts = f"  [{{id: x1, text: Words, codes: {typed}}}]\n"
    found = amended(sheet(HEAD + excerpts), [change(code("c", memo="Mine."))])
    assert isinstance(found, Amended)
    assert written in found.text


def test_the_short_form_gives_way_between_brackets() -> None:
    other = "  - {id: x2, text: b, codes: [{imperative: z, stance: absent}]}\n"
    typed = one('    codes: {"a":partly, c:', "        absent,  # c", "      }")
    written = one(
        '    codes: [{imperative: "a", stance: partly}, {imperative: c, stance:',
        f"        absent}}, {MORE},  # c",
        "      ]",
    )
    assert wrote(typed + other, change(FULL)) == written + other


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (
            "  - {id: x1, text: Words.}\n",
            "  - {id: x1, text: Words., codes: [{imperative: seats, stance: partly}]}\n",
        ),
        (
            "  - { id: x1, text: 'a, }', memo: b, }\n",
            "  - { id: x1, text: 'a, }', codes: [{imperative: seats, stance: partly}], memo: b, "
            "}\n",
        ),
        (
            "  - {id: x1, codes: [], text: a}\n",
            "  - {id: x1, codes: [{imperative: seats, stance: partly}], text: a}\n",
        ),
        (
            "  - {\n      id: x1,\n      text: 'a',  # c\n      memo: b\n    }\n",
            "  - {\n      id: x1,\n      text: 'a',  # c\n"
            "      codes: [{imperative: seats, stance: partly}],\n      memo: b\n    }\n",
        ),
        (
            "  - {\n      id: x1,\n      text: 'a', memo: b\n    }\n",
            "  - {\n      id: x1,\n      text: 'a', codes: [{imperative: seats, stance: partly}], "
            "memo: b\n    }\n",
        ),
        (
            "  - {\n      id: x1,\n      text: 'a'  # c\n    }\n",
            "  - {\n      id: x1,\n      text: 'a',  # c\n"
            "      codes: [{imperative: seats, stance: partly}]\n    }\n",
        ),
    ],
)
def test_a_code_between_braces(typed: str, written: str) -> None:
    assert wrote(typed, change(SEATS)) == written


def test_excerpts_between_brackets() -> None:
    typed = HEAD.replace("excerpts:\n", "excerpts: [{id: x0, text: a}, {id: x1, text: b}] # c\n")
    written = typed.replace("b}]", "b, codes: [{imperative: seats, stance: partly}]}]")
    assert told(amended(sheet(typed), [change(SEATS)])) == written


@pytest.mark.parametrize("line", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n  # the end"])
def test_line_ends_and_marks_stay(line: str, mark: str, end: str) -> None:
    typed = one().rstrip("\n").replace("Words.", "漢字 🙂 é")
    more = "    codes:\n      - {imperative: seats, stance: partly}"
    before = (mark + HEAD + typed + end).replace("\n", line)
    after = (mark + HEAD + typed + "\n" + more + end).replace("\n", line)
    found = amended(sheet(before), [change(SEATS)])
    assert isinstance(found, Amended)
    assert found.new == after.encode()


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (">\n      Words.", "\n\n# c\n"),
        ("|-\n      Words.", "  \n# c\n"),
        ("|+\n      Words.\n\n", "# c\n"),
        (">+\n      Words.\n", "...\n"),
        ("'Words\n\n      and words.'  # c", "\n"),
        ("Words\n     and words.", "\n"),
        ("|1\n      Words.\n     ", "\n"),
    ],
)
def test_words_of_every_kind_may_stand_above(text: str, rest: str) -> None:
    begin = f"  - id: x1\n    text: {text}"
    more = "    codes:\n      - {imperative: seats, stance: partly}\n"
    gap = "" if text.endswith("\n") else "\n"
    assert wrote(begin + gap + rest, change(SEATS)) == begin + gap + more + rest


def test_several_codes_of_several_excerpts_at_once() -> None:
    typed = one() + "  - {id: x2, text: a}\n"
    other = NewCode("compact/seats", stance=Stance.ABSENT)
    found = wrote(typed, change(SEATS, code("votes")), change(other, to="x2"))
    assert found == (
        one(
            "    codes:",
            "      - {imperative: seats, stance: partly}",
            "      - {imperative: votes, stance: happens}",
        )
        + "  - {id: x2, text: a, codes: [{imperative: compact/seats, stance: absent}]}\n"
    )


def test_shares() -> None:
    head = HEAD.replace("interview", "survey").replace("speaker: {id: P1,", "respondents: vcs #")
    head = head.replace("consent: {}\n", "")
    for share, typed in (
        (Share(19, 38), "{met: 19, of: 38}"),
        (Share(None, 60, 28), "{percent: 28, of: 60}"),
        (Share(percent=33.3), "{percent: 33.3}"),
    ):
        found = amended(sheet(head + one()), [change(code("seats", None, share=share))])
        line = f"      - {{imperative: seats, share: {typed}}}"
        assert told(found) == head + one("    codes:", line)


def test_speaking_to_none() -> None:
    assert wrote(one("    memo: b"), change(speaks_to_none=True)) == one(
        "    codes: []", "    memo: b"
    )
    assert wrote("  - {id: x1, text: a}\n", change(speaks_to_none=True)) == (
        "  - {id: x1, text: a, codes: []}\n"
    )
