"""Words from a study's files come out of Markdown as typed, and nothing in them comes alive."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gapcheck.reports.markdown.text import block_quote, cell, code, inline, table

from .markdown_page import HOSTILE, assert_inert, render


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_line_shows_as_typed(text: str) -> None:
    page = render(inline(text))
    assert page.text == flat(text)
    assert_inert(page)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_heading_shows_as_typed(text: str) -> None:
    page = render(f"### {inline(text)}")
    assert page.text == flat(text)
    assert_inert(page, "h3")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_shows_as_typed_and_stays_one_cell(text: str) -> None:
    html = "\n".join(table(("A", "B"), (cell(text), "right")))
    page = render(html)
    assert page.text == flat(f"A B {text} right")
    assert_inert(page, "table", "thead", "tbody", "tr", "th", "td")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_quote_shows_as_typed(text: str) -> None:
    for words in (text, f"before\n{text}\nafter", f"before\n\n{text}"):
        page = render("\n".join(block_quote(words)))
        assert page.text == flat(words)
        assert_inert(page, "blockquote")


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab1 \n|`<>&*_#[]()!\\~$:@-+=./wWhtps\t", max_size=24))
@example("a\n\n\n  b")
@example("\\\n|")
def test_any_mixture_of_marks_shows_as_typed(text: str) -> None:
    page = render("\n".join(block_quote(f"“{text}”")))
    assert page.text == flat(f"“{text}”")
    assert_inert(page, "blockquote")
    inside = render("\n".join(table(("A", "B"), (cell(f"“{text}”"), "right"))))
    assert inside.text == flat(f"A B “{text}” right")
    assert_inert(inside, "table", "thead", "tbody", "tr", "th", "td")


def test_lines_and_paragraphs_of_a_quote_stay_apart() -> None:
    assert list(block_quote("one\ntwo\n\nthree\n")) == ["> one\\", "> two", ">", "> three"]


def test_what_cannot_be_seen_is_written_out() -> None:
    assert inline("a\x1b[31m\u202eb\x00") == "a\\\\x1b\\[31m\\\\u202eb\\\\x00"


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("evidence/northtown/int-vcs-01.yaml:14", "evidence/northtown/int-vcs-01.yaml:14"),
        ("policies/a policy.yaml:3", "policies/a policy.yaml:3"),
        ("policies/a`b|c.yaml:3", "policies/a`b|c.yaml:3"),
    ],
)
def test_a_place_in_the_files_shows_as_it_is(place: str, shown: str) -> None:
    assert render(code(place)).text == shown


def test_a_plain_place_is_monospace() -> None:
    assert code("evidence/x/y.yaml:14") == "`evidence/x/y.yaml:14`"
    assert not code("policies/a`b.yaml:3").startswith("`")
