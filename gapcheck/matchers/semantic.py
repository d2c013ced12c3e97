"""What a model reads out of a pair: how near in meaning the two texts are, whatever their words.

All texts of a study resemble one another, for they are about one thing. What they share, the
mean of their vectors, is taken away first, so that only differences are compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count

import numpy as np
import numpy.typing as npt

from gapcheck.matchers.evidence import Brought, Question
from gapcheck.matchers.model_folder import Model
from gapcheck.matchers.standard import z
from gapcheck.matchers.texts import Floats, Integers
from gapcheck.matchers.weights import unit


@dataclass(frozen=True, slots=True)
class Meaning:
    """A model's answer: the cosine of each pair, in deviations and centred as `scores`."""

    scores: Floats
    touched: npt.NDArray[np.bool_]
    near: Floats

    def brought(self, excerpt: int, imperatives: Integers) -> list[Brought]:
        """How near each of some imperatives is in meaning; nothing for what is far."""
        return [Brought(meaning=max(float(each), 0)) for each in self.near[excerpt, imperatives]]


def read_for_meaning(question: Question, model: Model) -> Meaning:
    """What a model makes of imperatives and excerpts."""
    cosine = likeness(model, question)
    spread = float(cosine.std()) if cosine.size else 0.0
    near = cosine / spread if spread > 0 else np.zeros_like(cosine)
    return Meaning(z(cosine), near > 0, near)


def likeness(model: Model, question: Question) -> Floats:
    """The mean-centred cosine of each excerpt (a row) and each imperative (a column)."""
    many = len(question.imperatives)
    may = [True] * many + (list(question.quotable) or [False] * len(question.excerpts))
    texts = [*question.imperatives, *question.excerpts]
    if not texts:
        return np.zeros((0, 0))
    vectors = _vectors(model, texts, may, question)
    # Sorted, so that the mean is the same to the last bit in whatever order texts come.
    centred = unit(vectors - np.sort(vectors, axis=0).mean(axis=0))
    # Where all texts are alike, nothing but rounding is left of them.
    found: Floats = np.round(centred[many:] @ centred[:many].T, 9)
    return found


def _vectors(model: Model, texts: Sequence[str], may: Sequence[bool], question: Question) -> Floats:
    """The vector of each text: remembered, or worked out and then remembered where it `may` be."""
    shown = list(dict.fromkeys(text for text, yes in zip(texts, may, strict=True) if yes))
    known = question.cache.known(model.mark, shown)
    new = list(dict.fromkeys(text for text in texts if text not in known))
    found = {}
    with ThreadPoolExecutor(cpu_count() or 1) as pool:
        for text, vector in zip(new, pool.map(model.vector, new), strict=True):
            found[text] = vector
            if question.progress:
                question.progress(len(found), len(new))
    question.cache.remember(model.mark, {text: found[text] for text in shown if text in found})
    known |= found
    return np.array([known[text] for text in texts])
