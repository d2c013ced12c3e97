"""How well a ranking puts what is right first."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gapcheck.matchers.texts import Floats

DEPTH = 10


def ndcg(scores: Floats, right: npt.NDArray[np.bool_]) -> Floats:
    """The nDCG@10 of each row: 1 where all that is right is first, 0 where none of ten is.

    Rows in which nothing is right come to 0. Of equal scores the earlier column goes first.
    """
    depth = min(DEPTH, scores.shape[1])
    order = np.argsort(-scores, axis=1, kind="stable")[:, :depth]
    gains = 1 / np.log2(np.arange(2, depth + 2))
    found = (np.take_along_axis(right, order, axis=1) * gains).sum(axis=1)
    best = np.concatenate(([0.0], np.cumsum(gains)))[np.minimum(right.sum(axis=1), depth)]
    rated: Floats = np.divide(found, best, out=np.zeros(len(scores)), where=best > 0)
    return rated
