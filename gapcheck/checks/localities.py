"""Real place names of the key list, looked for word by word in any number of texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from gapcheck.checks.prose import split

Index = Mapping[str, tuple[tuple[str, ...], ...]]
"""From the first word of a name to the words of every name that begins with it."""


@lru_cache(maxsize=4)
def index(places: tuple[str, ...]) -> Index:
    """The names by their first word, so that a long list costs no more than a short one."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for words in filter(None, map(split, places)):
        found.setdefault(words[0], set()).add(words)
    return {first: tuple(sorted(names)) for first, names in found.items()}


def localities(text: str, known: Index) -> Iterator[str]:
    """Every name of the list that stands in a text, as far as words go."""
    words = split(text.replace("_", " "))
    for start, word in enumerate(words):
        for name in known.get(word, ()):
            if words[start : start + len(name)] == name:
                yield " ".join(name)
