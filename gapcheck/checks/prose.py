"""The words of a source, part by part, and the same with every letter hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from string import ascii_lowercase, digits
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # A warm check hides names, and has no study.
    from gapcheck.model.study import Excerpt, Source, Speaker

_LETTER = re.compile(r"\w")
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d")
_SMALL = ascii_lowercase.encode()
_NO_FIGURES = bytes(one for one in range(128) if one not in digits.encode())


def of_excerpt(excerpt: Excerpt) -> Iterator[tuple[str, str]]:
    """Everything in an excerpt that somebody said or wrote, with the name of its key."""
    yield "text", excerpt.text
    if excerpt.translation:
        yield "translation", excerpt.translation
    if excerpt.question:
        yield "question", excerpt.question
    if excerpt.memo:
        yield "memo", excerpt.memo
    if excerpt.realist:
        parts = (excerpt.realist.context, excerpt.realist.mechanism, excerpt.realist.outcome)
        yield from (("cmo", part) for part in parts if part)
    for code in excerpt.codes or ():
        if code.memo:
            yield "memo", code.memo


def of_speaker(speaker: Speaker) -> Iterator[tuple[str, str]]:
    """Everything that is noted of a speaker, with the name of its key."""
    yield "id", speaker.id
    yield "role", speaker.role
    yield from speaker.attributes


class Prose:
    """All words of all excerpts of a source, made ready once for every rule that looks at them.

    What one cheap look can rule out need not be read again part by part.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.whole = "\n".join(_every(source))

    @cached_property
    def bare(self) -> str:
        """The same without its small letters: a fifth as long to look through."""
        data = self.whole.encode("utf-8", "surrogatepass")
        return data.translate(None, _SMALL).decode("utf-8", "surrogatepass")

    @cached_property
    def figures(self) -> bool:
        """Whether any figure stands among the words."""
        data = self.bare.encode("utf-8", "surrogatepass").translate(None, _NO_FIGURES)
        return bool(_FIGURE.search(data.decode("utf-8", "surrogatepass")))


def prose(source: Source) -> Prose:
    """The words of a source; the rules ask for those of one after the other."""
    latest = _latest.get(None)
    if latest is None or latest.source is not source:
        latest = _latest[None] = Prose(source)
    return latest


_latest: dict[None, Prose] = {}


def _every(source: Source) -> Iterator[str]:
    for one in source.excerpts:
        more = one.translation or one.memo or one.realist or one.question
        if more or any(code.memo for code in one.codes or ()):
            yield from (words for _, words in of_excerpt(one))
        else:
            # Most have no more than their text, and there are hundreds of thousands.
            yield one.text


def split(text: str) -> tuple[str, ...]:
    """The words alone, without case and punctuation."""
    return tuple(_WORD.findall(text.casefold()))


def hidden(value: str) -> str:
    """The shape of a value without one of its letters or figures."""
    return _LETTER.sub("·", value)
