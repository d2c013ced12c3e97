"""The pairs of a run, scored: by what they say, and by what was confirmed of others like them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from gapcheck.matchers import learning
from gapcheck.matchers.evidence import Evidence
from gapcheck.matchers.explain import Lexical
from gapcheck.matchers.hubs import without_hubs
from gapcheck.matchers.space import Space
from gapcheck.matchers.standard import standing_out, z
from gapcheck.matchers.texts import Floats, Integers
from gapcheck.model.suggestion import Learning

Marks = npt.NDArray[np.bool_]

_PLACES = 6
"""Scores are told to so many decimals: what lies below differs from processor to processor."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Scores, a row an excerpt and a column an imperative; -inf where one cannot apply.

    `rows` are the rows of the excerpts in `evidence`, rising: in a large study not of all.
    `touched` marks the pairs for which anything speaks, `confirmed` how like each
    excerpt is to confirmed ones of an imperative, where learning was switched on.
    """

    scores: Floats
    touched: npt.NDArray[np.bool_]
    rows: Integers
    evidence: tuple[Evidence, ...]
    learning: Learning | None = None
    confirmed: Floats | None = None

    @property
    def candidates(self) -> Floats:
        """The scores of all that may be suggested; -inf where nothing speaks for it, or may."""
        found: Floats = np.where(self.touched, self.scores, -np.inf)
        return found


def score_pairs(
    found: tuple[Evidence, ...], applies: Marks, codes: Marks, reviewed: Marks
) -> Pairs:
    """Score every pair that `applies`; `codes` marks those that a coder confirmed.

    `reviewed` marks the excerpts (rows) that were looked at, those with no codes too. What the
    matchers found is added with the same weight; the default one is among them.
    """
    words = next(answer for answer in found if isinstance(answer, Lexical)).parts.words
    scores = standing_out(without_hubs(z(_sum([answer.scores for answer in found]))), applies)
    rows = learning.lessons(reviewed, words.excerpts.places)
    pairs = Pairs(
        scores[rows],
        np.logical_or.reduce([answer.touched[rows] for answer in found]),
        rows,
        found,
    )
    few = learning.FEW if len(found) == 1 else learning.FEW_WITH_MODEL
    return _rounded(_learned(pairs, words, applies[rows], codes[rows], few))


def _learned(pairs: Pairs, words: Space, applies: Marks, codes: Marks, few: int) -> Pairs:
    """The pairs with what was learned from confirmed ones, if that helps here."""
    coded = np.flatnonzero(codes.any(axis=1))
    if len(coded) < few:
        return pairs
    # In the order in which their words are held, so that sums do not hang on that of the files.
    held = np.sort(words.excerpts.places[pairs.rows])
    places = np.searchsorted(held, words.excerpts.places[pairs.rows])
    own = replace(words, excerpts=words.excerpts.take(held))
    near = learning.confirmed(own, places[coded], codes[coded])
    lift = z(near)[places]
    near = near[places]
    tried = learning.tried(pairs.scores, lift, coded, codes[coded])
    if not tried.used:
        return replace(pairs, learning=tried)
    lifted = np.where(applies, pairs.scores + tried.weight * lift, 0)
    return replace(
        pairs,
        scores=standing_out(lifted, applies),
        touched=pairs.touched | (near > 0),
        learning=tried,
        confirmed=near,
    )


def _rounded(pairs: Pairs) -> Pairs:
    return replace(pairs, scores=np.round(pairs.scores, _PLACES))


def _sum(scores: Sequence[Floats]) -> Floats:
    total = scores[0]
    for each in scores[1:]:
        total = total + each
    return total
