"""A partnership's part of a report as everybody may read it: who was heard, but not how many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gapcheck.model.choices import SourceKind
from gapcheck.model.dates import PartialDate
from gapcheck.model.report import HeardCell, PartnershipReport, SourceView
from gapcheck.publish.ground import Ground
from gapcheck.publish.names import told_names
from gapcheck.publish.people import is_spoken, year
from gapcheck.publish.pooling import POOL, renamed


def told_part(part: PartnershipReport, ground: Ground) -> PartnershipReport:
    """The part with its papers told one by one and its people by kind and year alone."""
    used = [source for source in part.sources if source.used]
    spoken = any(is_spoken(source.kind) for source in used)
    heard = _by_sector(part, ground) if spoken else tuple(_papers_heard(part, ground))
    pooled = any(cell.sector == POOL for cell in heard)
    unheard = renamed(part.unheard, ground.together)
    told = replace(
        part,
        partnership=ground.partnership,
        as_at=ground.as_at,
        sources=(*_papers(used, ground), *_people(used)),
        heard=heard,
        unheard=tuple(each for each in unheard if each != POOL or not pooled),
    )
    if not spoken:
        return told
    if ground.lost:
        return replace(told, barriers=(), enablers=(), tensions=())
    return replace(
        told,
        barriers=told_names(part.barriers, ground.common, ground.least),
        enablers=told_names(part.enablers, ground.common, ground.least),
        tensions=told_names(part.tensions, ground.common, ground.least),
    )


def _papers(used: Iterable[SourceView], ground: Ground) -> Iterator[SourceView]:
    for source in used:
        if not is_spoken(source.kind):
            yield source if ground.named(source.kind) else _unnamed(source)


def _unnamed(source: SourceView) -> SourceView:
    return replace(source, id="", date=str(year(PartialDate.parse(source.date))), citation=None)


def _people(used: Iterable[SourceView]) -> Iterator[SourceView]:
    """All of one kind and year as one, without a number."""
    found: dict[tuple[str, str], SourceView] = {}
    for source in used:
        if is_spoken(source.kind):
            when = str(year(PartialDate.parse(source.date)))
            key = source.kind.value, when
            waiting = source.unreviewed + (found[key].unreviewed if key in found else 0)
            found[key] = SourceView(
                "", source.kind, when, (), (), None, 0, waiting, True, None, told=False
            )
    yield from found.values()


def _papers_heard(part: PartnershipReport, ground: Ground) -> Iterator[HeardCell]:
    """The grid of a partnership of which there are only papers and surveys."""
    for cell in part.heard:
        if cell.sources:
            told = _ids(cell.sources, ground)
            yield replace(cell, sources=told, withheld=(), survey_of=_surveyed(cell, part, ground))


def _by_sector(part: PartnershipReport, ground: Ground) -> tuple[HeardCell, ...]:
    """Which sectors were heard, without their tiers and numbers."""
    sources: dict[str, tuple[str, ...]] = {}
    for cell in part.heard:
        if cell.sources:
            (name,) = renamed([cell.sector], ground.together)
            sources[name] = (*sources.get(name, ()), *cell.sources)
    cells = (HeardCell(name, None, tuple(sorted({*own}))) for name, own in sources.items())
    return tuple(_without_people(cell, part, ground) for cell in cells)


def _without_people(cell: HeardCell, part: PartnershipReport, ground: Ground) -> HeardCell:
    spoken = ground.is_person(cell.sources or ())
    told = None if spoken else _ids(cell.sources or (), ground)
    return replace(cell, sources=told, survey_of=_surveyed(cell, part, ground))


def _ids(sources: tuple[str, ...], ground: Ground) -> tuple[str, ...]:
    """The ids of papers, empty where they are not told, so that they can be counted."""
    kinds = (ground.kinds[source] for source in sources)
    return tuple(
        source if ground.named(kind) else "" for source, kind in zip(sources, kinds, strict=True)
    )


def _surveyed(cell: HeardCell, part: PartnershipReport, ground: Ground) -> int | None:
    """How many answered the surveys of a cell; None where one of them is too small to be told."""
    own = [s for s in part.sources if s.id in (cell.sources or ()) and s.kind is SourceKind.SURVEY]
    sizes = [source.population for source in own]
    told = [size for size in sizes if size is not None and size >= ground.least]
    return sum(told) if told and len(told) == len(sizes) else None
