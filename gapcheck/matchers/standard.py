"""Scores made comparable: how many standard deviations a pair is above what is usual here."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gapcheck.matchers.texts import Floats

NOTHING = 1e-9
"""A spread below this is rounding."""

_OWN = 0.5
"""How far an excerpt's own other scores are the measure, beside all scores of the study."""


def z(scores: Floats) -> Floats:
    """Mean nought and deviation one over all pairs; all nought where all are alike."""
    spread = scores.std() if scores.size else 0
    if spread <= NOTHING:
        return np.zeros_like(scores)
    found: Floats = scores - scores.mean()
    found /= spread
    return found


def standing_out(scores: Floats, among: npt.NDArray[np.bool_] | None = None) -> Floats:
    """How far each pair stands out, half from all pairs and half from those of its own excerpt.

    A row is an excerpt. `among` marks the pairs that are compared; the others get -inf. A word
    that resembles everything lifts a whole row: only what is above its own row is telling.
    """
    marked = np.ones(scores.shape, dtype=bool) if among is None else among
    # Each table is as large as the study: no more of them are there at once than have to be.
    mixed = _over(scores, marked, 1)
    mixed *= _OWN
    everywhere = _over(scores, marked, None)
    everywhere *= 1 - _OWN
    mixed += everywhere
    del everywhere
    found = _over(mixed, marked, None)
    found[~marked] = -np.inf
    return found


def _over(scores: Floats, among: npt.NDArray[np.bool_], axis: int | None) -> Floats:
    count = np.maximum(among.sum(axis=axis, keepdims=True), 1)
    found: Floats = np.where(among, scores, 0)
    found -= found.sum(axis=axis, keepdims=True) / count
    found[~among] = 0
    spread = np.sqrt((found * found).sum(axis=axis, keepdims=True) / count)
    found /= np.where(spread > NOTHING, spread, np.inf)
    return found
