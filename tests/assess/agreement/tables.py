"""Published tables as plain text, and units out of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from gapcheck.assess.agreement.alpha import Unit, Units
from gapcheck.assess.agreement.bootstrap import Group, Groups
from gapcheck.assess.agreement.percent import Table


def crossed(*rows: Sequence[int]) -> Table:
    """A table that crosses two coders, as it is printed: the first coder's values in rows."""
    return {
        (str(first), str(second)): number
        for first, row in enumerate(rows)
        for second, number in enumerate(row)
    }


def observed(*rows: str) -> list[Unit]:
    """The units of reliability data, an observer a row; a point where one gave no value."""
    columns = zip(*(row.split() for row in rows), strict=True)
    return [tuple(value for value in unit if value != ".") for unit in columns]


def units(listed: Iterable[Sequence[str]]) -> Units:
    """Units one by one, counted."""
    return Counter(map(tuple, listed))


def groups(listed: Iterable[Iterable[Sequence[str]]]) -> Groups:
    """Excerpts one by one, each with its units, counted."""
    found: Counter[Group] = Counter(frozenset(units(each).items()) for each in listed)
    return found
