"""The excerpts in one space of features: how common each is, and what resembles what.

Excerpts are gone through in parts, once to count in how many a feature stands and once to
weigh and compare, so that only their compact rows and the scores need room.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gapcheck.matchers.counts import Counts, Features
from gapcheck.matchers.texts import Floats, Integers, Texts
from gapcheck.matchers.weights import dense, rarity, tf_idf

ROWS = 128
"""How many excerpts are looked at in one go: enough for speed, and few megabytes."""


@dataclass(frozen=True, slots=True)
class Space:
    """Excerpts as their features see them; `rare` is each feature's weight, by its rarity."""

    features: Features
    excerpts: Texts
    rare: Floats
    rows: int = ROWS

    @classmethod
    def of(cls, features: Features, imperatives: Texts, excerpts: Texts, rows: int = ROWS) -> Space:
        """Count how many of all texts, imperatives and excerpts alike, hold each feature."""
        frequency = np.zeros(features.size, dtype=np.int64)
        for texts in (imperatives, excerpts):
            for _, part in texts.parts(rows):
                held = features.count(part).columns
                frequency += np.bincount(held, minlength=features.size)
        return cls(features, excerpts, rarity(frequency, len(imperatives) + len(excerpts)), rows)

    def weighed(self, texts: Texts) -> tuple[Counts, Floats]:
        """What some texts hold, and how much each of it weighs."""
        counts = self.features.count(texts)
        return counts, tf_idf(counts, self.rare)

    def table(self, texts: Texts) -> Floats:
        """Some texts as rows of weights, a column for every feature there is."""
        counts, weights = self.weighed(texts)
        return dense(counts, weights, self.features.size)

    def likeness(self, probes: Floats) -> Floats:
        """How much each excerpt (a row) resembles each probe (a column): the cosine.

        Probes are rows of weights as `table` makes them, of length one.
        """
        return self._compared(probes, self.weighed)

    def sums(self, probes: Floats) -> Floats:
        """For each excerpt (a row) the sum of a probe's weights over the features it holds."""
        return self._compared(probes, self._present)

    def _present(self, texts: Texts) -> tuple[Counts, Floats]:
        counts = self.features.count(texts)
        return counts, np.ones(len(counts.columns))

    def _compared(self, probes: Floats, weigh: Callable[[Texts], tuple[Counts, Floats]]) -> Floats:
        """The excerpts' weights times the probes', part by part."""
        used = np.flatnonzero(probes.any(axis=0))
        wanted = np.ascontiguousarray(probes[:, used].T)
        column = np.full(self.features.size, -1)
        column[used] = np.arange(len(used))
        found = np.zeros((len(self.excerpts), probes.shape[0]))
        for start, part in self.excerpts.parts(self.rows):
            counts, weights = weigh(part)
            at = column[counts.columns]
            kept = at >= 0
            add_products(found[start:], counts.rows[kept], weights[kept], wanted[at[kept]])
        return found


def add_products(found: Floats, rows: Integers, weights: Floats, probes: Floats) -> None:
    """Add to each row of `found` its own probes, each times its weight; `rows` rise.

    The probes are used up.
    """
    if len(rows):
        probes *= weights[:, None]
        there, firsts = np.unique(rows, return_index=True)
        found[there] += np.add.reduceat(probes, firsts, axis=0)
