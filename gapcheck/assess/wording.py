"""Dates, numbers and lists as a sentence says them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from gapcheck.model.dates import PartialDate

# Literal, so that no machine's locale changes a report.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def day(when: date) -> str:
    """A day in words: `9 July 2008`."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def time(when: PartialDate) -> str:
    """A date as exactly as it is known: `2008`, `July 2008` or `9 July 2008`."""
    if when.first == when.last:
        return day(when.first)
    if when.first.month == when.last.month:
        return f"{_MONTHS[when.first.month - 1]} {when.first.year}"
    return str(when.first.year)


def at_time(when: PartialDate) -> str:
    """A date with its preposition: `on 9 July 2008`, but `in July 2008`."""
    return f"{'on' if when.first == when.last else 'in'} {time(when)}"


def number(count: int) -> str:
    """A small number as a word, a larger one in figures."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def counted(count: int, thing: str) -> str:
    """A number with its noun: `1 voice`, `3 voices`."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def labels(ids: Iterable[str], vocabulary: Mapping[str, str]) -> str:
    """The labels of some words of the vocabulary, in its order: `Council, Residents`."""
    return ", ".join(vocabulary.get(word, word) for word in in_order(ids, vocabulary))


def in_order(ids: Iterable[str], vocabulary: Mapping[str, str]) -> tuple[str, ...]:
    """Words in the vocabulary's order; what it does not know stands last, by name."""
    found = frozenset(ids)
    if len(found) < 2:
        return tuple(found)
    known = tuple(word for word in vocabulary if word in found)
    return known if len(known) == len(found) else known + tuple(sorted(found.difference(known)))
