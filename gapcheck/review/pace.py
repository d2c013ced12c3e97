"""How long the rest of a sitting will take, by how long the last decisions took."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from itertools import pairwise

_LAST = 20
_FEWEST = 3
_PAUSE = 300.0
"""Seconds after which somebody was away, and did not decide so long."""


def time_left(moments: Sequence[float], left: int) -> str:
    """`about 12 min left`; empty before three decisions and where nothing is left.

    `moments` are the seconds at which the sitting began and each decision was made.
    """
    spans = [after - before for before, after in pairwise(moments)]
    spans = [span for span in spans if span < _PAUSE][-_LAST:]
    if len(spans) < _FEWEST or not left:
        return ""
    minutes = statistics.median(spans) * left / 60
    if minutes < 1:
        return "less than a minute left"
    if minutes < 90:
        return f"about {round(minutes)} min left"
    return f"about {round(minutes / 60)} hours left"
