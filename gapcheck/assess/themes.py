"""Themes as coders named them, with spellings that mean the same taken as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gapcheck.near import nearest

_SAME = 88
"""Of 100: `peer mentoring` and `peer mentors` are one, `late papers` and `later bids` are not."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A theme by the name that most use, and the other spellings that were joined to it."""

    name: str
    joined: tuple[str, ...]


def spellings(themes: Iterable[str]) -> Mapping[str, Spelling]:
    """Every theme as it was typed, to the one that it is taken for."""
    used = Counter(themes)
    # The most used first, so that a slip is joined to what was meant and not the other way.
    order = sorted(used, key=lambda name: (-used[name], name))
    heads: dict[str, list[str]] = {}
    for name in order:
        head = _head(name, heads)
        heads.setdefault(head or name, []).append(name)
    found = {head: Spelling(head, tuple(sorted(every[1:]))) for head, every in heads.items()}
    return {name: found[head] for head, every in heads.items() for name in every}


def _head(name: str, heads: Iterable[str]) -> str | None:
    """The known theme that a name is another spelling of."""
    plain = _plain(name)
    # One letter in front turns formal into informal: what begins otherwise is another theme.
    known = {_plain(each): each for each in heads if _plain(each)[:1] == plain[:1]}
    found = nearest(plain, known, _SAME)
    return known[found] if found else None


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())
