"""How often each feature stands in each text: its stems, or the letters that these are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from gapcheck.matchers.texts import Integers, Texts

SIZES = (3, 4, 5)
"""How many letters stand together in a gram."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Of each text (`rows`, rising) the features it holds (`columns`, rising) and how often."""

    rows: Integers
    columns: Integers
    counts: Integers
    texts: int


class Features(Protocol):
    """A way to look at texts: `size` features, counted."""

    @property
    def size(self) -> int:
        """How many features there are."""

    def count(self, texts: Texts) -> Counts:
        """What the texts hold."""


@dataclass(frozen=True, slots=True)
class Words:
    """Texts as their stems."""

    size: int

    def count(self, texts: Texts) -> Counts:
        """Each stem of each text once, with how often it stands there."""
        rows = np.repeat(np.arange(len(texts)), texts.lengths)
        return _gathered(rows * self.size + texts.terms, None, self.size, len(texts))


@dataclass(frozen=True, slots=True)
class Letters:
    """Texts as the grams of their stems: stem `i` has `grams[bounds[i]:bounds[i + 1]]`."""

    grams: Integers
    bounds: Integers
    size: int

    @classmethod
    def of(cls, stems: list[str]) -> Letters:
        """The grams of every stem, numbered as they come up in the alphabet of stems."""
        numbers: dict[str, int] = {}
        each = [[numbers.setdefault(gram, len(numbers)) for gram in grams(one)] for one in stems]
        bounds = np.cumsum([0, *map(len, each)], dtype=np.int64)
        return cls(np.array([n for one in each for n in one], dtype=np.int64), bounds, len(numbers))

    def count(self, texts: Texts) -> Counts:
        """Each gram of each text once, with how often it stands there."""
        words = Words(len(self.bounds) - 1).count(texts)
        lengths = np.diff(self.bounds)[words.columns]
        ends = np.cumsum(lengths)
        places = np.arange(ends[-1] if len(ends) else 0)
        places += np.repeat(self.bounds[words.columns] - (ends - lengths), lengths)
        keys = np.repeat(words.rows * self.size, lengths) + self.grams[places]
        return _gathered(keys, np.repeat(words.counts, lengths), self.size, len(texts))


def grams(word: str) -> list[str]:
    """The runs of three to five letters of a word with a space at either end."""
    told = f" {word} "
    return [told[at : at + n] for n in SIZES for at in range(max(1, len(told) - n + 1))]


_ROOM = 20
"""Bits kept for a count beside its key, so that both are sorted in one go."""


def _gathered(keys: Integers, counts: Integers | None, size: int, texts: int) -> Counts:
    """Equal keys (`row * size + column`) brought together, their counts added up."""
    packed = np.sort((keys << _ROOM) | (1 if counts is None else counts))
    keys = packed >> _ROOM
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    each = packed & ((1 << _ROOM) - 1)
    found = np.add.reduceat(each, starts) if len(starts) else each
    rows, columns = np.divmod(keys[starts], max(size, 1))
    return Counts(rows, columns, found, texts)
