"""What a model reads out of a pair: how near in meaning the two texts are, whatever their words.

All texts of a study resemble one another, for they are about one thing. What they share, the
mean of their vectors, is taken away first, so that only differences are compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count

import numpy as np

from gapcheck.matchers.model_folder import Model
from gapcheck.matchers.texts import Floats
from gapcheck.matchers.weights import unit
from gapcheck.vectors import Vectors


def likeness(
    model: Model,
    imperatives: Sequence[str],
    excerpts: Sequence[str],
    cache: Vectors,
    kept: Sequence[bool] = (),
) -> Floats:
    """The mean-centred cosine of each excerpt (a row) and each imperative (a column).

    `kept` says of each excerpt whether its vector may be remembered; without it, none may.
    """
    may = [True] * len(imperatives) + (list(kept) or [False] * len(excerpts))
    vectors = _vectors(model, [*imperatives, *excerpts], may, cache)
    # The mean of both kinds, in an order that no file changes.
    centred = unit(vectors - np.sort(vectors, axis=0).mean(axis=0))
    asked, told = centred[: len(imperatives)], centred[len(imperatives) :]
    # Small tables hold only rounding once the mean is gone.
    found: Floats = np.round(told @ asked.T, 9)
    return found


def _vectors(model: Model, texts: Sequence[str], may: Sequence[bool], cache: Vectors) -> Floats:
    """The vector of each text: remembered, or worked out and where it `may` be then remembered."""
    known = cache.known(model.mark, [text for text, yes in zip(texts, may, strict=True) if yes])
    new = list(dict.fromkeys(text for text in texts if text not in known))
    with ThreadPoolExecutor(cpu_count() or 1) as pool:
        found = dict(zip(new, pool.map(model.vector, new), strict=True))
    shown = dict.fromkeys(text for text, yes in zip(texts, may, strict=True) if yes)
    cache.remember(model.mark, {text: found[text] for text in shown if text in found})
    return np.array([known.get(text, found.get(text)) for text in texts], dtype=np.float64)
