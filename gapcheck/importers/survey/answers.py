"""Answers of a survey: which are the same, and which only choose among a few."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

MOST = 12
"""Different answers beyond which a column is taken for free text."""

_LONG = 60
_SCALES = frozenset(
    {
        *("yes", "no", "don't know", "do not know", "not sure", "unsure", "n/a", "not applicable"),
        *("strongly agree", "agree", "neither agree nor disagree", "neither", "disagree"),
        *("strongly disagree", "always", "often", "sometimes", "rarely", "never", "true", "false"),
        *("prefer not to say", "partly", "maybe", "1", "2", "3", "4", "5"),
    }
)


def same(answer: str) -> str:
    """An answer without regard to case, blanks and the shape of its apostrophes."""
    return " ".join(answer.casefold().replace("’", "'").split())


def given(answer: str) -> frozenset[str]:
    """What an answer says: one thing, or several of a list of which many may be ticked."""
    parts = (same(part) for part in answer.split(";"))
    return frozenset({same(answer), *(part for part in parts if part)})


def counted(answers: Iterable[str]) -> Counter[str]:
    """The answers of a column and how often each was given; the first way of typing it stands."""
    typed: dict[str, str] = {}
    found: Counter[str] = Counter()
    for answer in answers:
        if plain := same(answer):
            found[typed.setdefault(plain, " ".join(answer.split()))] += 1
    return found


def is_chosen(found: Counter[str]) -> bool:
    """Whether answers were chosen among a few, so that none of them is somebody's own words."""
    if len(found) > MOST or any(len(answer) > _LONG for answer in found):
        return False
    repeated = len(found) * 2 <= found.total()
    return bool(found) and (repeated or all(same(answer) in _SCALES for answer in found))
