"""No message holds a word of an excerpt: what people said is not the reader's to repeat."""

from __future__ import annotations

import pytest
import yaml

from .reading import HEAD, excerpt, said
from .test_prose_traps import OPENINGS, POLICY

MARKER = "Quetzalcoatl"

BROKEN = (
    "{0}",
    "{0}: no",
    "We, {0}: no",
    "We, {0}",
    "[{0}]",
    "[{0}] no",
    "[{0}: no",
    "{{{0}: no}}",
    "{{{0}",
    "'{0}' no",
    "'{0}",
    '"{0} \\q"',
    '"{0}\\0"',
    "*{0}",
    "*{0}* no",
    "&{0} no",
    "!{0} no",
    "!{0}!no x",
    "!<{0} no",
    "|{0}",
    "> {0}",
    "@{0}",
    "no #{0}",
    "no\n      {0}: no",
    "no\n    {0}: no",
    "no\n    {0}: no\n    {0}: no",
    "no\n   {0}",
    "no\n  {0}",
    "no\n\t{0}",
    "no\n{0}: no",
    "no\n...\n{0}",
    "no\n---\n{0}",
    "no\n    ? {0}",
    "no\n    ? [{0}]",
    "no\n      # {0}",
)
SPOKEN = [words + " " + MARKER for words in OPENINGS] + [MARKER + " " + words for words in OPENINGS]
PLACES = {
    "text": "- {{id: x1, text: {0}}}",
    "memo": "- id: x1\n    text: a\n    memo: {0}",
    "translation": "- id: x1\n    text: a\n    translation: {0}",
    "cmo": "- id: x1\n    text: a\n    cmo: {0}",
    "context": "- id: x1\n    text: a\n    cmo: {{context: {0}}}",
    "reason": "- id: x1\n    text: a\n    ignore: [{{rule: long-quote, reason: {0}}}]",
    "memo of a code": "- id: x1\n    text: a\n    codes: [{{imperative: a, memo: {0}}}]",
    "block": "- id: x1\n    text: {0}",
    "excerpt": "- {0}",
}


@pytest.mark.parametrize("libyaml", [True, False])
@pytest.mark.parametrize("place", PLACES)
def test_no_message_repeats_what_was_said(
    place: str, libyaml: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", libyaml)
    for words in (*(one.format(MARKER) for one in BROKEN), *SPOKEN):
        typed = HEAD + "  " + PLACES[place].format(words) + "\n"
        for told in said(typed):
            assert MARKER.lower() not in told.lower(), (words, told)


@pytest.mark.parametrize("words", [*(one.format(MARKER) for one in BROKEN), *SPOKEN])
def test_nor_in_a_title_or_memo(words: str) -> None:
    told = [*said(POLICY.format(words), "policy"), *said(HEAD + f"  []\nmemo: {words}\n")]
    assert MARKER.lower() not in " ".join(told).lower()


def test_nor_within_braces_in_small_letters() -> None:
    for words in (f"We, {MARKER}", f"We, {MARKER}: no", f"We, {MARKER} said: no"):
        told = said(excerpt("id: x1", "text: a") + f"  - {{id: x2, text: {words.lower()}}}\n")
        assert told
        assert MARKER.lower() not in " ".join(told)
