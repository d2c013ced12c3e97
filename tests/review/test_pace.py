"""How long is left, and when that cannot be said yet."""

from __future__ import annotations

import pytest

from gapcheck.review.pace import time_left


@pytest.mark.parametrize(
    ("moments", "left", "said"),
    [
        ([], 10, ""),
        ([0, 30, 60], 10, ""),
        ([0, 30, 60, 90], 10, "about 5 min left"),
        ([0, 30, 60, 90], 0, ""),
        ([0, 10, 20, 30], 3, "less than a minute left"),
        ([0, 30, 60, 90], 600, "about 5 hours left"),
        # Who had lunch in between did not take that long to decide.
        ([0, 30, 60, 3660, 3690], 10, "about 5 min left"),
        ([0, *range(1000, 1210, 10)], 60, "about 10 min left"),
    ],
)
def test_time_left(moments: list[float], left: int, said: str) -> None:
    assert time_left(moments, left) == said
