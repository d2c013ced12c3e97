"""Why a candidate scored as it did: what each shared word, its letters and a model brought.

A share is a part of the evidence for the pair, before it is set against other pairs. The
letters of a shared word count as that word's; what letters bring beyond that, words that are
only spelt alike, is told apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gapcheck.matchers.counts import Letters
from gapcheck.matchers.lex import Parts
from gapcheck.matchers.texts import Floats, Integers, Texts
from gapcheck.matchers.tokens import WORD, folded, stem

_LEAST = 0.01
"""A share below this is not told."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """The shares (0..1, in all 1) of one pair; `stems` from the largest, `lent` by feedback.

    All are nought where nothing at all speaks for the pair.
    """

    stems: tuple[tuple[str, float, bool], ...]
    letters: float
    meaning: float

    @property
    def any(self) -> bool:
        """Whether anything speaks for the pair."""
        return bool(self.stems) or self.letters > 0 or self.meaning > 0


@dataclass(frozen=True, slots=True)
class Explainer:
    """Explains pairs of a run; `meaning` is a model's part of each pair in units of the rest."""

    parts: Parts
    meaning: Floats | None = None

    def reasons(self, excerpt: int, imperatives: Integers) -> list[Reasons]:
        """The reasons of one excerpt for some imperatives, both numbered as they came."""
        text = self.parts.words.excerpts.take(self.parts.words.excerpts.places[[excerpt]])
        columns = self.parts.imperatives.places[imperatives]
        stems, by_word, lent = self._by_word(text, columns)
        by_stem = self._by_letters(text, stems, columns)
        # Letters of a word that both sides have belong to that word.
        shared = self.parts.own[np.ix_(columns, stems)] > 0
        told = by_word + np.where(shared, by_stem, 0)
        rest = np.where(shared, 0, by_stem).sum(axis=1)
        model = np.zeros(len(columns))
        if self.meaning is not None:
            model = np.maximum(self.meaning[excerpt, imperatives], 0)
        total = told.sum(axis=1) + rest + model
        total[total <= 0] = 1
        told, rest, model = told / total[:, None], rest / total, model / total
        return [
            Reasons(self._told(stems, told[i], lent[i]), float(rest[i]), float(model[i]))
            for i in range(len(columns))
        ]

    def _by_word(self, text: Texts, columns: Integers) -> tuple[Integers, Floats, Floats]:
        """The text's stems, what each brings by itself, and which feedback alone brought in."""
        counts, weights = self.parts.words.weighed(text)
        stems, pairs = counts.columns, np.ix_(columns, counts.columns)
        words, _, search = self.parts.scales
        full = self.parts.full[pairs]
        brought = _scaled(full * weights, words) + _scaled(self.parts.searched[pairs], search)
        return stems, brought, (full > 0) & ~(self.parts.own[pairs] > 0)

    def _by_letters(self, text: Texts, stems: Integers, columns: Integers) -> Floats:
        """What the letters of each of the text's stems bring; a gram of several is divided."""
        features = self.parts.letters.features
        assert isinstance(features, Letters)
        counts, weights = self.parts.letters.weighed(text)
        each = [features.grams[features.bounds[n] : features.bounds[n + 1]] for n in stems]
        grams = np.concatenate(each) if each else np.zeros(0, dtype=np.int64)
        owner = np.repeat(np.arange(len(stems)), [len(one) for one in each])
        at = np.searchsorted(counts.columns, grams)
        part = weights[at] / np.bincount(at, minlength=len(weights))[at]
        brought = np.zeros((len(columns), len(stems)))
        for row, column in enumerate(columns):
            worth = part * self.parts.spelt[column, grams]
            brought[row] = np.bincount(owner, worth, len(stems))
        return _scaled(brought, self.parts.scales[1])

    def _told(
        self, stems: Integers, shares: Floats, lent: Floats
    ) -> tuple[tuple[str, float, bool], ...]:
        order = np.lexsort((stems, -np.round(shares, 6)))
        return tuple(
            (self.parts.stems[stems[n]], float(shares[n]), bool(lent[n]))
            for n in order
            if shares[n] >= _LEAST
        )


def spellings(text: str) -> dict[str, str]:
    """Of each stem in a text the way in which it is first spelt there."""
    found: dict[str, str] = {}
    for match in WORD.finditer(text):
        root = stem(folded(match[0]))
        if root:
            found.setdefault(root, match[0])
    return found


def _scaled(values: Floats, scale: float) -> Floats:
    return values / scale if scale > 0 else np.zeros_like(values)
