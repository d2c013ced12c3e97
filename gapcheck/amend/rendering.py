"""Plain values as they are typed: within braces on one line, or on lines of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gapcheck.amend.change import Fields
from gapcheck.amend.habits import Habits
from gapcheck.source.days import is_date
from gapcheck.source.typed import quoted, scalar, under_a_sign

WIDTH: Final = 96
"""Columns that a line of prose may fill; a code longer than that gets lines of its own."""

PROSE: Final = "memo"
"""The only key under which prose is written."""

DAY: Final = "on"
"""The only key under which a day is written: as it is, since here no text means more."""

_NARROWEST: Final = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, in both of the ways in which it may be typed.

    `lines` are those of a block, not yet indented; `inline` is for within braces.
    """

    lines: Sequence[str]
    inline: str


def inline(value: Any, habits: Habits) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        items = [pair(str(key), one, habits) for key, one in value.items()]
        return braced("{", items, "}", habits.braces)
    if isinstance(value, (list, tuple)):
        return braced("[", [inline(one, habits) for one in value], "]", habits.brackets)
    return scalar(value) if isinstance(value, str) else str(value)


def pair(key: str, value: Any, habits: Habits) -> str:
    """A key and its value on one line; prose (the only thing of which it is `memo`) is quoted."""
    if key == DAY and is_date(str(value)):
        return f"{key}: {value}"
    return f"{scalar(key)}: {quoted(value) if key == PROSE else inline(value, habits)}"


def braced(opening: str, items: Iterable[str], closing: str, pad: str) -> str:
    """Items with commas between them, in braces or brackets; `pad` is what stands inside them."""
    inside = ", ".join(items)
    return f"{opening}{pad}{inside}{pad}{closing}" if inside else f"{opening}{closing}"


def entry(key: str, value: Any, column: int, habits: Habits) -> list[str]:
    """A key with its value as the lines of a block mapping in that column, not yet indented.

    Prose goes under a sign, where nothing can bend it.
    """
    under = habits.signs and key == PROSE
    lines = under_a_sign(value, max(WIDTH - column - 2, _NARROWEST)) if under else None
    if lines is None:
        return [pair(key, value, habits)]
    return [f"{key}: {lines[0]}", *indented(lines[1:], 2)]


def item(code: Fields, column: int, habits: Habits, *, gap: str = " ") -> list[str]:
    """A code as an item of a block list whose dashes stand in that column, not yet indented.

    Where the file gives codes lines of their own, or one would not fit on a line, it has them.
    """
    line = f"-{gap}{inline(code, habits)}"
    inside = column + 1 + len(gap)
    if not habits.keys_on_lines and (len(line) + column <= WIDTH or PROSE not in code):
        return [line]
    lines = [part for key, value in code.items() for part in entry(key, value, inside, habits)]
    return [f"-{gap}{lines[0]}", *indented(lines[1:], 1 + len(gap))]


def indented(lines: Iterable[str], by: int) -> list[str]:
    """Lines moved to the right; an empty one stays empty."""
    return [" " * by + line if line else line for line in lines]
