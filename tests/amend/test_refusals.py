"""What is refused, with its reason, what to do and the places; nothing of it is written."""

from __future__ import annotations

import pytest

from gapcheck.amend import run
from gapcheck.amend.change import Change, NewCode
from gapcheck.amend.draft import Draft
from gapcheck.amend.marks import Edit
from gapcheck.amend.run import amended
from gapcheck.model.choices import Stance
from gapcheck.source.builder import MAX_SCALAR
from gapcheck.source.files import LIMIT

from .sheets import HEAD, change, code, sheet, told, wrote

ONE = "  - id: x1\n    text: Words.\n"
CODED = (
    ONE + "    codes:\n      - {imperative: seats, stance: partly}\n"
    "      - {imperative: guidance/votes, stance: partly, agreed: {by: ab, on: 2004-01-01}}\n"
    "    memo: m\n    barriers: [capacity]\n"
)
SEATS = code("seats")


@pytest.mark.parametrize(
    ("typed", "asked", "said"),
    [
        (ONE, change(), "unfit: There is nothing to write | "),
        (
            ONE,
            change(SEATS, speaks_to_none=True),
            "unfit: An excerpt that speaks to none has no codes | ",
        ),
        (ONE, change(code("seats", None)), "unfit: A code gives a stance, or a share | "),
        (
            ONE,
            change(code("seats", None), replace=True),
            "unfit: A code gives a stance, or a share | ",
        ),
        (ONE, change(memo=" \n"), "unfit: A memo, a barrier or the like is empty | "),
        (ONE, change(barriers=("",)), "unfit: A memo, a barrier or the like is empty | "),
        (
            ONE,
            change(code("seats", memo="a\u202eb")),
            "unfit: The text holds U+202E (right-to-left override), which can hide or fake words "
            "| Leave it out.",
        ),
        (
            ONE,
            change(memo="a" * (MAX_SCALAR + 1)),
            "unfit: The text has 65,537 characters; at most 65,536 are read | ",
        ),
        (
            ONE,
            change(SEATS, to="x2"),
            "unknown-excerpt: file.yaml has no excerpt x2 | It has: x1.",
        ),
        (
            ONE,
            change(SEATS, to="x11"),
            "unknown-excerpt: file.yaml has no excerpt x11 | Did you mean `x1`?",
        ),
        (
            ONE + ONE,
            change(SEATS),
            "errors: 2 excerpts are called x1 | Give one of them another id. [7:9] [9:9]",
        ),
        (
            CODED,
            change(NewCode("guidance/seats", "seats", Stance.ABSENT)),
            "coded: x1 is coded for guidance/seats already "
            "| To change that code, say so: `--replace`. [10:9]",
        ),
        (
            CODED,
            change(code("votes"), replace=True),
            "agreed: The code on guidance/votes was agreed on by two coders "
            "| Change it by hand, with whoever agreed. [11:9]",
        ),
        (
            ONE + "    codes: [{imperative: seats, stance: partly}, "
            "{imperative: guidance/seats, stance: absent}]\n",
            change(SEATS, replace=True),
            "coded: x1 is coded for guidance/seats 2 times | Which of them to replace cannot be "
            "told: delete all but one. [9:13] [9:50]",
        ),
        (ONE, change(SEATS, SEATS), "coded: guidance/seats is given twice | "),
        (CODED, change(speaks_to_none=True), "coded: x1 has codes already |  [10:9] [11:9]"),
        (
            ONE + "    codes: {seats: partly}\n",
            change(SEATS, speaks_to_none=False),
            "coded: x1 is coded for guidance/seats already "
            "| To change that code, say so: `--replace`. [9:13]",
        ),
        (
            ONE + "    codes: []\n",
            change(speaks_to_none=True),
            "there-already: x1 is marked so already |  [9:5]",
        ),
        (
            CODED,
            change(memo="n"),
            "there-already: x1 has a memo already | To change it, say so: `--replace`. [12:5]",
        ),
        (
            CODED,
            change(barriers=("new", "capacity")),
            "there-already: One of these barriers is noted on x1 already |  [13:16]",
        ),
        (
            ONE,
            change(themes=("a", "a")),
            "there-already: One of these themes is noted on x1 already | ",
        ),
    ],
)
def test_what_does_not_fit(typed: str, asked: Change, said: str) -> None:
    assert wrote(typed, asked) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "  - id: x1\n    text: Words # no\n",
            "errors: What would be added to has errors: YAML cuts the words off here: it takes "
            "this # for the start of a comment | `gapcheck check` shows them. [8:17]",
        ),
        (
            ONE + "    codes: {seats: denies}\n    memo:\n",
            "errors: What would be added to has errors: `denies` is no stance "
            "| `gapcheck check` shows them. [9:20] [10:5]",
        ),
        (
            ONE + "    codes:\n",
            "errors: What would be added to has errors: `codes` is empty "
            "| `gapcheck check` shows them. [9:5]",
        ),
        (
            ONE + "    codes: &a []\n",
            "errors: What would be added to has errors: a `&` before words would be an anchor of "
            "YAML, and those are not used here | `gapcheck check` shows them. [9:12]",
        ),
        (
            ONE + "excerpts: []\n",
            "errors: What would be added to has errors: `excerpts` is given twice "
            "| `gapcheck check` shows them. [9:1]",
        ),
        (
            "  - id: x1\n    text: 'Words\n",
            "unreadable: file.yaml cannot be read: a quotation mark opens here and never closes "
            "| Mend that first. [8:11]",
        ),
    ],
)
def test_errors_where_it_would_go(typed: str, said: str) -> None:
    assert wrote(typed, change(SEATS)) == said


