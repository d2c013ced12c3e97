"""The pairs of a run, scored: by what they say, and by what was confirmed of others like them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gapcheck.matchers import learning
from gapcheck.matchers.evidence import Evidence
from gapcheck.matchers.explain import Lexical
from gapcheck.matchers.hubs import without_hubs
from gapcheck.matchers.standard import standing_out, z
from gapcheck.matchers.texts import Floats
from gapcheck.model.suggestion import Learning

_PLACES = 6
"""Scores are told to so many decimals: what lies below differs from processor to processor."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Scores, a row an excerpt and a column an imperative; -inf where one cannot apply.

    `touched` marks the pairs for which anything speaks, `confirmed` how like each
    excerpt is to confirmed ones of an imperative, where learning was switched on.
    """

    scores: Floats
    touched: npt.NDArray[np.bool_]
    evidence: tuple[Evidence, ...]
    learning: Learning | None = None
    confirmed: Floats | None = None

    @property
    def candidates(self) -> Floats:
        """The scores of all that may be suggested; -inf where nothing speaks for it, or may."""
        found: Floats = np.where(self.touched, self.scores, -np.inf)
        return found


def score_pairs(
    found: tuple[Evidence, ...], applies: npt.NDArray[np.bool_], codes: npt.NDArray[np.bool_]
) -> Pairs:
    """Score every pair that `applies`; `codes` marks those that a coder confirmed.

    What the matchers found is added with the same weight; the default one is among them.
    """
    whole = z(_sum([answer.scores for answer in found]))
    touched = np.logical_or.reduce([answer.touched for answer in found])
    scores = standing_out(without_hubs(whole), applies)
    few = learning.FEW if len(found) == 1 else learning.FEW_WITH_MODEL
    rows = np.flatnonzero(codes.any(axis=1))
    if len(rows) < few:
        return Pairs(np.round(scores, _PLACES), touched, found)
    words = next(answer for answer in found if isinstance(answer, Lexical)).parts.words
    places = words.excerpts.places
    near = learning.confirmed(words, places[rows], codes[rows])
    lift = z(near)[places]
    near = near[places]
    tried = learning.tried(scores, lift, rows, codes[rows])
    if not tried.used:
        return Pairs(np.round(scores, _PLACES), touched, found, tried)
    scores = standing_out(np.where(applies, scores + tried.weight * lift, 0), applies)
    return Pairs(np.round(scores, _PLACES), touched | (near > 0), found, tried, near)


def _sum(scores: Sequence[Floats]) -> Floats:
    total = scores[0].copy()
    for each in scores[1:]:
        total += each
    return total
