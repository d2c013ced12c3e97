from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gapcheck.sweep.hands import Portions


def sizes(portions: Portions, parts: int, count: int) -> list[int]:
    return [one.stop - one.start for one in portions.of(parts, count)]


def test_the_most_first_and_less_when_little_is_left() -> None:
    assert sizes(Portions(16, 256), 1_500, 2) == [
        *(256, 256, 247, 185, 139, 104, 78, 58, 44, 33, 25, 18),
        *(16, 16, 16, 9),
    ]


def test_many_who_work_get_little_each() -> None:
    assert sizes(Portions(1, 8), 12, 100) == [1] * 12
    assert sizes(Portions(16, 256), 10, 100) == [10]
    assert sizes(Portions(1, 8), 0, 2) == []


@given(st.integers(1, 50), st.integers(0, 300), st.integers(0, 5_000), st.integers(1, 200))
def test_every_part_is_handed_out_once_and_in_order(
    least: int, more: int, parts: int, count: int
) -> None:
    portions = Portions(least, least + more)
    found = list(portions.of(parts, count))
    assert [number for one in found for number in range(parts)[one]] == list(range(parts))
    lengths = sizes(portions, parts, count)
    assert all(before >= after for before, after in pairwise(lengths))
    assert all(least <= length <= least + more for length in lengths[:-1])