@pytest.mark.parametrize("typed", [b"\xff", b"", b"- a\n", b"words\n", b"a: 1\n"])
def test_what_holds_no_excerpts(typed: bytes) -> None:
    found = told(amended(sheet(typed), [change(SEATS)]))
    assert found.startswith(("unreadable: file.yaml cannot", "unknown-excerpt: file.yaml has no"))


@pytest.mark.parametrize(
    "other",
    [
        "  - id: x0\n    text: a\n    codes: {b: denies}\n",
        "  - id: x0\n    text: a # b\n    memo:\n",
        "  - {id: x0, text: *a, codes: [b: c]}\n",
        "  - id: x0\n  - words\n  -\n",
        "  - {id: x0, text: b, text: c, codes: [], codes: [d, e]}\n",
    ],
)
def test_errors_elsewhere_keep_nobody_from_working(other: str) -> None:
    line = "    codes:\n      - {imperative: seats, stance: happens}\n"
    if "codes: {b" in other:
        line = "    codes: {seats: happens}\n"
    elif "codes: [b" in other:
        line = "    codes: [{imperative: seats, stance: happens}]\n"
    assert wrote(other + ONE, change(SEATS)) == other + ONE + line
    assert wrote(ONE + other, change(SEATS)) == ONE + line + other


def test_ids_that_are_none() -> None:
    typed = ONE + "  - {id: , text: a}\n  - {id: [a], text: a}\n  - {text: a}\n  - words\n"
    said = "unknown-excerpt: file.yaml has no excerpt y | It has: x1."
    assert wrote(typed, change(SEATS, to="y")) == said
    assert wrote(typed, change(SEATS)).startswith(ONE + "    codes:")


def test_no_words_of_an_excerpt_are_ever_told() -> None:
    for text in (
        "Qsecret # Qsecret",
        "'Qsecret",
        "Qsecret: Qsecret",
        "[Qsecret",
        "Qsecret\n  - id: x1",
    ):
        said = wrote(f"  - id: x1\n    text: {text}\n", change(SEATS))
        assert "Qsecret" not in said
        assert ": " in said


def test_a_file_never_grows_beyond_what_is_read() -> None:
    words = "".join(f"  - id: y{number}\n    text: {'a' * 60_000}\n" for number in range(17))
    data = (HEAD + ONE + words + "# ").encode()
    data += b"a" * (LIMIT - len(data))
    found = told(amended(sheet(data), [change(SEATS)]))
    assert found == (
        "unfit: file.yaml would be larger than 1,024 KiB | Split it into several sources."
    )


def test_changes_one_by_one_and_one_that_does_not_fit() -> None:
    assert wrote(ONE, change(SEATS), change(code("seats", Stance.ABSENT))).startswith("coded: x1")
    assert wrote(ONE) == "unfit: There is nothing to write | "


# Whatever is composed, only what is proved is written.

UNSAFE = (
    "unsafe: Nothing was written: file.yaml is typed in a way that this could have spoilt "
    "| Write it in by hand; `gapcheck check` then reads it."
)


@pytest.mark.parametrize(
    "spoils",
    [
        lambda text: [Edit(text.index("Words"), text.index("Words") + 5, "Worse")],
        lambda text: [Edit(text.index("{id: P1"), text.index("{id: P1") + 1, "{{")],
        lambda text: [Edit(0, len(text), "[]")],
        lambda text: [Edit(len(text), len(text), "coder: ab\n")],
        lambda text: [Edit(len(text), len(text), "    codes: {seats: absent}\n")],
        lambda text: [Edit(len(text), len(text), "    codes: {seats: happens}\n    memo:\n")],
        lambda text: [
            Edit(len(text), len(text), "    codes: {seats: happens}\n    cleared: true\n")
        ],
        lambda text: [],
    ],
)
def test_a_wrong_edit_is_never_written(spoils: object, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrongly(draft: Draft, *_: object) -> Draft:
        return draft.with_edits(spoils(draft.text))  # type: ignore[operator]

    monkeypatch.setattr(run, "with_codes", wrongly)
    assert wrote(ONE, change(SEATS)) == UNSAFE


def test_what_is_proved_would_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def rightly(draft: Draft, *_: object) -> Draft:
        end = len(draft.text)
        return draft.with_edits([Edit(end, end, "    \"codes\": {'seats' : happens}\n")])

    monkeypatch.setattr(run, "with_codes", rightly)
    assert wrote(ONE, change(SEATS)) == ONE + "    \"codes\": {'seats' : happens}\n"


def test_marks_that_do_not_lead_back_are_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "restored", lambda *_: "")
    assert wrote(ONE, change(SEATS)) == UNSAFE
