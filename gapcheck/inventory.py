"""What a study holds, counted: rows for `gapcheck list`, and its totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from gapcheck.model.corpus import Corpus
from gapcheck.model.held import Held
from gapcheck.model.study import Consent, Excerpt, Source

Row = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Inventory:
    """A table of one kind of thing; numbers are counts."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """How much there is of everything; excerpts that consent shuts out are in no count."""

    policies: int
    imperatives: int
    partnerships: int
    sources: int
    coded: int
    unreviewed: int


def totals(corpus: Corpus) -> Totals:
    """Count what a study holds."""
    excerpts = [one for _, one in _usable(corpus)]
    unreviewed = sum(one.codes is None for one in excerpts)
    return Totals(
        policies=len(corpus.policies),
        imperatives=sum(len(policy.imperatives) for policy in corpus.policies),
        partnerships=len(corpus.partnerships),
        sources=len(corpus.sources),
        coded=len(excerpts) - unreviewed,
        unreviewed=unreviewed,
    )


def files_of(corpus: Corpus) -> tuple[str, ...]:
    """The files from which anything of the corpus came, by name."""
    places = [
        *(one.location for one in corpus.policies),
        *(one.location for one in corpus.partnerships),
        *(one.location for one in (*corpus.sources, *corpus.background)),
        *(one.location for one in corpus.second_codings),
        *(one.location for one in corpus.signoffs),
    ]
    return tuple(sorted({place.path for place in places}))


def held_of(corpus: Corpus) -> Held:
    """How much a study holds, as far as a check tells of it."""
    return Held(
        title=corpus.settings.title,
        files=files_of(corpus),
        read=corpus.files,
        policies=len(corpus.policies),
        imperatives=sum(len(policy.imperatives) for policy in corpus.policies),
        partnerships=len(corpus.partnerships),
        sources=len(corpus.sources),
        quoted=corpus.quoted,
    )


def _usable(corpus: Corpus, today: date | None = None) -> Iterator[tuple[Source, Excerpt]]:
    """The excerpts that consent lets be used; on a day, without those under embargo then."""
    for source in corpus.sources:
        for excerpt in source.excerpts:
            if all(_open(one, today) for one in _promises(source, excerpt)):
                yield source, excerpt


def _promises(source: Source, excerpt: Excerpt) -> Iterator[Consent]:
    yield source.consent
    named = [one for one in source.speakers if one.id == excerpt.speaker]
    yield from (one.consent for one in named or source.speakers)


def _open(consent: Consent, today: date | None) -> bool:
    # A whole day is the first free one; a month or a year must be over.
    held = today and any(
        today < until.first if until.first == until.last else today <= until.last
        for until in consent.embargo_until
    )
    return consent.analysis and not consent.withdrawn and not held


def _imperatives(corpus: Corpus, _today: date) -> Inventory:
    codes: Counter[str] = Counter()
    places: dict[str, set[str]] = {}
    for source, excerpt in _usable(corpus):
        for code in excerpt.codes or ():
            codes[code.imperative] += 1
            places.setdefault(code.imperative, set()).add(source.lsp)
    rows = tuple(
        (one.name, str(one.modality), codes[one.name], len(places.get(one.name, ())), one.text)
        for policy in corpus.policies
        for one in policy.imperatives
    )
    return Inventory(("imperative", "modality", "codes", "partnerships", "text"), rows)


def _sources(corpus: Corpus, _today: date) -> Inventory:
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


def _partnerships(corpus: Corpus, _today: date) -> Inventory:
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


def _themes(corpus: Corpus, today: date) -> Inventory:
    used: Counter[str] = Counter()
    places: dict[str, set[str]] = {}
    for source, excerpt in _usable(corpus, today):
        for theme in excerpt.themes:
            used[theme] += 1
            places.setdefault(theme, set()).add(source.lsp)
    rows = tuple((theme, used[theme], len(places[theme])) for theme in sorted(used))
    return Inventory(("theme", "excerpts", "partnerships"), rows)


INVENTORIES: Final[Mapping[str, Callable[[Corpus, date], Inventory]]] = MappingProxyType(
    {
        "imperatives": _imperatives,
        "sources": _sources,
        "partnerships": _partnerships,
        "themes": _themes,
    }
)
