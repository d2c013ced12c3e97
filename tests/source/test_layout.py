"""Where everything stands in a text, and how words are typed so that they come back."""

from __future__ import annotations

import pytest
import yaml
from amend.typist import Typed, typed_sources
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.source.document import Path
from gapcheck.source.layout import Kind, NoLayout, layout
from gapcheck.source.text import FORBIDDEN
from gapcheck.source.typed import quoted, scalar, under_a_sign


def shown(text: str) -> dict[Path, str]:
    """What each part of a text spans."""
    return {path: text[part.start : part.end] for path, part in layout(text).items()}


def test_every_part_of_a_block() -> None:
    text = "a:\n  - b: 1  # one\n    c:\n    - x\n    -   'y'\n\n# the end\n"
    assert shown(text) == {
        ("a", 0, "b"): "1",
        ("a", 0, "c", 0): "x",
        ("a", 0, "c", 1): "'y'",
        ("a", 0, "c"): "- x\n    -   'y'",
        ("a", 0): "b: 1  # one\n    c:\n    - x\n    -   'y'",
        ("a",): "- b: 1  # one\n    c:\n    - x\n    -   'y'",
        (): text.removesuffix("\n\n# the end\n"),
    }


def test_every_part_between_braces() -> None:
    text = "a: {b: [1, {c: é}, ], \"d\": ''}  # end\n"
    assert shown(text) == {
        ("a", "b", 0): "1",
        ("a", "b", 1, "c"): "é",
        ("a", "b", 1): "{c: é}",
        ("a", "b"): "[1, {c: é}, ]",
        ("a", "d"): "''",
        ("a",): "{b: [1, {c: é}, ], \"d\": ''}",
        (): text.removesuffix("  # end\n"),
    }


def test_what_is_said_of_a_part() -> None:
    parts = layout('a:\r\n  - "é": {b: c}\r\n')
    block, flow, words = parts[("a",)], parts[("a", 0, "é")], parts[("a", 0, "é", "b")]
    assert (block.kind, block.flow, block.column, block.key_column) == (Kind.LIST, False, 2, 0)
    assert (block.key, block.steps) == ((0, 1), (0,))
    assert (flow.kind, flow.flow, flow.column, flow.steps) == (Kind.MAPPING, True, 9, ("b",))
    assert (flow.key, flow.key_column) == ((8, 11), 4)
    assert (words.kind, words.style, words.key) == (Kind.SCALAR, "", (14, 15))


def test_of_two_keys_alike_the_first_counts() -> None:
    assert shown("a: [1]\na: [2, 3]\n") == {
        ("a", 0): "1",
        ("a",): "[1]",
        (): "a: [1]\na: [2, 3]",
    }


def test_an_alias_is_a_part_too() -> None:
    assert shown("- &b 1\n- *b\n- 2")[(1,)] == "*b"


