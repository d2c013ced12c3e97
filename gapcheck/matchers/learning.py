"""Learning from confirmed codes: what resembles excerpts of an imperative may be one more.

Whether that helps depends on the study, so it is tried on its own codes: each coded excerpt is
left out in turn and ranked with and without the others. It is switched on only where it helps.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gapcheck.matchers.ranking import ndcg
from gapcheck.matchers.space import Space
from gapcheck.matchers.texts import Floats, Integers
from gapcheck.model.suggestion import Learning

Codes = npt.NDArray[np.bool_]
"""A row for each coded excerpt, a column for each imperative."""

FEW, FEW_WITH_MODEL, MANY = 10, 30, 100
"""Coded excerpts from which on learning is tried, the same with a model, and that teach in full."""

MOST = 2_000
"""Reviewed excerpts that are learned from; with all of very many, time would grow as a square."""

_NEAREST = 3
_BLOCK = 256
_ROUNDING = 1e-6


def weight_of(coded: int) -> float:
    """How much the likeness to confirmed excerpts counts: a half at first, all from a hundred."""
    return 0.5 + 0.5 * min(max((coded - FEW) / (MANY - FEW), 0.0), 1.0)


def lessons(reviewed: npt.NDArray[np.bool_], places: Integers) -> Integers:
    """The excerpts that are learned from, or wait for what is learned: all but in a large study.

    There it is, beside all that wait, the first so many that were reviewed, in the order of
    `places`, which hangs on what they say alone.
    """
    done = np.flatnonzero(reviewed)
    if len(done) <= MOST:
        return np.arange(len(reviewed))
    first = done[np.argsort(places[done])[:MOST]]
    return np.union1d(first, np.flatnonzero(~reviewed))


def confirmed(words: Space, rows: Integers, codes: Codes) -> Floats:
    """For each excerpt (a row) and imperative the mean likeness of its three nearest examples.

    `rows` are where the coded excerpts stand among those of `words`. An excerpt is no example
    to itself, and an imperative with fewer than three lacks them.
    """
    found = np.zeros((len(words.excerpts), codes.shape[1]))
    for group in _groups(codes):
        owners = [
            imperative for imperative in group for _ in range(int(codes[:, imperative].sum()))
        ]
        examples = np.concatenate([np.flatnonzero(codes[:, each]) for each in group])
        likeness = words.likeness(words.table(words.excerpts.take(rows[examples])))
        likeness[rows[examples], np.arange(len(examples))] = 0
        for imperative in group:
            own = likeness[:, np.flatnonzero(np.array(owners) == imperative)]
            nearest = -np.sort(-own, axis=1)[:, :_NEAREST]
            found[:, imperative] = nearest.sum(axis=1) / _NEAREST
    return found


def _groups(codes: Codes) -> list[list[int]]:
    """Imperatives that have examples, so many together that their examples fill a block."""
    groups: list[list[int]] = []
    room = 0
    for imperative in np.flatnonzero(codes.any(axis=0)):
        count = int(codes[:, imperative].sum())
        if not groups or count > room:
            groups.append([])
            room = _BLOCK
        groups[-1].append(int(imperative))
        room -= count
    return groups


def tried(scores: Floats, likeness: Floats, rows: Integers, codes: Codes) -> Learning:
    """What learning does to the ranking of the coded excerpts, each left out in turn.

    `likeness` is what `confirmed` found, standardised; both have a row for every excerpt.
    """
    weight = weight_of(len(rows))
    without = ndcg(scores[rows], codes)
    learned = ndcg(scores[rows] + weight * likeness[rows], codes)
    gain = float(learned.mean() - without.mean())
    # A mean may be moved by few: more must gain than lose.
    helps = gain > _ROUNDING and int((learned > without).sum()) > int((learned < without).sum())
    return Learning(
        len(rows), weight, round(float(without.mean()), 4), round(float(learned.mean()), 4), helps
    )
