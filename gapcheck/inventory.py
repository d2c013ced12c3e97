"""What a study holds, counted: rows for `gapcheck list`, and its totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Code, Excerpt, Source

Row = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Inventory:
    """A table of one kind of thing; numbers are counts."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """How much there is of everything; excerpts of withdrawn sources are in no count."""

    policies: int
    imperatives: int
    partnerships: int
    sources: int
    coded: int
    unreviewed: int


def totals(corpus: Corpus) -> Totals:
    """Count what a study holds."""
    excerpts = [one for source in _usable(corpus) for one in source.excerpts]
    unreviewed = sum(one.codes is None for one in excerpts)
    return Totals(
        policies=len(corpus.policies),
        imperatives=sum(len(policy.imperatives) for policy in corpus.policies),
        partnerships=len(corpus.partnerships),
        sources=len(corpus.sources),
        coded=len(excerpts) - unreviewed,
        unreviewed=unreviewed,
    )


def _usable(corpus: Corpus) -> Iterator[Source]:
    return (one for one in corpus.sources if not one.consent.withdrawn and one.consent.analysis)


def _codes(corpus: Corpus) -> Iterator[tuple[Source, Excerpt, Code]]:
    for source in _usable(corpus):
        for excerpt in source.excerpts:
            for code in excerpt.codes or ():
                yield source, excerpt, code


def _imperatives(corpus: Corpus) -> Inventory:
    codes: Counter[str] = Counter()
    places: dict[str, set[str]] = {}
    for source, _, code in _codes(corpus):
        codes[code.imperative] += 1
        places.setdefault(code.imperative, set()).add(source.lsp)
    rows = tuple(
        (one.name, str(one.modality), codes[one.name], len(places.get(one.name, ())), one.text)
        for policy in corpus.policies
        for one in policy.imperatives
    )
    return Inventory(("imperative", "modality", "codes", "partnerships", "text"), rows)


def _sources(corpus: Corpus) -> Inventory:
    rows = tuple(
        (
            f"{one.lsp}/{one.id}",
            str(one.kind),
            one.date.text,
            len(one.excerpts),
            sum(len(excerpt.codes or ()) for excerpt in one.excerpts),
            sum(excerpt.codes is None for excerpt in one.excerpts),
        )
        for one in (*corpus.sources, *corpus.background)
    )
    return Inventory(("source", "kind", "date", "excerpts", "codes", "unreviewed"), rows)


def _partnerships(corpus: Corpus) -> Inventory:
    sources = Counter(one.lsp for one in corpus.sources)
    excerpts = Counter(one.lsp for one in corpus.sources for _ in one.excerpts)
    rows = tuple(
        (
            one.id,
            one.kind,
            str(one.nation),
            _standing(one.illustrative, one.population),
            sources[one.id],
            excerpts[one.id],
            one.name,
        )
        for one in corpus.partnerships
    )
    headings = ("partnership", "kind", "nation", "standing", "sources", "excerpts", "name")
    return Inventory(headings, rows)


def _standing(illustrative: bool, population: int | None) -> str:
    if illustrative:
        return "invented"
    return f"stands for {population}" if population else "a place"


def _themes(corpus: Corpus) -> Inventory:
    used: Counter[str] = Counter()
    places: dict[str, set[str]] = {}
    for source in _usable(corpus):
        for excerpt in source.excerpts:
            for theme in excerpt.themes:
                used[theme] += 1
                places.setdefault(theme, set()).add(source.lsp)
    rows = tuple((theme, used[theme], len(places[theme])) for theme in sorted(used))
    return Inventory(("theme", "excerpts", "partnerships"), rows)


INVENTORIES: Final[Mapping[str, Callable[[Corpus], Inventory]]] = MappingProxyType(
    {
        "imperatives": _imperatives,
        "sources": _sources,
        "partnerships": _partnerships,
        "themes": _themes,
    }
)
