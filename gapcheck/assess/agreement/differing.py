"""What coders disagree on, excerpt by excerpt, with its words where these may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gapcheck.assess.agreement.pairs import Pair, of_both
from gapcheck.assess.agreement.units import Shared
from gapcheck.model.agreement import NOT_CODED, Disagreement, Side
from gapcheck.model.study import Imperative
from gapcheck.model.suggestion import Matchable


def disagreements(
    units: Sequence[Shared], pairs: Iterable[Pair], imperatives: Mapping[str, Imperative]
) -> tuple[Disagreement, ...]:
    """All of them, and what was settled of them: by imperative, by pair, as the files stand."""
    order = {name: number for number, name in enumerate(imperatives)}
    found = [one for pair in pairs for one in _of(units, pair, imperatives)]
    return tuple(sorted(found, key=lambda one: (order[one.imperative.name], one.coders)))


def _of(
    units: Sequence[Shared], pair: Pair, imperatives: Mapping[str, Imperative]
) -> Iterator[Disagreement]:
    for one in sorted(of_both(units, pair), key=_place):
        for name in sorted(one.named(pair) & imperatives.keys()):
            settled = one.settled.get(name)
            alike = one.category(pair[0], name) == one.category(pair[1], name)
            if one.admitted is not None and (settled or not alike):
                yield _told(one, one.admitted, pair, imperatives[name])


def _told(one: Shared, admitted: Matchable, pair: Pair, imperative: Imperative) -> Disagreement:
    settled, shown = one.settled.get(imperative.name), admitted.quotable
    source, excerpt = one.source, one.excerpt
    first, second = (_side(one, coder, imperative.name, shown=shown) for coder in pair)
    return Disagreement(
        lsp=source.lsp,
        source=source.id,
        excerpt=excerpt.id,
        location=excerpt.location,
        kind=source.kind,
        sector=admitted.sector,
        role=admitted.role,
        source_date=source.date,
        about=excerpt.about or source.date,
        population=source.population,
        words=source.words,
        quote=excerpt.text if shown else None,
        translation=excerpt.translation if shown else None,
        imperative=imperative,
        sides=(first, second),
        agreed_by=settled.agreed_by if settled else None,
        agreed_on=settled.agreed_on if settled else None,
    )


def _side(one: Shared, coder: str, imperative: str, *, shown: bool) -> Side:
    codes = one.on(coder, imperative)
    category = one.category(coder, imperative)
    if category == NOT_CODED:
        return Side(coder, category)
    # What a coder notes of somebody's words may repeat them.
    memos = [code.memo.strip() for code in codes if code.memo] if shown else []
    return Side(coder, category, codes[0].location, "\n".join(memos) or None)


def _place(one: Shared) -> tuple[str, int, int]:
    place = one.excerpt.location
    return place.path, place.line, place.column
