"""One partnership's evidence, gone through once: who speaks in each excerpt, and to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from gapcheck.assess.admissible import is_after, source_exclusion, speaker_exclusion
from gapcheck.assess.suspects import Coded
from gapcheck.model.choices import Exclusion, QuoteConsent
from gapcheck.model.settings import Settings
from gapcheck.model.study import Code, Excerpt, Partnership, Source, Speaker

Voice = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """An excerpt with the one who speaks in it, and what shuts it out before any imperative does.

    `shut_out` is consent's exclusion or after-as-at; `coders` is how many coded it.
    """

    source: Source
    excerpt: Excerpt
    speaker: Speaker | None
    sector: str
    voice: Voice
    shut_out: Exclusion | None
    quotable: bool
    double_coded: bool


@dataclass(frozen=True, slots=True)
class Fieldwork:
    """A partnership's sources as at a day, indexed by the imperatives that they speak to.

    `asked` holds, by imperative, the sectors that it was put to; `earliest` is the first day
    that anything here speaks of; `suspect` are codes on imperatives that have changed since.
    """

    partnership: Partnership
    settings: Settings
    as_at: date | None
    sources: tuple[tuple[Source, Exclusion | None], ...] = ()
    passages: tuple[Passage, ...] = ()
    coded: Mapping[str, tuple[tuple[Passage, Code], ...]] = field(default_factory=dict)
    asked: Mapping[str, frozenset[str]] = field(default_factory=dict)
    earliest: date | None = None
    today: date = date.max
    suspect: frozenset[Coded] = frozenset()


def fieldwork(  # noqa: PLR0913 - the seven things that a judgement rests on, each by its name
    partnership: Partnership,
    sources: Iterable[Source],
    settings: Settings,
    *,
    as_at: date | None,
    today: date,
    double_coded: frozenset[tuple[str, str]] = frozenset(),
    suspect: frozenset[Coded] = frozenset(),
) -> Fieldwork:
    """Go through a partnership's sources; `double_coded` names (source, excerpt) pairs."""
    local = sorted((s for s in sources if s.lsp == partnership.id), key=lambda s: s.id)
    excluded = tuple((source, _excluded(source, as_at, today)) for source in local)
    passages = tuple(
        _passage(source, excerpt, as_at, today, (source.id, excerpt.id) in double_coded)
        for source in local
        for excerpt in sorted(source.excerpts, key=lambda e: (len(e.id), e.id))
    )
    return Fieldwork(
        partnership,
        settings,
        as_at,
        excluded,
        passages,
        _by_imperative(passages),
        _asked(excluded, today),
        _earliest(local, passages, today),
        today,
        suspect,
    )


def sectors_of(source: Source, today: date) -> frozenset[str]:
    """The sectors that speak in a source, without speakers whom consent shuts out."""
    if not source.speakers:
        return frozenset(filter(None, (source.author, source.respondents)))
    return frozenset(
        s.sector for s in source.speakers if speaker_exclusion(source, s, today) is None
    )


def _excluded(source: Source, as_at: date | None, today: date) -> Exclusion | None:
    after = Exclusion.AFTER_AS_AT if is_after(source, as_at) else None
    return source_exclusion(source, today) or after


def _passage(
    source: Source, excerpt: Excerpt, as_at: date | None, today: date, double_coded: bool
) -> Passage:
    speaker = source.speaker_of(excerpt)
    sector = speaker.sector if speaker else source.author or source.respondents or ""
    after = Exclusion.AFTER_AS_AT if is_after(source, as_at) else None
    promises = {source.consent.quote, speaker.consent.quote if speaker else source.consent.quote}
    return Passage(
        source,
        excerpt,
        speaker,
        sector,
        _voice(source, speaker, sector),
        speaker_exclusion(source, speaker, today) or after,
        QuoteConsent.NONE not in promises,
        double_coded,
    )


def _voice(source: Source, speaker: Speaker | None, sector: str) -> Voice:
    # People in a group echo one another: each sector of it is one voice.
    if len(source.speakers) > 1:
        return ("group", source.id, sector)
    return ("speaker", speaker.id) if speaker else ("source", source.id)


def _by_imperative(
    passages: tuple[Passage, ...],
) -> dict[str, tuple[tuple[Passage, Code], ...]]:
    found: dict[str, list[tuple[Passage, Code]]] = {}
    for passage in passages:
        codes = passage.excerpt.codes or ()
        # Two codes of one excerpt on one imperative stand in an order that no file changes.
        for code in sorted(codes, key=_code_key) if len(codes) > 1 else codes:
            found.setdefault(code.imperative, []).append((passage, code))
    return {imperative: tuple(pairs) for imperative, pairs in found.items()}


def _code_key(code: Code) -> tuple[str, ...]:
    return tuple(str(part or "") for part in (code.rung, code.stance, code.basis, code.tier))


def _asked(
    sources: tuple[tuple[Source, Exclusion | None], ...], today: date
) -> dict[str, frozenset[str]]:
    asked: dict[str, frozenset[str]] = {}
    for source, excluded in sources:
        for imperative in source.asked if excluded is None else ():
            asked[imperative] = asked.get(imperative, frozenset()) | sectors_of(source, today)
    return asked


def _earliest(sources: list[Source], passages: tuple[Passage, ...], today: date) -> date | None:
    """The first day that anything speaks of which consent admits, whatever the as-at day."""
    # As-at is no bound here: a later look back shows that the time is within memory.
    days = [s.date.first for s in sources if source_exclusion(s, today) is None]
    days += [
        passage.excerpt.about.first
        for passage in passages
        if passage.excerpt.about and passage.shut_out in (None, Exclusion.AFTER_AS_AT)
    ]
    return min(days, default=None)
