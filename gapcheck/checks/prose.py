"""The words of a source, part by part, and the same with every letter hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.model.study import Excerpt, Source, Speaker

_LETTER = re.compile(r"\w")
_WORD = re.compile(r"\w+")


def of_excerpt(excerpt: Excerpt) -> Iterator[tuple[str, str]]:
    """Everything in an excerpt that somebody said or wrote, with the name of its key."""
    yield "text", excerpt.text
    if excerpt.translation:
        yield "translation", excerpt.translation
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


def whole(source: Source) -> str:
    """All words of all excerpts: what one cheap look can rule out need not be read twice."""
    return "\n".join(words for one in source.excerpts for _, words in of_excerpt(one))


def split(text: str) -> tuple[str, ...]:
    """The words alone, without case and punctuation."""
    return tuple(_WORD.findall(text.casefold()))


def hidden(value: str) -> str:
    """The shape of a value without one of its letters or figures."""
    return _LETTER.sub("·", value)
