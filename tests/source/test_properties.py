"""What holds of any bytes and any words."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gapcheck.source.text import FORBIDDEN, decode

from .reading import HEAD, SOURCE, excerpt, excerpts, line, read

SIGNS = (*"[]{},:-?#&*!|>'\"%@`~ \n\t", "  ", ": ", "- ", " #", "\n  ", "---", "...", "<<", "\r\n")
NAMES = ("id", "a", "text", "codes", "excerpts", "source", "x1", "é", "\\", "\U0001f600", "\ufffe")
YAMLISH = st.lists(st.sampled_from([*SIGNS, *NAMES])).map("".join)
"""Text that looks as much like YAML as a keyboard allows."""

WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufeff"),
    min_size=1,
    max_size=60,
).filter(lambda one: one.strip() == one and not FORBIDDEN.search(one))


def within(typed: str, span: tuple[int, int, int, int]) -> bool:
    """Whether a span lies in a text, its end or the line after the last included."""
    lines = typed.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first, start, last, end = span
    return (
        0 <= first <= last < len(lines)
        and 0 <= start <= len(lines[first])
        and (first, start) <= (last, end)
        and end <= len(lines[last]) + 1
    )


def check(data: bytes) -> None:
    document = read(data)
    assert document.value is not None or document.troubles
    text = data.decode("utf-8", "replace")
    for one in document.troubles:
        assert line(one)
        assert one.rule == "not-utf8" or within(text, one.span), (text, one.span)


@settings(deadline=None)
@given(st.binary())
@example(b"\xff")
@example("a: \ufffe".encode())
@example(b'"\\ud800": a')
def test_any_bytes(data: bytes) -> None:
    check(data)


@given(st.text() | YAMLISH)
@settings(max_examples=300, deadline=None)
def test_any_text(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


@given(YAMLISH)
@settings(max_examples=300, deadline=None)
def test_anything_within_a_source(text: str) -> None:
    check((HEAD + "  - id: x1\n    text: " + text).encode())


@given(YAMLISH)
@settings(deadline=None)
def test_any_text_where_libyaml_is_missing(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        check((HEAD + "  - id: x1\n    text: " + text).encode())


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_words_under_the_sign_are_the_words(lines: list[str]) -> None:
    for sign, joint in ((">", " "), ("|", "\n")):
        typed = excerpt("id: x1", f"text: {sign}", *(f"  {one}" for one in lines), "memo: a")
        assert read(typed).troubles == []
        assert excerpts(typed)[0] == {"id": "x1", "text": joint.join(lines), "memo": "a"}


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60))
def test_plain_words_are_read_as_typed_or_refused(words: str) -> None:
    typed = excerpt("id: x1", f"text: {words}", "memo: a")
    text, refused = decode(typed.encode())
    document = read(typed)
    if not document.troubles:
        assert refused is None
        found = excerpts(text)[0]["text"]
        bare = words.strip(" ")
        assert found in (
            bare,
            bare[1:-1].replace("''", "'"),
            yaml.load(f"a: {words}", yaml.BaseLoader)["a"],
        )


PLAIN = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,30}[A-Za-z0-9]", fullmatch=True)


@settings(deadline=None)
@given(
    st.fixed_dictionaries(
        {"id": st.from_regex(r"[a-z0-9][a-z0-9._-]{0,10}", fullmatch=True), "text": PLAIN},
        optional={
            "at": PLAIN,
            "memo": PLAIN,
            "themes": st.lists(PLAIN, max_size=3),
            "cleared": st.booleans(),
            "codes": st.dictionaries(
                st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True),
                st.sampled_from(["happens", "partly", "absent", "opposite", "unaware"]),
                max_size=3,
            ),
        },
    )
)
def test_what_is_typed_plainly_comes_back(value: dict[str, Any]) -> None:
    """Typed without quotation marks; PyYAML's writer would put them round `no` and `2001`."""
    rows = []
    for key, one in value.items():
        if isinstance(one, bool):
            typed = str(one).lower()
        elif isinstance(one, list):
            typed = "[" + ", ".join(one) + "]"
        elif isinstance(one, dict):
            typed = "{" + ", ".join(f"{name}: {stance}" for name, stance in one.items()) + "}"
        else:
            typed = one
        rows.append(f"{key}: {typed}")
    assert excerpts(excerpt(*rows)) == [value]
    assert read(excerpt(*rows)).troubles == []
    assert read(SOURCE).troubles == []
