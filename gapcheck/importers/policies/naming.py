"""Ids and titles for drafts, from the words of what is asked for."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from gapcheck.importers.policies.facts import slug
from gapcheck.importers.policies.subjects import FRONTED

_IDLE: Final = frozenset(
    word
    for words in (
        "a an the of to in on at by for with from into and or as its their his her it they that ",
        "this these those such any all each every be is are been being have has had may must ",
        "shall should which who whom where when if so far under within between before after than ",
        "also not only there about own other ",
    )
    for word in words.split()
)
_ASIDE: Final = re.compile(r"^(?P<verb>[^,]{2,40}),[^,]*,\s*")
_WORDS_OF_ID = 5
_TITLE = 60


def title(subject: str, action: str, *, negated: bool, passive: bool) -> str:
    """A few words: what is to be done, or what is to be done to what."""
    act = _ASIDE.sub(lambda found: f"{found['verb']} ", _plain(action))
    if passive:
        bare = re.sub(r"^(?:(?:the|a|an|any|each|every)\s+)", "", subject, flags=re.IGNORECASE)
        act = f"{_shortened(bare, 30)} {'not ' if negated else ''}to {act}"
    elif negated:
        act = f"not {act}"
    short = _shortened(act, _TITLE) or _shortened(subject, _TITLE) or "Duty"
    return short[:1].upper() + short[1:]


def identifier(subject: str, action: str, *, negated: bool, passive: bool) -> str:
    """A readable id of the first words that say something."""
    words = slug_words(_plain(action))
    if passive:
        words = [*slug_words(subject)[:3], *words]
    chosen = words[:_WORDS_OF_ID] or slug_words(subject)[:_WORDS_OF_ID] or ["duty"]
    return slug("-".join((["not"] if negated else []) + chosen))


def slug_words(text: str) -> list[str]:
    """The words of a text that say something, in small letters."""
    words = re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", ""))
    return [word for word in words if word not in _IDLE and len(word) > 1]


class Unique:
    """Ids that were given, so that each is given once."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def of(self, name: str) -> str:
        """The name, or the name with the next number where it is taken."""
        self._given[name] += 1
        own = name if self._given[name] == 1 else f"{name}-{self._given[name]}"
        return own if own == name or not self._given[own] else self.of(own)


def _plain(action: str) -> str:
    """An action without the condition or the time that stands before its verb."""
    act = action.strip(" ,")
    while FRONTED.match(act) and ", " in act:
        act = act.partition(", ")[2]
    return re.sub(
        r"^(?:from time to time|also|then|therefore|by (?:order|regulations))\s+", "", act
    )


def _shortened(text: str, most: int) -> str:
    words = " ".join(text.split())
    if len(words) > most:
        words = words[: most + 1].rpartition(" ")[0] or words[:most]
    kept = words.split()
    while len(kept) > 1 and kept[-1].lower().strip(",;") in _IDLE:
        kept.pop()
    return " ".join(kept).rstrip(".;:,—– (")
