"""Two files with one id: both are named, and neither is used until one gives way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from gapcheck.diagnostic import Related
from gapcheck.load.reading import Reading

Record = TypeVar("Record")
Pair = tuple[Reading, Record]


def single(pairs: Iterable[Pair[Record]], key: str, name: Callable[[Record], str]) -> list[Record]:
    """The records whose id no other file has; of the others, every file is told of the first."""
    found = list(pairs)
    by_name: dict[str, list[Reading]] = {}
    for reading, record in found:
        by_name.setdefault(name(record), []).append(reading)
    for same, readings in by_name.items():
        for later in readings[1:]:
            _note(later, readings[0], key, same)
        if len(readings) > 1:
            readings[0].lost.add(())
    return [record for reading, record in found if len(by_name[name(record)]) == 1]


def _note(later: Reading, first: Reading, key: str, name: str) -> None:
    place = first.place((key,))
    message = f"{key} `{name}` stands in two files"
    advice = "Give one of them another id. Neither is used until then."
    later.error((key,), "duplicate-id", message, advice)
    noted = later.diagnostics[-1]
    related = (Related(place, "the first stands here"),)
    later.diagnostics[-1] = replace(noted, related=related, left_out=f"both {later.whole} files")
