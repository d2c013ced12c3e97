"""Plain words: the characters as typed where text belongs, YAML 1.2 elsewhere."""

from __future__ import annotations

import pytest

from gapcheck.source.scalars import resolve

from .reading import SOURCE, excerpt, excerpts, read, said

TYPED = (
    "1.10 2001 010 no yes on off y n true null ~ 12:30:45 2001-03-01 0o7 0x1F 1_000 .5 1e3 +5 .inf "
    "= 1234567890123456789 1,000 50% £3 a:b a#b C# ?x -x :x 'x' \"x\""
)


@pytest.mark.parametrize("typed", TYPED.split())
@pytest.mark.parametrize("key", ["text", "memo", "at"])
def test_text_is_as_typed(typed: str, key: str) -> None:
    rest = [] if key == "text" else ["text: a"]
    assert excerpts(excerpt("id: x1", f"{key}: {typed}", *rest))[0][key] == typed.strip("'\"")


@pytest.mark.parametrize("typed", ["010", "2001", "no", "1.10", "1e3"])
def test_ids_and_keys_are_as_typed(typed: str) -> None:
    value = read(f"source: s\ncoder: c\ncodes: {{{typed}: {{{typed}: partly}}}}\n", "codes").value
    assert value == {"source": "s", "coder": "c", "codes": {typed: {typed: "partly"}}}
    assert said(SOURCE.replace("s1", typed)) == []


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("nULL", "nULL"),
        ("true", True),
        ("TRUE", True),
        ("False", False),
        ("yes", "yes"),
        ("No", "No"),
        ("off", "off"),
        ("12", 12),
        ("-0012", -12),
        ("+5", 5),
        ("123456789012345678", 123456789012345678),
        ("1234567890123456789", "1234567890123456789"),
        ("0o7", "0o7"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),
        ("2001-03-01", "2001-03-01"),
        ("1.50", 1.5),
        (".5", 0.5),
        ("5.", 5),
        ("-2.5e-1", -0.25),
        ("60.0", 60),
        ("1e3", 1000),
        ("1e17", 10**17),
        ("1e18", "1e18"),
        ("1e999", "1e999"),
        ("1e9999", "1e9999"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("nan", "nan"),
        (".", "."),
        ("e3", "e3"),
        ("0." + "1" * 40, "0." + "1" * 40),
        ("٣", "٣"),
    ],
)
def test_elsewhere_the_core_schema_holds(typed: str, value: object) -> None:
    found = resolve(typed)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(("typed", "of"), [("60", 60), ("+60", 60), ("6e1", 60), ("60.0", 60)])
def test_a_whole_number_is_one_however_it_is_written(typed: str, of: int) -> None:
    value = read(SOURCE.replace("interview", "survey") + f"of: {typed}\n").value
    assert isinstance(value, dict)
    assert (value["of"], type(value["of"])) == (of, int)


def test_attributes_keep_the_figures_as_typed() -> None:
    typed = SOURCE.replace("role", "attributes: {years: 04, rank: 1.10, paid: yes, a: true}, role")
    value = read(typed).value
    assert isinstance(value, dict)
    assert value["speaker"]["attributes"] == {
        "years": "04",
        "rank": "1.10",
        "paid": "yes",
        "a": "true",
    }


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("|\n      a\n       b\n", "a\n b"),
        (">\n      a\n      b\n\n      c\n", "a b\nc"),
        (">+\n      a\n\n", "a"),
        ("'it''s # 3: [x]'", "it's # 3: [x]"),
        ('"a\\n\\t\\x41"', "a\n\tA"),
        ("a\n      b", "a b"),
        ('! "a"', "a"),
    ],
)
def test_every_way_of_typing_text(typed: str, value: str) -> None:
    found = read(excerpt("id: x1", f"text: {typed}"))
    assert (found.troubles, excerpts(excerpt("id: x1", f"text: {typed}"))[0]["text"]) == ([], value)


@pytest.mark.parametrize("typed", ["officer # of the board", "officer   #", "'officer' # a"])
def test_a_comment_may_follow_what_is_no_prose(typed: str) -> None:
    speaker = f"speaker:\n  id: P1\n  sector: vcs\n  role: {typed}\n"
    head, _, rest = SOURCE.partition("speaker: {id: P1, sector: vcs, role: officer}\n")
    value = read(head + speaker + rest).value
    assert isinstance(value, dict)
    assert value["speaker"]["role"] == "officer"


@pytest.mark.parametrize("typed", ["'no' # a", '"no" # a', ">  # a\n      no", "|  # a\n      no"])
def test_a_comment_may_follow_prose_that_is_closed(typed: str) -> None:
    assert said(excerpt("id: x1", f"text: {typed}")) == []
