"""Two files with one id: both are named, and neither is used until one gives way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from gapcheck.diagnostic import Diagnostic, Related, Severity
from gapcheck.load.facts import Sketch
from gapcheck.load.reading import Reading

Record = TypeVar("Record")
Pair = tuple[Reading, Record]
_ADVICE = "Give one of them another id. Neither is used until then."


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
    later.error((key,), "duplicate-id", f"{key} `{name}` stands in two files", _ADVICE)
    noted = later.diagnostics[-1]
    related = (Related(first.place((key,)), "the first stands here"),)
    later.diagnostics[-1] = replace(noted, related=related, left_out=f"both {later.whole} files")


def same_source(later: Sketch, first: Sketch) -> Diagnostic:
    """What is said of the later of two sources with one id."""
    return Diagnostic(
        later.location,
        Severity.ERROR,
        "duplicate-id",
        f"source `{later.id}` stands in two files",
        _ADVICE,
        (Related(first.location, "the first stands here"),),
        "both source files",
    )
