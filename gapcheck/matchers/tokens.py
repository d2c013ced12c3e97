"""Words of a text, and the stems by which two words count as one.

What nearly every text holds says nothing of what it is about, and neither do the verbs by
which policies oblige: such words are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
"""A run of letters and digits, with what may follow an apostrophe."""

_PEOPLE = """
    i me my myself we us our ours ourselves you your yours yourself yourselves he him his himself
    she her hers herself it its itself they them their theirs themselves who whom this that these
    those
"""
_VERBS = """
    am is are was were be been being have has had having do does did doing can could will would
    shall should must may
"""
_JOINING = """
    a an the and but or nor if because as until while of at by for with about against between into
    through during before after above below to from up down in out on off over under again further
    then once here there when where why how what which all any both each few more most other some
    such no not only own same so than too very just now
"""

PASSED_OVER = frozenset(f"{_PEOPLE} {_VERBS} {_JOINING}".split())
"""Words that carry no topic, in lower case."""


def folded(word: str) -> str:
    """The word in lower case with a straight apostrophe: what `spoken` yields of it."""
    return word.lower().replace("’", "'")


def spoken(text: str) -> list[str]:
    """All words of a text in their order, folded."""
    return WORD.findall(folded(text))


def topical(text: str) -> list[tuple[str, str]]:
    """The words of a text that carry a topic, folded, each with its stem."""
    return [(word, root) for word in spoken(text) if (root := stem(word))]


@lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """The stem of a folded word; empty where the word is passed over."""
    if len(word) < 2 or word in PASSED_OVER:
        return ""
    return _snowball()(word)


@lru_cache(maxsize=1)
def _snowball() -> Callable[[str], str]:
    # The one written in Python, by name: a compiled one that happens to be installed may be of
    # another version, and the same study must give the same bytes everywhere.
    from snowballstemmer.english_stemmer import EnglishStemmer  # noqa: PLC0415

    stemmed: Callable[[str], str] = EnglishStemmer().stemWord
    return stemmed
