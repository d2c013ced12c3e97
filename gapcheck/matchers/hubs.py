"""Hubs marked down: an excerpt or an imperative that resembles everything resembles nothing.

The correction is cross-domain similarity local scaling (CSLS; Conneau et al. 2018): from twice
the score are taken the means of the excerpt's and of the imperative's own best scores.
"""

from __future__ import annotations

import numpy as np

from gapcheck.matchers.standard import z
from gapcheck.matchers.texts import Floats

NEAREST = 5
_SHARE = 0.5


def without_hubs(scores: Floats) -> Floats:
    """The mean of the scores and of their correction, both standardised; a row is an excerpt."""
    corrected = 2 * scores
    corrected -= best_mean(scores, 1)[:, None]
    corrected -= best_mean(scores, 0)[None, :]
    corrected = z(corrected)
    corrected *= _SHARE
    found = z(scores)
    found *= 1 - _SHARE
    found += corrected
    return found


def best_mean(scores: Floats, axis: int, count: int = NEAREST) -> Floats:
    """The mean of the highest scores along an axis; of all, where there are fewer."""
    there = scores.shape[axis]
    if not there:
        return np.zeros(scores.shape[1 - axis])
    if there > count:
        scores = np.partition(scores, there - count, axis=axis)
        scores = np.take(scores, np.arange(there - count, there), axis=axis)
    # In order, so that equal sets give equal sums.
    found: Floats = np.sort(scores, axis=axis).mean(axis=axis)
    return found
