"""Natural openings of speech: read as typed, or told to go where they can be; never bent."""

from __future__ import annotations

import re

import pytest

from .reading import HEAD, excerpt, excerpts, read, said

OPENINGS = (
    "We sat there",
    "We said: no",
    "No: never",
    "So:",
    ": and then",
    "[laughs] no",
    "[laughs]",
    "no [laughs] no",
    '"quoted" first',
    '"quoted"',
    "'quoted' first",
    "'tis late",
    "it's late",
    'say "no"',
    "- no",
    "-no",
    "-- no",
    "--- no",
    "... no",
    "@ ten",
    "@ten",
    "% of it",
    "50% of it",
    "* no",
    "*no* way",
    "*no",
    "& so",
    "&so on",
    "you & me",
    "! no",
    "!no way",
    "no!",
    "| no",
    "> no",
    ">no",
    "` no",
    "{ no",
    "{no} so",
    "{no}",
    "] no",
    "} no",
    ", no",
    "a, b",
    "? what",
    "?what",
    "what?",
    "#3 of them",
    "seat #3 of them",
    "seat#3",
    "= no",
    "~",
    "no",
    "null",
    "12:30",
    "2001-03",
    "<< no",
    "\\n no",
    "(no)",
    "£3m",
    "\u2018Tis",
    "\u2013 no",
    "\U0001f600",
    "a ]",
    "a }",
    "a: b: c",
    "http://a.b/#c",
    "a\tb",
    "a #",
)
MENDING = {
    key: f"Put the words under `{key}: >`, on the next line and indented."
    for key in ("text", "memo", "translation", "title")
}
POLICY = """\
policy: p
title: {0}
publisher: B
published: 2001
force: guidance
nation: england
in_force: {{from: 2001}}
imperatives:
  - {{id: i, locator: x, text: Do it., actor: council, modality: must}}
"""


def unquoted(words: str) -> str:
    """What is left of words that are wholly in quotation marks, which YAML takes for its own."""
    return re.sub(r"""^(["'])([^"']*)\1$""", r"\2", words)


@pytest.mark.parametrize("key", ["text", "memo", "translation"])
@pytest.mark.parametrize("words", OPENINGS)
def test_on_the_line_of_the_key(words: str, key: str) -> None:
    typed = excerpt("id: x1", f"{key}: {words}", *(["text: a"] if key != "text" else []))
    told = read(typed).troubles
    if told:
        assert [(one.help, one.span[0]) for one in told] == [(MENDING[key], 7)]
    else:
        assert excerpts(typed)[0][key] == unquoted(words)


@pytest.mark.parametrize("words", OPENINGS)
def test_in_the_title_of_a_policy(words: str) -> None:
    found = read(POLICY.format(words), "policy")
    if found.troubles:
        assert [one.help for one in found.troubles] == [MENDING["title"]]
        assert found.troubles[0].span[0] == 1
    else:
        assert isinstance(found.value, dict)
        assert found.value["title"] == unquoted(words)


@pytest.mark.parametrize("words", OPENINGS)
def test_on_a_line_that_goes_on(words: str) -> None:
    typed = excerpt("id: x1", "text: We sat", f"  {words}", "memo: a")
    told = read(typed).troubles
    if told:
        assert [one.help for one in told] == [MENDING["text"]]
    else:
        assert excerpts(typed)[0]["text"] == f"We sat {words}"


@pytest.mark.parametrize("words", OPENINGS)
def test_within_braces(words: str) -> None:
    """Nothing is bent without a word; what went wrong is said on that line."""
    typed = HEAD + f"  - {{id: x1, text: {words}}}\n"
    told = said(typed)
    if told:
        assert all(one.startswith("7:") for one in told)
        assert any("quotation marks" in one or "text: >" in one for one in told), told
    else:
        assert excerpts(typed)[0]["text"] == unquoted(words)


@pytest.mark.parametrize("sign", [">", "|", ">-"])
@pytest.mark.parametrize("words", OPENINGS)
def test_under_the_sign_anything_goes(words: str, sign: str) -> None:
    typed = excerpt("id: x1", f"text: {sign}", f"  {words}", "memo: a")
    assert said(typed) == []
    assert excerpts(typed)[0] == {"id": "x1", "text": words, "memo": "a"}


@pytest.mark.parametrize("words", OPENINGS)
def test_in_a_list(words: str) -> None:
    typed = f"study: a\nlimits:\n  - {words}\n"
    found = read(typed, "study")
    if found.troubles:
        assert all(one.help or one.rule == "yaml-syntax" for one in found.troubles)
    else:
        assert isinstance(found.value, dict)
        assert found.value["limits"] == [unquoted(words)]
