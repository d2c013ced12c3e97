"""What the default matcher's scores rest on: each shared word, and letters beyond words.

The letters of a shared word count as that word's; what letters bring beyond that, words that
are only spelt alike, is told apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from gapcheck.matchers.counts import Letters
from gapcheck.matchers.evidence import Brought
from gapcheck.matchers.lex import Parts
from gapcheck.matchers.texts import Floats, Integers, Texts
from gapcheck.matchers.tokens import WORD, folded, stem


@dataclass(frozen=True, slots=True)
class Lexical:
    """The default matcher's answer, explained word by word where that is asked for."""

    scores: Floats
    touched: npt.NDArray[np.bool_]
    parts: Parts

    def of(self, texts: Texts) -> Lexical:
        """The same on some of the texts alone, which explains and has no scores any more."""
        words = replace(self.parts.words, excerpts=texts)
        letters = replace(self.parts.letters, excerpts=texts)
        parts = replace(self.parts, words=words, letters=letters)
        return Lexical(self.scores[:0], self.touched[:0], parts)

    def brought(self, excerpt: int, imperatives: Integers) -> list[Brought]:
        """What each shared word and the letters of the others bring to some imperatives."""
        told = self.parts.words.excerpts
        text = told.take(told.places[[excerpt]])
        columns = self.parts.imperatives.places[imperatives]
        stems, by_word, lent = _by_word(self.parts, text, columns)
        by_stem = _by_letters(self.parts, text, stems, columns)
        own = self.parts.own[np.ix_(columns, stems)] > 0
        by_word += np.where(own, by_stem, 0)
        rest = np.where(own, 0, by_stem).sum(axis=1)
        return [
            Brought(
                tuple(
                    (self.parts.stems[stems[n]], float(by_word[row, n]), bool(lent[row, n]))
                    for n in np.flatnonzero(by_word[row] > 0)
                ),
                float(rest[row]),
            )
            for row in range(len(columns))
        ]


def _by_word(
    parts: Parts, text: Texts, columns: Integers
) -> tuple[Integers, Floats, npt.NDArray[np.bool_]]:
    """The text's stems, what each brings by itself, and which of them feedback brought in."""
    counts, weights = parts.words.weighed(text)
    pairs = np.ix_(columns, counts.columns)
    full, own = parts.full[pairs], parts.own[pairs]
    brought = full * weights * parts.scales.words + parts.searched[pairs] * parts.scales.search
    return counts.columns, brought, (full > 0) & (own == 0)


def _by_letters(parts: Parts, text: Texts, stems: Integers, columns: Integers) -> Floats:
    """What the letters of each of the text's stems bring; a gram of several is divided."""
    features = parts.letters.features
    assert isinstance(features, Letters)
    counts, weights = parts.letters.weighed(text)
    lengths = features.bounds[stems + 1] - features.bounds[stems]
    owner = np.repeat(np.arange(len(stems)), lengths)
    firsts = np.repeat(features.bounds[stems] - (np.cumsum(lengths) - lengths), lengths)
    grams = features.grams[np.arange(len(owner)) + firsts]
    at = np.searchsorted(counts.columns, grams)
    worth = (weights / np.bincount(at, minlength=len(weights)))[at] * parts.scales.letters
    found = np.zeros((len(columns), len(stems)))
    for row, column in enumerate(columns):
        found[row] = np.bincount(owner, worth * parts.spelt[column, grams], len(stems))
    return found


def spellings(text: str) -> dict[str, str]:
    """Of each stem in a text the way in which it is first spelt there."""
    found: dict[str, str] = {}
    for match in WORD.finditer(text):
        root = stem(folded(match[0]))
        if root:
            found.setdefault(root, match[0])
    return found
