"""The parts of a quote in their order, each found, and none too far from the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.transcripts.alike import Passage, alike, everywhere, exact
from gapcheck.transcripts.marks import Gap
from gapcheck.transcripts.quotation import Quotation

FEW = 25
"""Letters (about five words) below which only the very same are a find: so few resemble something
in every interview."""

_INSERTED = 60
_OMITTED = 6_000
_OMITTED_SHORT = 40
_OMITTED_AMONG_SHORT = 120


@dataclass(frozen=True, slots=True)
class Chain:
    """Where each part of a quote stands in a row, in their order."""

    links: tuple[Passage, ...]

    @property
    def score(self) -> float:
        """How alike the part is that is least so."""
        return min(one.score for one in self.links)

    @property
    def length(self) -> int:
        """Letters from the first part to the last."""
        return self.links[-1].last - self.links[0].first


def chained(quote: Quotation, row: str) -> Chain | None:
    """The parts of a quote where they fit best: most alike, else nearest together, else first."""
    lengths = [(-len(part), number) for number, part in enumerate(quote.parts)]
    found = [
        chain
        for _, number in sorted(lengths)[:2]
        for anchor in _places(quote.parts[number], row)
        if (chain := _around(quote, row, number, anchor))
    ]
    return min(found, key=_order, default=None)


def _order(one: Chain) -> tuple[float, int, int]:
    return -one.score, one.length, one.links[0].first


def _places(part: str, row: str) -> Iterator[Passage]:
    """Where a part stands word for word; else where it almost does, if it is long enough."""
    same = list(everywhere(part, row))
    yield from same
    if not same and len(part) >= FEW and (near := alike(part, row)):
        yield near


def _around(quote: Quotation, row: str, anchor: int, place: Passage) -> Chain | None:
    """The whole chain where one of its parts stands in a place."""
    longest = max(map(len, quote.parts))
    links = {anchor: place}
    for number in range(anchor + 1, len(quote.parts)):
        part = quote.parts[number]
        begin = links[number - 1].last
        end = begin + _reach(quote.gaps[number - 1], part, longest) + len(part) * 5 // 4 + 2
        found = _first(part, row, begin, end)
        if found is None:
            return None
        links[number] = found
    for number in range(anchor - 1, -1, -1):
        part = quote.parts[number]
        end = links[number + 1].first
        begin = end - _reach(quote.gaps[number], part, longest) - len(part) * 5 // 4 - 2
        found = _last(part, row, max(0, begin), end)
        if found is None:
            return None
        links[number] = found
    return Chain(tuple(links[number] for number in sorted(links)))


def _first(part: str, row: str, begin: int, end: int) -> Passage | None:
    return exact(part, row, begin, end) or _almost(part, row, begin, end)


def _last(part: str, row: str, begin: int, end: int) -> Passage | None:
    found = row.rfind(f" {part} ", begin, end)
    if found < 0:
        return _almost(part, row, begin, end)
    return Passage(100.0, found + 1, found + 1 + len(part))


def _almost(part: str, row: str, begin: int, end: int) -> Passage | None:
    return alike(part, row, begin, end) if len(part) >= FEW else None


def _reach(gap: Gap, part: str, longest: int) -> int:
    """How many letters may stand between a part and the one next to it."""
    if gap is Gap.INSERTION:
        return _INSERTED
    if longest < FEW:
        return _OMITTED_AMONG_SHORT
    return _OMITTED if len(part) >= FEW else _OMITTED_SHORT * len(part)
