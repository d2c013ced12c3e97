"""National sources: shown beside a finding, never counted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gapcheck.assess.admissible import speaker_exclusion
from gapcheck.model.choices import QuoteConsent
from gapcheck.model.finding import Background
from gapcheck.model.study import Excerpt, Source


def background(sources: Iterable[Source], today: date) -> dict[str, tuple[Background, ...]]:
    """By imperative, the coded words of national sources that consent lets a report show."""
    found: dict[str, list[Background]] = {}
    for source in sorted(sources, key=lambda s: s.id):
        for excerpt in sorted(source.excerpts, key=lambda e: (len(e.id), e.id)):
            if _may_be_shown(source, excerpt, today):
                shown = Background(
                    source.id, excerpt.id, excerpt.text, excerpt.location, source.citation
                )
                for name in {code.imperative for code in excerpt.codes or ()}:
                    found.setdefault(name, []).append(shown)
    return {name: tuple(words) for name, words in found.items()}


def _may_be_shown(source: Source, excerpt: Excerpt, today: date) -> bool:
    speaker = source.speaker_of(excerpt)
    if speaker_exclusion(source, speaker, today) is not None:
        return False
    # A background without its words would say nothing, so it is left out whole.
    quotes = {source.consent.quote, (speaker or source).consent.quote}
    return QuoteConsent.NONE not in quotes
