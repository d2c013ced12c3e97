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
# What is left of a title and a name without their small letters; the blanks may be of any kind.
_BARE = re.compile(r"[CDLMPRS]\.?\s+[A-ZÀ-ÖØ-Þ]")


def may_name(bare: str) -> bool:
    """One cheap look at a text without its small letters: whether it may name anybody at all."""
    return bool(_BARE.search(bare))


def named(text: str) -> Iterator[tuple[str, str]]:
    """Every title with the name after it."""
    return ((found["title"], found["name"]) for found in _NAMED.finditer(text))
