"""Tables in which a transcript was typed, as lines with names before the words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from gapcheck.importers.interviews.labels import plausible

_CLOCK = re.compile(r"[\[(#]?\b(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,3})?(?:-\d)?[\])#]?")
_TOP = frozenset(
    {"speaker", "name", "who", "person", "role", "time", "timestamp", "timecode", "text", "speech"}
    | {"transcript", "content", "words", "utterance", "dialogue", "no", "line", "turn", "what"}
)
_MOST = 0.6
_LONGEST = 60

Rows = Sequence[Sequence[str]]


def turns_of(table: Rows) -> Iterator[str]:
    """A text for each row that holds anything: when, who and what, as far as columns tell them."""
    width = max((len(row) for row in table), default=0)
    rows = [[*(cell.strip() for cell in row), *[""] * (width - len(row))] for row in table]
    rows = [row for row in rows if any(row)]
    columns = [[row[number] for row in rows] for number in range(width)]
    speech = max(range(width), key=lambda number: _length(columns[number]), default=0)
    names = _column(columns, speech, _names_somebody)
    times = _column(columns, speech, _tells_time)
    body = rows[1:] if rows and _is_top(rows[0]) else rows
    if names is not None or times is not None:
        for row in body:
            yield _turn(_cell(row, names), _cell(row, times), row[speech])
    elif width > 1 and rows and all(map(_names_somebody, rows[0])):
        for row in rows[1:]:
            yield from (f"{name}: {cell}" for name, cell in zip(rows[0], row, strict=True) if cell)
    else:
        for row in rows:
            yield from filter(None, row)


def _length(column: list[str]) -> int:
    return sum(len(_CLOCK.sub("", cell)) for cell in column)


def _column(columns: list[list[str]], speech: int, fits: Callable[[str], bool]) -> int | None:
    """The first column beside the words of which most cells are such."""
    for number, column in enumerate(columns):
        cells = [cell for cell in column if cell]
        if number != speech and cells and sum(map(fits, cells)) >= _MOST * len(cells):
            return number
    return None


def _names_somebody(cell: str) -> bool:
    name = _CLOCK.sub("", cell).strip()
    return bool(name) and len(name) <= _LONGEST and plausible(name)


def _tells_time(cell: str) -> bool:
    return len(cell) <= _LONGEST and not _CLOCK.sub("", cell).strip(" -–—>")


def _is_top(row: list[str]) -> bool:
    """Whether a row says what the columns hold."""
    first = [cell.casefold().split()[0].strip(".:#") for cell in row if cell]
    return bool(first) and all(word in _TOP for word in first)


def _cell(row: list[str], number: int | None) -> str:
    return "" if number is None else row[number]


def _turn(who: str, when: str, what: str) -> str:
    clock = _CLOCK.search(when) or _CLOCK.search(who)
    name = " ".join(_CLOCK.sub("", who).split()).rstrip(":")
    time = f"[{clock[1]}] " if clock else ""
    return f"{time}{name}: {what}" if name else f"{time}{what}"
