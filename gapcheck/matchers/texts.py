"""Texts as numbers: each is a short row of stems, so that a hundred thousand of them are light.

Nothing here depends on the order in which texts come: stems are numbered by the alphabet and
texts stand in the order of their hashes, so all sums are formed alike, down to the last bit.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from gapcheck.matchers.tokens import spoken, stem

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_TAKEN = 1 << 15
"""Texts that are taken in one go."""


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
        terms = np.empty(bounds[-1], dtype=self.terms.dtype)
        # By and by: where each word of a million texts comes from takes more room than the words.
        for first in range(0, len(rows), _TAKEN):
            starts = bounds[first : first + _TAKEN + 1]
            own = slice(first, first + len(starts) - 1)
            at = np.arange(starts[0], starts[-1])
            at += np.repeat(self.bounds[rows[own]] - starts[:-1], lengths[own])
            terms[starts[0] : starts[-1]] = self.terms[at]
        return Texts(terms, bounds, np.arange(len(rows)))


class _Numbers(dict[str, int]):
    """Words to the numbers of their stems; -1 where a word is passed over."""

    def __init__(self) -> None:
        self.stems: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        root = stem(word)
        number = self[word] = self.stems.setdefault(root, len(self.stems)) if root else -1
        return number


@dataclass(frozen=True, slots=True)
class Spelt:
    """Some texts as they were read, in whatever process: `stems` are numbered as they came up.

    Of the texts there is left what `terms` hold, one text of so many `lengths` after the other,
    and a number for each that hangs on all its words.
    """

    stems: tuple[str, ...]
    terms: npt.NDArray[np.int32]
    lengths: npt.NDArray[np.int32]
    hashes: npt.NDArray[np.uint64]


def spell(texts: Iterable[str]) -> Spelt:
    """Read some texts, each once."""
    numbers = _Numbers()
    terms, lengths, hashes = array("i"), array("i"), array("Q")
    for text in texts:
        told = [n for n in map(numbers.__getitem__, spoken(text)) if n >= 0]
        terms.extend(told)
        lengths.append(len(told))
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        hashes.append(int.from_bytes(digest, "big"))
    return Spelt(
        tuple(numbers.stems),
        np.array(terms, dtype=np.int32),
        np.array(lengths, dtype=np.int32),
        np.array(hashes, dtype=np.uint64),
    )


class Read(NamedTuple):
    """All stems in alphabetical order, and the texts of both sides in the order of their hashes."""

    stems: list[str]
    imperatives: Texts
    excerpts: Texts


def joined(imperatives: Spelt, excerpts: Sequence[Spelt]) -> Read:
    """The texts of both sides together, as if all had been read at once and in this order."""
    known: set[str] = set()
    for each in (imperatives, *excerpts):
        known.update(each.stems)
    stems = sorted(known)
    numbers = {root: number for number, root in enumerate(stems)}
    return Read(stems, _sorted([imperatives], numbers), _sorted(excerpts, numbers))


def _sorted(parts: Sequence[Spelt], numbers: dict[str, int]) -> Texts:
    """The texts of all parts in the order of their hashes, with the stems numbered anew."""
    none = np.empty(0, dtype=np.int32)
    terms = np.concatenate([none, *(_numbered(each, numbers) for each in parts)])
    lengths = np.concatenate([none, *(each.lengths for each in parts)])
    hashes = np.concatenate([none.astype(np.uint64), *(each.hashes for each in parts)])
    bounds = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
    order = np.argsort(hashes, kind="stable")
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.arange(len(order))
    found = Texts(terms, bounds, places).take(order)
    return Texts(found.terms, found.bounds, places)


def _numbered(part: Spelt, numbers: dict[str, int]) -> npt.NDArray[np.int32]:
    each = np.fromiter((numbers[root] for root in part.stems), np.int32, len(part.stems))
    return each[part.terms]


def read(imperatives: Iterable[str], excerpts: Iterable[str]) -> Read:
    """The texts of both sides; each is read once."""
    return joined(spell(imperatives), [spell(excerpts)])
