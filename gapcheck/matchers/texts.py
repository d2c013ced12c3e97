"""Texts as numbers: each is a short row of stems, so that a hundred thousand of them are light.

Nothing here depends on the order in which texts come: stems are numbered by the alphabet and
texts stand in the order of their hashes, so all sums are formed alike, down to the last bit.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from gapcheck.matchers.tokens import spoken, stem

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts one after the other: text `i` is `terms[bounds[i]:bounds[i + 1]]`.

    `places` holds, for each text as it came, the row in which it stands here.
    """

    terms: npt.NDArray[np.int32]
    bounds: Integers
    places: Integers

    def __len__(self) -> int:
        return len(self.places)

    @property
    def lengths(self) -> Integers:
        """How many words of each text are not passed over."""
        return np.diff(self.bounds)

    def part(self, start: int, stop: int) -> Texts:
        """The texts in some rows that stand together."""
        bounds = self.bounds[start : stop + 1]
        terms = self.terms[bounds[0] : bounds[-1]]
        return Texts(terms, bounds - bounds[0], np.arange(len(bounds) - 1))

    def parts(self, rows: int) -> Iterator[tuple[int, Texts]]:
        """All texts in parts of so many rows, each with the row that it begins at."""
        for start in range(0, len(self), rows):
            yield start, self.part(start, min(start + rows, len(self)))

    def take(self, rows: Integers) -> Texts:
        """The texts in some rows, in the order given."""
        lengths = self.lengths[rows]
        bounds = np.concatenate(([0], np.cumsum(lengths)))
        shift = np.repeat(self.bounds[rows] - bounds[:-1], lengths)
        return Texts(self.terms[np.arange(bounds[-1]) + shift], bounds, np.arange(len(rows)))


class _Numbers(dict[str, int]):
    """Words to the numbers of their stems; -1 where a word is passed over."""

    def __init__(self) -> None:
        self.stems: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        root = stem(word)
        number = self[word] = self.stems.setdefault(root, len(self.stems)) if root else -1
        return number


class _Reader:
    """Collects the texts of one kind while their words are numbered as they come."""

    def __init__(self, numbers: _Numbers, texts: Iterable[str]) -> None:
        self.terms, self.lengths, self.hashes = array("i"), array("q"), array("Q")
        for text in texts:
            told = [n for n in map(numbers.__getitem__, spoken(text)) if n >= 0]
            self.terms.extend(told)
            self.lengths.append(len(told))
            digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
            self.hashes.append(int.from_bytes(digest, "big"))

    def texts(self, numbered: npt.NDArray[np.int32]) -> Texts:
        """The texts in the order of their hashes, with the stems numbered anew."""
        lengths = np.array(self.lengths, dtype=np.int64)
        bounds = np.concatenate(([0], np.cumsum(lengths)))
        terms = numbered[np.array(self.terms, dtype=np.int64)] if len(self.terms) else numbered[:0]
        order = np.argsort(np.array(self.hashes, dtype=np.uint64), kind="stable")
        places = np.empty(len(order), dtype=np.int64)
        places[order] = np.arange(len(order))
        sorted_ = Texts(terms, bounds, places).take(order)
        return Texts(sorted_.terms, sorted_.bounds, places)


def read(imperatives: Iterable[str], excerpts: Iterable[str]) -> tuple[list[str], Texts, Texts]:
    """All stems in alphabetical order, the imperatives and the excerpts; each is read once."""
    numbers = _Numbers()
    readers = _Reader(numbers, imperatives), _Reader(numbers, excerpts)
    stems = sorted(numbers.stems)
    numbered = np.empty(len(stems), dtype=np.int32)
    for number, root in enumerate(stems):
        numbered[numbers.stems[root]] = number
    first, second = (reader.texts(numbered) for reader in readers)
    return stems, first, second
