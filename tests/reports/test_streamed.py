"""JSON written piece by piece is what writing it at once is."""

from __future__ import annotations

import io
import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.reports.streamed import write_json

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=9,
)


def written(whole: dict[str, Any], *, ascii_only: bool) -> str:
    stream = io.StringIO(newline="")
    write_json(whole, stream, ascii_only=ascii_only)
    return stream.getvalue()


@given(st.dictionaries(st.text(max_size=5), values), st.booleans())
def test_it_is_the_same(whole: dict[str, Any], ascii_only: bool) -> None:
    expected = json.dumps(whole, indent=2, ensure_ascii=ascii_only, allow_nan=False) + "\n"
    assert written(whole, ascii_only=ascii_only) == expected
    lists = {key: iter(value) if type(value) is list else value for key, value in whole.items()}
    assert written(lists, ascii_only=ascii_only) == expected


def test_an_item_is_written_before_the_next_is_asked_for() -> None:
    stream = io.StringIO()
    seen = []

    def items() -> Any:
        for number in range(3):
            seen.append(stream.getvalue().count("item"))
            yield f"item {number}"

    write_json({"all": items()}, stream, ascii_only=True)
    assert seen == [0, 1, 2]


def test_what_is_no_number_is_not_written() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        written({"all": iter([math.nan])}, ascii_only=True)
