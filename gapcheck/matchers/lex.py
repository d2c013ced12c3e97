"""The default matcher: what words, their letters and their rarity tell, without any model.

Three ways to look at a pair are standardised and added up: the cosine of the words, the
imperative having first taken words over from the excerpts that resemble it; the cosine of the
letters that the words are made of; and BM25 with the imperatives as what is searched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gapcheck.matchers.counts import Letters, Words
from gapcheck.matchers.feedback import enriched
from gapcheck.matchers.space import ROWS, Space
from gapcheck.matchers.spelling import letters_likeness
from gapcheck.matchers.standard import NOTHING, standing_out, z
from gapcheck.matchers.texts import Floats, Read, Texts, read
from gapcheck.matchers.weights import bm25, dense


@dataclass(frozen=True, slots=True)
class Scales:
    """What a unit of each part counts in deviations of the whole score."""

    words: float
    letters: float
    search: float


@dataclass(frozen=True, slots=True)
class Parts:
    """What the scores are made of, in the order in which texts stand in `imperatives` and `words`.

    `own`, `full` and `searched` are the imperatives' words with their weights: their own, with
    what feedback added, and as BM25 weighs them; `spelt` the weights of their letters.
    """

    stems: list[str]
    imperatives: Texts
    words: Space
    letters: Space
    own: Floats
    full: Floats
    spelt: Floats
    searched: Floats
    scales: Scales


Scored = tuple[Floats, npt.NDArray[np.bool_], Parts]
"""Scores and the pairs for which anything speaks, a row an excerpt; and what they are made of."""


def score(imperatives: Iterable[str], excerpts: Iterable[str], rows: int = ROWS) -> Scored:
    """How much each excerpt bears on each imperative, and what that rests on.

    Excerpts are read once and may be a stream. Scores have mean nought and deviation one over
    all pairs. `rows` is how many excerpts are looked at in one go; it changes no score.
    """
    return score_read(read(imperatives, excerpts), rows)


def score_read(texts: Read, rows: int = ROWS) -> Scored:
    """The same, of texts that were read before."""
    stems, asked, told = texts
    words = Space.of(Words(len(stems)), asked, told, rows)
    letters = Space.of(Letters.of(stems), asked, told, rows)
    own, spelt = words.table(asked), letters.table(asked)
    counts = words.features.count(asked)
    searched = dense(counts, bm25(counts, len(stems)), len(stems))

    by_letters, by_search = letters_likeness(letters, spelt), words.sums(searched)
    touched = (by_letters > 0) | (by_search > 0)
    units = [_unit(by_letters), _unit(by_search)]
    rest = z(by_letters)
    # Each table is as large as the study: what is not needed any more goes at once.
    del by_letters
    rest += z(by_search)
    del by_search
    by_own = words.likeness(own)
    # Only who shares a word may lend others: the rest is near by letters, or not at all.
    telling = z(by_own)
    telling += rest
    lenders = standing_out(telling)
    del telling
    lenders[by_own <= 0] = -np.inf
    del by_own
    full = enriched(own, lenders, words)
    del lenders
    by_words = words.likeness(full)
    touched |= by_words > 0
    rest += z(by_words)
    whole = _unit(rest)
    scales = Scales(_unit(by_words) * whole, units[0] * whole, units[1] * whole)
    places = np.ix_(told.places, asked.places)
    parts = Parts(stems, asked, words, letters, own, full, spelt, searched, scales)
    del by_words
    return z(rest)[places], touched[places], parts


def _unit(scores: Floats) -> float:
    """What a score of one is in deviations; one where all scores are alike."""
    spread = float(scores.std()) if scores.size else 0.0
    return 1 / spread if spread > NOTHING else 1.0
