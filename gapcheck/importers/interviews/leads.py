"""Names at the beginning of captions, where no voices are marked in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from gapcheck.importers.interviews.labels import (
    firm,
    is_office,
    plausible,
    small,
    taken_apart,
)

_LEAD = re.compile(r"(?:>>+|[-–—])?\s*(?P<name>[^\s:][^:]{0,78}?)\s*:(?=\s|\Z)")
_TELEPHONE = re.compile(r"\+?\d[\d ()-]{5,20}")
_SHARE = 0.6
"""Of all captions: so many have to begin with names where each of them stands but once."""


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a caption: whose it is as far as that is told, and the caption's time.

    `first` and `last` say whether it is the first or the last line of its caption.
    """

    voice: str
    words: str = field(repr=False)
    time: str = ""
    line: int = 0
    first: bool = True
    last: bool = True


def led(said: list[Said]) -> list[Said]:
    """Captions whose voices are told by `Name:` before the words."""
    found = [_LEAD.match(one.words) for one in said]
    names = [one["name"] for one in found if one]
    sure = firm(names) | {name for name in names if _TELEPHONE.fullmatch(name)}
    may_be = {name for name in names if plausible(name) and not is_office(name)}
    firsts = [lead for one, lead in zip(said, found, strict=True) if one.first]
    if sum(1 for lead in firsts if lead and lead["name"] in sure | may_be) >= _SHARE * len(firsts):
        # A program put a name before every caption, whatever people call themselves there.
        may_be |= {name for name in names if small(name)}
    elif not sure:
        may_be = set()
    return [
        _voiced(one, lead)
        if lead and (lead["name"] in sure or (one.first and lead["name"] in may_be))
        else one
        for one, lead in zip(said, found, strict=True)
    ]


def _voiced(one: Said, lead: re.Match[str]) -> Said:
    return replace(one, voice=lead["name"], words=one.words[lead.end() :].strip())


def topped(said: list[Said]) -> list[Said]:
    """Captions whose voices are told by a name alone on the first line."""
    heads = [one.words for one in said if one.first and not one.last]
    names = {name for name in firm(heads) if taken_apart(name).name}
    return list(_topped(said, names)) if names else led(said)


def _topped(said: list[Said], names: set[str]) -> Iterator[Said]:
    voice = ""
    for one in said:
        if one.first:
            voice = one.words if not one.last and one.words in names else ""
            if voice:
                continue
        yield replace(one, voice=voice)
