"""Which reading of positions a project keeps to, and what each source's selections are by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from gapcheck.importers.qdpx.positions import READINGS, Mark, Ruler, ruler, score
from gapcheck.importers.qdpx.sources import RawSource
from gapcheck.interchange.ledger import Ledger

_FEW: Final = 8
_LEAST: Final = 0.6
_ENOUGH_ALONE: Final = 5
_SURE: Final = 0.85


@dataclass(frozen=True, slots=True)
class Choice:
    """The reading of a source's positions; `fits` says whether they can be trusted."""

    measure: Ruler
    fits: bool


@dataclass(frozen=True, slots=True)
class _Tried:
    """A source under every reading: its rulers, how many marks it has, and how well they fit."""

    source: RawSource
    marks: Sequence[Mark]
    rulers: Sequence[Ruler]
    scores: Sequence[float]

    @property
    def telling(self) -> bool:
        """Whether the readings differ for this text at all."""
        raw = self.source.raw or ""
        return "\r\n" in raw or any(each > "\uffff" for each in raw)


def by_the_standard(sources: Sequence[RawSource]) -> dict[str, Choice]:
    """The standard's reading for each source with a text; gapcheck itself keeps to it."""
    texts = ((each.key, each.raw) for each in sources if each.raw is not None)
    return {key: Choice(ruler(raw, READINGS[0]), fits=True) for key, raw in texts}


def chosen(sources: Sequence[RawSource], ledger: Ledger) -> dict[str, Choice]:
    """The choice for each source with a text, by its key; said in the ledger."""
    tried = [_try(each) for each in sources if each.raw is not None]
    marked = [each for each in tried if each.marks]
    best = _best(marked)
    if any(each.telling for each in marked):
        said = f"Positions were read as {READINGS[best].said}; {_mean(marked, best):.0%} fit."
        ledger.changed("selections", said, count=sum(len(each.marks) for each in marked))
    found = {}
    for each in tried:
        number = _own(each, best, ledger)
        fits = _trusted(each.scores[number], len(each.marks))
        found[each.source.key] = Choice(each.rulers[number], fits)
        if not fits:
            why = f"Their positions cut words in every reading ({each.scores[number]:.0%} fit)."
            ledger.left("selections", why, each.source.name, len(each.marks))
    return found


def _try(source: RawSource) -> _Tried:
    raw = source.raw or ""
    marks = [each.mark for each in source.selections if each.mark is not None]
    rulers = list(_rulers(raw))
    return _Tried(source, marks, rulers, [score(each, marks) for each in rulers])


def _rulers(raw: str) -> Iterator[Ruler]:
    yield from (ruler(raw, each) for each in READINGS)


def _best(marked: Sequence[_Tried]) -> int:
    """The number of the reading that fits most selections; of several the first."""
    means = [_mean(marked, number) for number in range(len(READINGS))]
    return means.index(max(means))


def _mean(marked: Sequence[_Tried], number: int) -> float:
    total = sum(len(each.marks) for each in marked)
    held = sum(each.scores[number] * len(each.marks) for each in marked)
    return held / total if total else 1.0


def _own(tried: _Tried, best: int, ledger: Ledger) -> int:
    """The project's reading, unless a source's own selections plainly speak for another."""
    number = list(tried.scores).index(max(tried.scores))
    alone = len(tried.marks) >= _ENOUGH_ALONE
    if alone and tried.scores[best] < _LEAST and tried.scores[number] > _SURE:
        said = f"In this source positions were read as {READINGS[number].said}."
        ledger.changed("sources", said, tried.source.name)
        return number
    return best


def _trusted(fit: float, count: int) -> bool:
    # Of a few selections some may well be drawn carelessly.
    return (fit >= _LEAST if count >= _FEW else fit > 0) or not count
