"""Published tables as plain text, and units out of them."""

from __future__ import annotations

from collections.abc import Sequence


def crossed(*rows: Sequence[int]) -> list[tuple[str, str]]:
    """The units of a table that crosses two coders: first coder's values in rows."""
    return [
        (str(first), str(second))
        for first, row in enumerate(rows)
        for second, number in enumerate(row)
        for _ in range(number)
    ]


def observed(*rows: str) -> list[list[str]]:
    """The units of reliability data, an observer a row; a point where one gave no value."""
    columns = zip(*(row.split() for row in rows), strict=True)
    return [[value for value in unit if value != "."] for unit in columns]