@pytest.mark.parametrize(
    "text", ["a: [", "a: 'b", "\ta: b", "a: b: c", "{{a: b}: c}", "? [a]\n: b", "*a : b"]
)
@pytest.mark.parametrize("native", [True, False])
def test_what_is_no_yaml_has_no_layout(
    text: str, native: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", native)
    with pytest.raises(NoLayout):
        layout(text)


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("a: >\n  b\n  c\n", ">\n  b\n  c"),
        ("a: >\n  b\n\n\n# c\n", ">\n  b"),
        ("a: |\n  b\n \n  \n", "|\n  b"),
        # Wider than the words are indented, so a line of them.
        ("a: |\n  b\n   \n", "|\n  b\n   "),
        ("a: |+\n  b\n\n\n", "|+\n  b\n\n"),
        ("a: >+\n  b\n\nc: d\n", ">+\n  b\n"),
        ("a: >- # e\n  b\n\n", ">- # e\n  b"),
        # Where the indentation is given in figures only an empty line surely parts.
        ("a: |1\n   b\n \n\n", "|1\n   b\n "),
        ("a: |-2\n    b\n\n", "|-2\n    b"),
        ("a: |\n  b\r\n\r\nc: d\r\n", "|\n  b"),
        ("a: |\r  b\r\rc: d\r", "|\r  b"),
        ("a: |\n  b", "|\n  b"),
        ("a: |\n", "|"),
        ("a: |+\n\n", "|+\n"),
        ("a: >\nb: c\n", ">"),
    ],
)
@pytest.mark.parametrize("native", [True, False])
def test_where_words_under_a_sign_end(
    typed: str, part: str, native: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", native)
    assert shown(typed)[("a",)] == part


@settings(max_examples=60, deadline=None)
@given(typed_sources())
def test_both_parsers_agree(typed: Typed) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        try:
            slowly = layout(typed.text)
        except NoLayout:
            return  # it takes a few tabs for mistakes that libyaml lets pass
    assert layout(typed.text) == slowly


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")) | st.sampled_from("\n\t :#-'\"[]{}"),
    min_size=1,
    max_size=40,
).filter(lambda one: not FORBIDDEN.search(one))
LIKE_MORE = st.sampled_from(
    [
        *("no", "y", "N", "on", "010", "0o7", "0x1f", "1e5", "1.10", "12:30:45", "2004-05-12"),
        *("~", "null", "=", "<<", ".inf", "1_000", "", " a", "a ", "a:", "a: b", "a #b", "- a"),
        *("?", "&a", "*a", "!a", "%a", "@a", "`a", "|", ">", "[a", "{a", "a, b", "a]b", "it's"),
    ]
)
"""Texts that some reader of YAML takes for something else."""


@settings(max_examples=300, deadline=None)
@given(WORDS | LIKE_MORE)
def test_a_typed_text_comes_back_wherever_it_stands(text: str) -> None:
    for typed in (scalar(text), quoted(text)):
        assert "\n" not in typed
        for loader in (yaml.CSafeLoader, yaml.SafeLoader, yaml.CBaseLoader):
            for whole, found in (
                (f"a: {typed}\n", {"a": text}),
                (f"- {typed}  # b\n", [text]),
                (f"a: {{b: {typed}, c: [{typed}]}}\n", {"a": {"b": text, "c": [text]}}),
                (f"{{{typed}: a}}\n", {text: "a"}),
                (f"{typed}: a\n", {text: "a"}),
            ):
                assert yaml.load(whole, loader) == found


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("sectors-together", "sectors-together"),
        ("guidance-2001/pay-in-advance", "guidance-2001/pay-in-advance"),
        ("late papers", "late papers"),
        ("O'Brien's co-op (old)", "O'Brien's co-op (old)"),
        ("no", '"no"'),
        ("2001", '"2001"'),
        ("1.10", '"1.10"'),
        ("a: b", '"a: b"'),
        ('say "no"', "'say \"no\"'"),
        ('it\'s "no"', "'it''s \"no\"'"),
        ("a\nb", '"a\\nb"'),
    ],
)
def test_a_text_is_quoted_only_where_it_must_be(text: str, typed: str) -> None:
    assert scalar(text) == typed


@settings(max_examples=300, deadline=None)
@given(WORDS, st.integers(1, 30))
def test_words_under_a_sign_come_back(text: str, width: int) -> None:
    found = under_a_sign(text, width)
    if found is None:
        edges = {text[0], text[-1], *(line[-1:] for line in text.split("\n"))}
        assert edges & {" ", "\t", "\n"}
        return
    sign, *lines = found
    typed = "".join(f"    {line}\n" if line else "\n" for line in lines)
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        assert yaml.load(f"a:\n  b: {sign}\n{typed}  c: d\n", loader) == {
            "a": {"b": f"{text}\n", "c": "d"}
        }


def test_lines_are_filled_up_and_two_blanks_stay_together() -> None:
    assert under_a_sign("aa bb  cc d", 6) == (">", "aa", "bb  cc", "d")
    assert under_a_sign("a word-that-is-too-long b", 8) == (">", "a", "word-that-is-too-long", "b")
    assert under_a_sign("one\n  two\n\nthree", 4) == ("|", "one", "  two", "", "three")
