"""Imperatives in the words of the excerpts that resemble them: policy learns to speak as people do.

This is pseudo-relevance feedback after the relevance model (Lavrenko and Croft 2001): the best
excerpts lend an imperative their words, each according to how far ahead it is.
"""

from __future__ import annotations

import numpy as np

from gapcheck.matchers.space import Space
from gapcheck.matchers.texts import Floats, Integers
from gapcheck.matchers.weights import unit

LENDERS = 20
"""How many excerpts lend their words at most; beyond these the weights are next to nothing."""

SHARPNESS = 0.25
"""The standard deviations by which an excerpt must fall behind to lend a third as much."""

_PLACES = 9
"""Scores equal to so many decimals are equal, whatever the rounding of a processor."""


def enriched(probes: Floats, scores: Floats, words: Space) -> Floats:
    """The probes, a row an imperative, with as much again from excerpts; each of length one.

    `scores` has a row for each excerpt of `words` and a column for each probe; -inf marks an
    excerpt that lends nothing.
    """
    if not scores.size:
        return probes
    best = np.column_stack([_best(each) for each in scores.T])
    ahead = np.round(np.take_along_axis(scores, best, axis=0), _PLACES)
    lends = np.isfinite(ahead)
    share = np.exp(np.where(lends, ahead - np.where(lends[:1], ahead[:1], 0), -np.inf) / SHARPNESS)
    share /= np.maximum(share.sum(axis=0, keepdims=True), 1)
    rows, at = np.unique(best, return_inverse=True)
    counts, weights = words.weighed(words.excerpts.take(rows))
    lent = np.zeros((probes.shape[0], len(rows)))
    np.add.at(lent, (np.arange(probes.shape[0])[None, :], at.reshape(best.shape)), share)
    added = probes.copy()
    for imperative in range(len(probes)):
        each = weights * lent[imperative, counts.rows]
        added[imperative] += np.bincount(counts.columns, each, probes.shape[1])
    return unit(added)


def _best(scores: Floats) -> Integers:
    """Where the highest of some scores stand, the highest first; of equals the first.

    Excerpts stand in an order of their own that no file changes.
    """
    behind = -np.round(scores, _PLACES)
    last = min(LENDERS, len(behind)) - 1
    among = np.flatnonzero(behind <= np.partition(behind, last)[last])
    best: Integers = among[np.argsort(behind[among], kind="stable")][:LENDERS]
    return best
