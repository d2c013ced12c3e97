"""Where libyaml is missing, PyYAML's own parser gives the same document and the same troubles."""

from __future__ import annotations

import pytest
import yaml

from .reading import HEAD, SOURCE, excerpt, line, read
from .test_messages import CASES as MESSAGES
from .test_prose_traps import OPENINGS
from .test_syntax import CASES as SYNTAX

# PyYAML's own parser puts the first a column further on, and reads half of a character.
APART = {"escape that is none", "escape that is no character"}
# It refuses a tab between words, and within braces it takes other words for the sign of a key.
ALIKE = [words for words in OPENINGS if "\t" not in words]
WITHIN = [words for words in ALIKE if "?" not in words and words not in ("So:", ", no")]

TYPED = [
    *(str(case[1]) for case in (*SYNTAX, *MESSAGES) if case[0] not in APART),
    *(excerpt("id: x1", f"text: {words}", "memo: a") for words in ALIKE),
    *(excerpt("id: x1", "text: We sat", f"  {words}", "memo: a") for words in ALIKE),
    *(excerpt("id: x1", "text: >", f"  {words}", "memo: a") for words in ALIKE),
    *(f"{HEAD}  - {{id: x1, text: {words}}}\n" for words in WITHIN),
    SOURCE.replace("\n", "\r\n"),
    "\ufeff" + SOURCE,
    "[" * 100_000,
    "- " * 100_000,
    SOURCE + "? " + "k" * 2000 + "\n: a\n",
    excerpt("id: x1", "text: \U0001f600 é \u2019 #3"),
]


@pytest.mark.parametrize("typed", TYPED, ids=lambda typed: typed[-40:])
def test_the_other_parser_agrees(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = read(typed)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    other = read(typed)
    assert other.value == usual.value
    if usual.value is not None:
        assert (other.keys, other.values) == (usual.keys, usual.values)
    assert [line(one) for one in other.troubles] == [line(one) for one in usual.troubles]


def test_what_is_no_character_is_refused_there_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert [line(one) for one in read(excerpt("id: x1", 'text: "\\ud800"')).troubles] == [
        "8:11-8:19 forbidden-character the text holds U+D800 (no character at all), which can hide "
        "or fake words | Delete its escape."
    ]
