"""The loss report of an import or export: what was taken, what was changed, what was left out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from gapcheck.model.brought import Fate, Mishap, Tally
from gapcheck.reports.inert import visible

_HEADS = {Fate.TAKEN: "Taken", Fate.CHANGED: "Taken, with a change", Fate.LEFT: "Left out"}


def told(tallies: Iterable[Tally]) -> Iterator[str]:
    """The lines of the report; where nothing was changed or left out it says so."""
    every = merged(tallies)
    for fate in Fate:
        own = [one for one in every if one.fate is fate]
        if fate is Fate.TAKEN:
            said = ", ".join(f"{one.what} {one.count:,}" for one in own) or "nothing"
            yield f"{_HEADS[fate]}: {visible(said)}."
        elif own:
            yield f"{_HEADS[fate]}:"
            yield from (f"  {_line(one)}" for one in own)
    if not any(one.fate is Fate.LEFT for one in every):
        yield "Nothing was left out."


def mishap(one: Mishap) -> str:
    """A problem in a place of a foreign file, on one line."""
    place = ": ".join(filter(None, (one.file, one.where)))
    return visible(f"{place}: {one.message}. {one.help}".strip())


def merged(tallies: Iterable[Tally]) -> list[Tally]:
    """Tallies of several files with those alike added up, in the order in which they came."""
    found: dict[tuple[Fate, str, str], Tally] = {}
    for one in tallies:
        key = (one.fate, one.what, one.why)
        first = found.get(key)
        if first is None:
            found[key] = one
            continue
        examples = tuple(dict.fromkeys((*first.examples, *one.examples)))[:5]
        found[key] = Tally(one.fate, one.what, first.count + one.count, one.why, examples)
    return list(found.values())


def write(kind: str, facts: dict[str, Any], tallies: Iterable[Tally], stream: TextIO) -> None:
    """Write the same as JSON (`gapcheck-loss/1`); `kind` is `import` or `export`."""
    every = [
        {
            "fate": str(one.fate).replace(" ", "-"),
            "what": one.what,
            "count": one.count,
            "why": one.why,
            "examples": list(one.examples),
        }
        for one in merged(tallies)
    ]
    whole = {"format": "gapcheck-loss/1", "of": kind, **facts, "tallies": every}
    json.dump(whole, stream, ensure_ascii=False, indent=2)
    stream.write("\n")


def _line(one: Tally) -> str:
    more = ", …" if one.count > len(one.examples) > 1 else ""
    examples = f" [{', '.join(one.examples)}{more}]" if one.examples else ""
    return visible(f"{one.what} ({one.count:,}): {one.why}{examples}")
