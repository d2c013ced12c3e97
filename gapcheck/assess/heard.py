"""Who is heard in a partnership as a whole: its sources, by sector and tier."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.assess import wording
from gapcheck.assess.admissible import speaker_exclusion
from gapcheck.assess.fieldwork import Fieldwork, sectors_of
from gapcheck.assess.hearing import HEARING
from gapcheck.assess.statements import tier_by_default
from gapcheck.model.choices import Exclusion, SourceKind
from gapcheck.model.report import HeardCell, SourceView
from gapcheck.model.study import Source

_Place = tuple[str, str | None]


def heard_cells(work: Fieldwork) -> tuple[HeardCell, ...]:
    """The cells from which anybody speaks, by sector and tier; what has no tier stands last."""
    used: dict[_Place, list[Source]] = {}
    withheld: dict[_Place, list[Source]] = {}
    for source, excluded in work.sources:
        places = _places(source, work, excluded)
        for place in {place for place, shut_out in places if not shut_out}:
            used.setdefault(place, []).append(source)
        for place in {place for place, shut_out in places if shut_out}:
            if (place, False) not in places:
                withheld.setdefault(place, []).append(source)
    words = work.settings.vocabulary
    sectors = wording.in_order({sector for sector, _ in (*used, *withheld)}, words.sectors)
    tiers = (*words.tiers, None)
    return tuple(
        _cell((sector, tier), used.get((sector, tier), []), withheld.get((sector, tier), []))
        for sector in sectors
        for tier in tiers
        if (sector, tier) in used or (sector, tier) in withheld
    )


def heard_sectors(work: Fieldwork) -> frozenset[str]:
    """The sectors that speak in a hearing, or were asked anything."""
    spoke = (
        sectors_of(source, work.today)
        for source, excluded in work.sources
        if excluded is None and source.kind in HEARING
    )
    return frozenset().union(*spoke, *work.asked.values())


def source_views(work: Fieldwork) -> tuple[SourceView, ...]:
    """Every source of the partnership, those that are shut out too."""
    return tuple(_view(source, excluded, work) for source, excluded in work.sources)


def _cell(place: _Place, used: list[Source], withheld: list[Source]) -> HeardCell:
    # Who answered two surveys is counted twice: nothing in the files tells them apart.
    surveyed = [of for source in used if (of := _surveyed(source)) is not None]
    return HeardCell(
        *place,
        tuple(source.id for source in used),
        tuple(source.id for source in withheld),
        sum(surveyed) if surveyed else None,
    )


def _surveyed(source: Source) -> int | None:
    """How many answered a survey: as the source says, else its largest share."""
    if source.kind is not SourceKind.SURVEY:
        return None
    shares = (code.share for excerpt in source.excerpts for code in excerpt.codes or ())
    return source.population or max((s.of for s in shares if s and s.of), default=None)


def _places(
    source: Source, work: Fieldwork, excluded: Exclusion | None
) -> set[tuple[_Place, bool]]:
    """Each sector and tier that speaks in a source, and whether it is shut out there."""
    return {
        ((sector, tier), excluded is not None or shut_out)
        for sector, tier, shut_out in (*_speakers(source, work), *_coded(source, work))
    }


def _speakers(source: Source, work: Fieldwork) -> Iterator[tuple[str, str | None, bool]]:
    for speaker in source.speakers:
        shut_out = speaker_exclusion(source, speaker, work.today) is not None
        yield speaker.sector, speaker.tier or tier_by_default(source.kind, speaker), shut_out
    sector = source.author or source.respondents
    codes = [code for excerpt in source.excerpts for code in excerpt.codes or ()]
    # A paper or a survey that is coded tier by tier speaks from those tiers only.
    if sector and not (codes and all(code.tier for code in codes)):
        yield sector, tier_by_default(source.kind, None), False


def _coded(source: Source, work: Fieldwork) -> Iterator[tuple[str, str | None, bool]]:
    for excerpt in source.excerpts:
        speaker = source.speaker_of(excerpt)
        sector = speaker.sector if speaker else source.author or source.respondents or ""
        for code in excerpt.codes or ():
            if code.tier:
                shut_out = speaker_exclusion(source, speaker, work.today) is not None
                yield sector, code.tier, shut_out


def _view(source: Source, excluded: Exclusion | None, work: Fieldwork) -> SourceView:
    words = work.settings.vocabulary
    places = [place for place, _ in _places(source, work, excluded)]
    tiers = wording.in_order({tier for _, tier in places if tier}, words.tiers)
    return SourceView(
        id=source.id,
        kind=source.kind,
        date=source.date.text,
        sectors=wording.in_order({sector for sector, _ in places}, words.sectors),
        tiers=tiers + ((None,) if any(tier is None for _, tier in places) else ()),
        population=source.population,
        excerpts=len(source.excerpts),
        unreviewed=sum(excerpt.codes is None for excerpt in source.excerpts),
        used=excluded is None,
        excluded=excluded,
        citation=source.citation,
    )
