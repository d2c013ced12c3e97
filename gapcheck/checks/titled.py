"""People who are named with a title: Dr, Councillor, Lady and a capitalised name after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TITLES = (
    "Mrs Mr Miss Ms Mx Dr Doctor Cllr Councillor Professor Prof Sir Dame Lady Lord Rev Reverend"
)
# After some titles comes an office, which is nobody's name.
_OFFICES = (
    "Chair Chairman Chairwoman Chairperson Mayor Lieutenant Speaker President Secretary Provost "
    "Advocate Chancellor Justice Commissioner Minister Chief Champion Champions Leader"
)
_NAMED = re.compile(
    rf"\b(?P<title>{'|'.join(_TITLES.split())})\b\.?\s+"
    rf"(?!(?:{'|'.join(_OFFICES.split())})\b)(?P<name>[A-ZÀ-ÖØ-Þ](?:['’][A-Z])?[^\W\d_][\w'’-]*)"
)
_STEMS = "Mr Ms Mx Miss Dr Doctor Cllr Councillor Prof Sir Dame Lady Lord Rev"
_SIGNS = tuple(_STEMS.split())


def may_name(text: str) -> bool:
    """One cheap look: whether any title stands in a text at all."""
    return any(sign in text for sign in _SIGNS)


def named(text: str) -> Iterator[tuple[str, str]]:
    """Every title with the name after it."""
    return ((found["title"], found["name"]) for found in _NAMED.finditer(text))
