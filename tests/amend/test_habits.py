"""New text follows what most of the file does."""

from __future__ import annotations

import pytest

from gapcheck.amend.change import NewCode
from gapcheck.model.choices import Basis, Stance

from .sheets import change, code, wrote

PLAIN = code("seats", Stance.PARTLY)
MORE = code("seats", Stance.PARTLY, basis=Basis.CLAIM)


def file(*codes: str) -> str:
    """Excerpts with these codes, and x1 without any."""
    typed = "".join(
        f"  - id: y{number}\n    text: a\n    codes:{one}\n" for number, one in enumerate(codes)
    )
    return f"{typed}  - id: x1\n    text: a\n"


DASHES = "\n      - {imperative: a, stance: absent}"
AT_THE_KEY = "\n    - {imperative: a, stance: absent}"
FAR = "\n         - {imperative: a, stance: absent}"
ON_LINES = "\n      - imperative: a\n        stance: absent"
BRACKETS = " [{imperative: a, stance: absent}]"
SHORT = " {a: absent}"
SHORT_LINES = "\n        a: absent"
PADDED = " [ { imperative: a, stance: absent } ]"
FULL = " [{imperative: g/a, stance: absent}]"


@pytest.mark.parametrize(
    ("codes", "plain", "more"),
    [
        (
            (),
            "\n      - {imperative: seats, stance: partly}",
            "\n      - {imperative: seats, stance: partly, basis: claim}",
        ),
        (
            (" []",),
            "\n      - {imperative: seats, stance: partly}",
            "\n      - {imperative: seats, stance: partly, basis: claim}",
        ),
        (
            (DASHES, SHORT, DASHES),
            "\n      - {imperative: seats, stance: partly}",
            "\n      - {imperative: seats, stance: partly, basis: claim}",
        ),
        (
            (AT_THE_KEY,),
            "\n    - {imperative: seats, stance: partly}",
            "\n    - {imperative: seats, stance: partly, basis: claim}",
        ),
        (
            (AT_THE_KEY, FAR, FAR),
            "\n         - {imperative: seats, stance: partly}",
            "\n         - {imperative: seats, stance: partly, basis: claim}",
        ),
        (
            (ON_LINES,),
            "\n      - imperative: seats\n        stance: partly",
            "\n      - imperative: seats\n        stance: partly\n        basis: claim",
        ),
        (
            (DASHES, BRACKETS, BRACKETS),
            " [{imperative: seats, stance: partly}]",
            " [{imperative: seats, stance: partly, basis: claim}]",
        ),
        # The short form has no room for more; dashes have, as far in as the excerpts' own.
        (
            (SHORT,),
            " {seats: partly}",
            "\n      - {imperative: seats, stance: partly, basis: claim}",
        ),
        (
            (SHORT_LINES,),
            "\n        seats: partly",
            "\n      - {imperative: seats, stance: partly, basis: claim}",
        ),
        (
            (PADDED, PADDED),
            " [ { imperative: seats, stance: partly } ]",
            " [ { imperative: seats, stance: partly, basis: claim } ]",
        ),
        (
            (FULL, BRACKETS, FULL),
            " [{imperative: guidance/seats, stance: partly}]",
            " [{imperative: guidance/seats, stance: partly, basis: claim}]",
        ),
    ],
)
def test_a_first_code_is_typed_as_most_are(codes: tuple[str, ...], plain: str, more: str) -> None:
    typed = file(*codes)
    assert wrote(typed, change(PLAIN)) == f"{typed}    codes:{plain}\n"
    assert wrote(typed, change(MORE)) == f"{typed}    codes:{more}\n"


def test_between_braces_the_short_form_is_kept_where_it_is_the_habit() -> None:
    typed = "  - {id: y1, text: a, codes: {a: absent}}\n  - {id: x1, text: a}\n"
    assert wrote(typed, change(PLAIN)) == typed.replace(
        "x1, text: a", "x1, text: a, codes: {seats: partly}"
    )
    more = "x1, text: a, codes: [{imperative: seats, stance: partly, basis: claim}]"
    assert wrote(typed, change(MORE)) == typed.replace("x1, text: a", more)


def test_what_was_asked_tells_how_imperatives_are_named() -> None:
    typed = file() + "asked: [guidance/a]\n"
    assert "{imperative: guidance/seats, " in wrote(typed, change(PLAIN))
    assert "{imperative: seats, " in wrote(file() + "asked: [a]\n", change(PLAIN))


def test_a_name_that_others_share_is_written_in_full() -> None:
    shared = NewCode("guidance/seats", stance=Stance.PARTLY)
    typed = file(SHORT)
    written = f"{typed}    codes: {{guidance/seats: partly}}\n"
    assert wrote(typed, change(shared)) == written


@pytest.mark.parametrize(
    ("like", "written"),
    [
        (file(SHORT), " {seats: partly}"),
        (
            file(AT_THE_KEY.replace("a,", "g/a,")),
            "\n    - {imperative: guidance/seats, stance: partly}",
        ),
        (file(), "\n      - {imperative: seats, stance: partly}"),
        ("  - [", "\n      - {imperative: seats, stance: partly}"),
    ],
)
def test_where_a_file_has_no_habit_another_is_asked(like: str, written: str) -> None:
    assert wrote(file(), change(PLAIN), like=like) == f"{file()}    codes:{written}\n"
    own = file(BRACKETS)
    kept = f"{own}    codes: [{{imperative: seats, stance: partly}}]\n"
    assert wrote(own, change(PLAIN), like=like) == kept


def test_lists_of_words_are_typed_as_most_of_their_kind_are() -> None:
    typed = "  - id: y1\n    text: a\n    barriers:\n      - b\n    themes: [c]\n" + file()
    new = change(barriers=("d", "e: f"), themes=("g",))
    assert wrote(typed, new) == (
        typed + '    themes: [g]\n    barriers:\n      - d\n      - "e: f"\n'
    )


def test_dashes_stand_where_other_lists_have_them() -> None:
    typed = "- id: x1\n  text: a\n"
    written = typed + "  codes:\n  - {imperative: seats, stance: partly}\n"
    assert wrote(typed, change(PLAIN)) == written
