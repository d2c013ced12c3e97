"""Where in a typed transcript somebody is named before a turn of speech."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import dropwhile

from gapcheck.importers.interviews.head import introduces
from gapcheck.importers.interviews.labels import firm, is_office, plausible
from gapcheck.importers.interviews.sheet import Sheet
from gapcheck.transcripts.layout import HEADING, LABEL, timed

_ENDS = tuple('.?!…:;)]"”’*-–—')
_SHARE = 0.6
"""Of all lines: so many have to begin with names where each of them stands but once."""


@dataclass(frozen=True, slots=True)
class Named:
    """A label that was found: from the beginning of its line to behind it, and the time in it."""

    name: str = field(repr=False)
    start: int
    end: int
    time: str = ""


def named_in(
    sheet: Sheet, boxed: frozenset[str] = frozenset()
) -> tuple[list[Named], tuple[str, ...]]:
    """The labels of a text in their order, and those that stand but once and may be none.

    `boxed` are labels for sure, since brackets stood around them.
    """
    found = list(dropwhile(lambda one: introduces(sheet.line(one.start)), _candidates(sheet)))
    names = firm(one.name for one in found) | boxed
    if not names:
        return _only_once(sheet, found), ()
    first = next(one.start for one in found if one.name in names)
    kept = [
        one
        for one in found
        if one.name in names or (one.start > first and _stands_alone(sheet, one))
    ]
    once = (one.name for one in kept if one.name not in names)
    return kept, tuple(dict.fromkeys(once))


def _candidates(sheet: Sheet) -> list[Named]:
    """Whatever may be a label, one a line."""
    found = {one.start: one for one in _with_stamps(sheet)}
    for one in HEADING.finditer(sheet.text):
        found[one.start()] = Named(one["name"], one.start(), one.end(), timed(one["late"]))
    for one in LABEL.finditer(sheet.text):
        found[one.start()] = Named(one["name"], one.start(), one.end())
    return [found[start] for start in sorted(found)]


def _with_stamps(sheet: Sheet) -> Iterator[Named]:
    """Lines that hold a time and a name, and nothing more, before a line without a time."""
    numbers = dict.fromkeys(sheet.lines.number(place) for place, _ in sheet.stamps)
    last = len(sheet.lines.begins)
    for number in numbers:
        begin, end = sheet.lines.span(number)
        name = sheet.text[begin:end].strip(" \t-–—|:*_#>")
        if not name or len(name) > 60 or not plausible(name):
            continue
        below = next((n for n in range(number + 1, last + 1) if _filled(sheet, n)), None)
        if below is not None and not sheet.stamped(*sheet.lines.span(below)):
            yield Named(name, begin, end)


def _filled(sheet: Sheet, number: int) -> bool:
    begin, end = sheet.lines.span(number)
    return sheet.stamped(begin, end) or bool(sheet.text[begin:end].strip())


def _stands_alone(sheet: Sheet, one: Named) -> bool:
    """Whether a label that stands but once is no part of a sentence that goes on in its line."""
    if not plausible(one.name) or is_office(one.name):
        return False
    before = sheet.text[max(0, one.start - 200) : one.start]
    above = before.rstrip()
    return before.count("\n", len(above)) > 1 or above.endswith(_ENDS)


def _only_once(sheet: Sheet, found: list[Named]) -> list[Named]:
    kept = [one for one in found if plausible(one.name) and not is_office(one.name)]
    filled = sum(1 for number in range(1, len(sheet.lines.begins) + 1) if _filled(sheet, number))
    return kept if len(kept) > 1 and len(kept) >= _SHARE * filled else []
