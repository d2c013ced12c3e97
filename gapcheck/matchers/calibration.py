"""How often a suggestion like this one was right, learned from the study's own coding.

A logistic curve over a candidate's score and its lead over the best of the others is fitted to
the coded excerpts. How far it can be trusted is shown on excerpts that it was not fitted to: they
are dealt into five hands, and each hand is judged by a curve from the other four.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gapcheck.matchers.texts import Floats
from gapcheck.model.suggestion import Bin, Calibration

NEEDED = 50
"""Coded excerpts from which on a calibration is worth its name."""

_HANDS = 5
_SHOWN = 5
_EDGES = (0.1, 0.3, 0.5, 0.7)
_RIDGE = 1e-3
_STEPS = 50


def leads(scores: Floats) -> Floats:
    """How far each score is ahead of the best other one of its row; negative where it is behind.

    -inf marks what is no candidate; where there is no other, the score is its own lead.
    """
    if scores.shape[1] < 2:
        return scores.copy()
    ordered = -np.partition(-scores, 1, axis=1)[:, :2]
    first, second = ordered[:, :1], ordered[:, 1:]
    best_other = np.where(scores == first, second, first)
    two = np.isfinite(best_other) & np.isfinite(scores)
    found: Floats = np.subtract(scores, best_other, out=scores.copy(), where=two)
    return found


class Curve:
    """A fitted curve: from a score and a lead to a chance."""

    def __init__(self, scores: Floats, ahead: Floats, right: npt.NDArray[np.bool_]) -> None:
        features = np.column_stack((scores, ahead))
        self._mean, self._spread = features.mean(axis=0), features.std(axis=0) + 1e-12
        self._weights = _fitted(self._table(features), right.astype(np.float64))

    def chance(self, scores: Floats, ahead: Floats) -> Floats:
        """The chance (0..1) that each is right."""
        return _logistic(self._table(np.column_stack((scores, ahead))) @ self._weights)

    def _table(self, features: Floats) -> Floats:
        scaled = (features - self._mean) / self._spread
        return np.column_stack((np.ones(len(features)), scaled))


def calibrated(scores: Floats, right: npt.NDArray[np.bool_]) -> tuple[Curve, Calibration] | None:
    """The curve of the coded excerpts (rows) and its reliability; None where it cannot be had.

    It needs fifty excerpts, some suggestions that are right, and some that are not.
    """
    if len(scores) < NEEDED:
        return None
    there, ahead = np.isfinite(scores), leads(scores)
    if not (right & there).any() or (right | ~there).all():
        return None
    curve = Curve(scores[there], ahead[there], right[there])
    return curve, Calibration(len(scores), _reliability(scores, ahead, right, there))


def _reliability(
    scores: Floats, ahead: Floats, right: npt.NDArray[np.bool_], there: npt.NDArray[np.bool_]
) -> tuple[Bin, ...]:
    """What was foretold of the first five of each excerpt, and what was so, by chance foretold."""
    foretold = np.zeros(scores.shape)
    hands = np.arange(len(scores)) % _HANDS
    for hand in range(_HANDS):
        own, others = hands == hand, there & (hands != hand)[:, None]
        curve = Curve(scores[others], ahead[others], right[others])
        told = there & own[:, None]
        foretold[told] = curve.chance(scores[told], ahead[told])
    order = np.argsort(-scores, axis=1, kind="stable")[:, :_SHOWN]
    shown = np.take_along_axis(there, order, axis=1)
    chances = np.take_along_axis(foretold, order, axis=1)[shown]
    hits = np.take_along_axis(right, order, axis=1)[shown]
    among = np.digitize(chances, _EDGES)
    return tuple(
        Bin(round(float(chances[own].mean()), 3), int(hits[own].sum()), int(own.sum()))
        for number in range(len(_EDGES) + 1)
        if (own := among == number).any()
    )


def _fitted(table: Floats, right: Floats) -> Floats:
    """The weights of a logistic regression, by Newton's method with a light ridge."""
    weights = np.zeros(table.shape[1])
    ridge = _RIDGE * len(table) * np.eye(table.shape[1])
    ridge[0, 0] = 0
    for _ in range(_STEPS):
        chance = _logistic(table @ weights)
        curvature = (table * np.maximum(chance * (1 - chance), 1e-9)[:, None]).T @ table + ridge
        step = np.linalg.solve(curvature, table.T @ (right - chance) - ridge @ weights)
        # A long step may overshoot where the two kinds hardly overlap.
        weights += np.clip(step, -2, 2)
        if float(np.abs(step).max()) < 1e-10:
            break
    return weights


def _logistic(value: Floats) -> Floats:
    found: Floats = 1 / (1 + np.exp(-np.clip(value, -30, 30)))
    return found
