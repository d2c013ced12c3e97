"""The imperatives that some texts are closest to, by their words alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gapcheck.matchers.lex import score
from gapcheck.matchers.wording import text_of
from gapcheck.model.study import Imperative


def closest(
    texts: Sequence[str], imperatives: Sequence[Imperative], most: int
) -> list[tuple[Imperative, ...]]:
    """For each text the imperatives that anything speaks for, the likeliest first; few or none."""
    if not texts or not imperatives:
        return [() for _ in texts]
    scores, speaks, _ = score([text_of(one) for one in imperatives], texts)
    found = []
    for row in range(len(texts)):
        likeness = [-float(one) for one in scores[row]]
        speaking = [int(at) for at in np.flatnonzero(speaks[row])]
        best = sorted(speaking, key=likeness.__getitem__)[:most]
        found.append(tuple(imperatives[at] for at in best))
    return found
