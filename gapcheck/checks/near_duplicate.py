"""Two excerpts of one source are almost the same words.

Most often one is an earlier state of the other, kept while it was corrected, and both would be
coded. They are almost the same where nine tenths of their letters agree, in whatever order the
words stand; only passages that share one of their longest words, or a stretch of words where
they are long, are compared. Passages that differ in a figure (the rows of a survey) are not
meant, nor those of fewer than eight words, nor words that are exactly the same and coded: those
are `duplicate-text`.

Delete the worse one. Where somebody did say it twice, keep both and say so under `ignore:`.

Wrong:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers came on the night before we met, every single time.
        codes: {papers: absent}
      - id: x2
        text: The papers came on the night before we meet, every single time.

Right:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers came on the night before we met, every single time.
        codes: {papers: absent}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from gapcheck.checks.around import Around, Hit
from gapcheck.checks.duplicate_text import LEAST, fingerprint
from gapcheck.diagnostic import Diagnostic, Related, Severity
from gapcheck.model.study import Excerpt, Source

RULE = "near-duplicate"
ALIKE = 90
"""Of 100: rapidfuzz's ratio of the words in alphabetical order (token_sort_ratio)."""
_FIGURE = re.compile(r"\d+")

_SHORTEST = ALIKE / (200 - ALIKE)
"""How much shorter one may be at most: else nine tenths of their letters cannot agree."""

_ROUGHLY = 0.7
"""The same, before anybody has counted the blanks between the words."""

_ANCHORS = 4
"""Of short passages that are almost the same, one of so many longest words is as it was."""

_SEPARATOR, _STRETCH, _PAGE = "d", 12, 300
"""Of long passages (in letters) a stretch between two of such a letter is as it was: to part a
text by a letter is much quicker than to read its words, and stretches are seldom shared."""

_MOST = 16
"""Excerpts with the same word or stretch that one is compared with, the last before it: a file
of thousands that are all alike would take minutes otherwise."""


def check(source: Source, _around: Around) -> Iterator[Hit]:
    """Find the excerpts that repeat an earlier one of the source with small changes."""
    looked: dict[int, _Words] = {}
    for number, earlier in _candidates(source):
        for each in (number, *earlier):
            if each not in looked:
                looked[each] = _Words(source.excerpts[each])
        other = next((each for each in earlier if looked[number].almost(looked[each])), None)
        if other is not None:
            found = source.excerpts[number]
            yield Hit(_diagnostic(found, source.excerpts[other]), found)


def _candidates(source: Source) -> Iterator[tuple[int, list[int]]]:
    """The number of each excerpt with those of earlier ones that share a telling part with it."""
    known: dict[str, list[int]] = {}
    sizes = [len(one.text) for one in source.excerpts]
    for number, excerpt in enumerate(source.excerpts):
        shared: set[int] = set()
        for part in _parts(excerpt.text.casefold()):
            if part in known:
                shared.update(known[part][-_MOST:])
                known[part].append(number)
            else:
                known[part] = [number]
        shared.discard(number)  # a passage may hold the same stretch twice
        # Roughly, since blanks and line ends between words may be more than one.
        least, most = sizes[number] * _ROUGHLY, sizes[number] / _ROUGHLY
        if found := sorted(one for one in shared if least <= sizes[one] <= most):
            yield number, found


def _parts(text: str) -> list[str]:
    """What a text shares with one that is almost the same: long stretches, or long words.

    Of two texts that may be almost the same, either both are parted by stretches or both by words.
    """
    parts: list[str] = []
    if len(text) >= _PAGE:
        parts = [part for part in text.split(_SEPARATOR) if len(part) >= _STRETCH]
    if len(text) < _PAGE / _SHORTEST or len(parts) < _ANCHORS:
        words = text.split()
        if len(words) >= LEAST:
            parts += sorted(sorted(set(words)), key=len)[-_ANCHORS:]
    return parts


class _Words:
    """What two excerpts are compared by, each part worked out once, and when it is wanted."""

    def __init__(self, excerpt: Excerpt) -> None:
        self._excerpt = excerpt
        self._words = excerpt.text.casefold().split()
        # With the blank that follows each, since it is the words in a row that are compared.
        self._size = sum(map(len, self._words)) + len(self._words)

    @cached_property
    def each(self) -> frozenset[str]:
        return frozenset(self._words)

    @cached_property
    def ordered(self) -> str:
        return " ".join(sorted(self._words))

    @cached_property
    def figures(self) -> list[str]:
        return _FIGURE.findall(self._excerpt.text)

    @cached_property
    def mark(self) -> bytes | None:
        return fingerprint(self._excerpt)

    def almost(self, other: _Words) -> bool:
        """Whether these are almost the words of another excerpt, and not the very same."""
        return self._may_be(other) and not self._is_meant(other) and self._nearly(other)

    def _may_be(self, other: _Words) -> bool:
        """Whether lengths fit and half of the words are the same: that is quickly told."""
        sizes = self._size, other._size
        if min(sizes) < max(sizes) * _SHORTEST:
            return False
        return 2 * len(self.each & other.each) >= min(len(self.each), len(other.each))

    def _is_meant(self, other: _Words) -> bool:
        """Whether the two differ in a figure, or are the very same and coded."""
        same = self.mark is not None and self.mark == other.mark
        return same or self.figures != other.figures

    def _nearly(self, other: _Words) -> bool:
        # Imported late: a source without such a pair never needs it.
        from rapidfuzz import fuzz  # noqa: PLC0415

        return fuzz.ratio(self.ordered, other.ordered, score_cutoff=ALIKE) >= ALIKE


def _diagnostic(one: Excerpt, other: Excerpt) -> Diagnostic:
    return Diagnostic(
        one.location,
        Severity.WARNING,
        RULE,
        f"excerpt {one.id} is almost the same words as excerpt {other.id}",
        "If one is an earlier state of the other, delete it.",
        (Related(other.location, "the other stands here"),),
    )
