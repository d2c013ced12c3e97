"""The sheet of sources: a row for each speaker, and what was promised to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from gapcheck.exporters.workbook.rows import MayShow, Row, listed, notes_may_show, said
from gapcheck.model.choices import QuoteConsent, Words
from gapcheck.model.corpus import Corpus
from gapcheck.model.dates import PartialDate
from gapcheck.model.study import Consent, Source, Speaker
from gapcheck.model.workbook import CONSENT, UNNAMED, WITHHELD

_WIDEST_FIRST = tuple(QuoteConsent)
Bodies = Mapping[str, str]
"""The tiers of a partnership's constituent partnerships."""


def sources(corpus: Corpus, may_show: MayShow) -> Iterator[Row]:
    """The rows of all sources, those that speak of no one partnership last."""
    bodies = {each.id: {body.id: body.tier for body in each.bodies} for each in corpus.partnerships}
    second = {(each.lsp, each.source) for each in corpus.second_codings}
    for source in (*corpus.sources, *corpus.background):
        # Else a second coder whose codes alone are shown would be taken for the first.
        unnamed = source.coder is None and (source.lsp, source.id) in second
        known = replace(source, coder=UNNAMED) if unnamed else source
        yield from _rows(known, bodies.get(source.lsp, {}), may_show)


def _rows(source: Source, bodies: Bodies, may_show: MayShow) -> Iterator[Row]:
    same = {
        "source": source.id,
        "lsp": source.lsp,
        "kind": str(source.kind),
        "date": str(source.date),
    }
    first = {**same, **_about(source, may_show)}
    spoken: list[Row] = [
        {**_speaker(each, bodies), **_promised(each.consent)} for each in source.speakers
    ]
    if not spoken or not _told_by_speakers(source):
        promised = source.consent != Consent() or spoken
        spoken.insert(0, _promised(source.consent) if promised else {})
    for number, own in enumerate(spoken):
        yield {**(same if number else first), **own}


def _about(source: Source, may_show: MayShow) -> Row:
    noted = notes_may_show(source, may_show)
    language = "" if source.language == "en" else source.language
    return {
        "author": said(source.author),
        "respondents": said(source.respondents),
        "of": said(source.population),
        "coder": said(source.coder),
        "language": language,
        "words": "" if source.words is Words.VERBATIM else str(source.words),
        "asked": listed(source.asked),
        "transcript": said(source.transcript),
        "citation": said(source.citation) if noted or not source.citation else WITHHELD,
        "memo": said(source.memo) if noted or not source.memo else WITHHELD,
    }


def _speaker(speaker: Speaker, bodies: Bodies) -> Row:
    # A tier that only follows from the body was not typed.
    follows = speaker.body is not None and bodies.get(speaker.body) == speaker.tier
    return {
        "speaker": speaker.id,
        "sector": speaker.sector,
        "role": said(speaker.role),
        "tier": "" if follows else said(speaker.tier),
        "partnership": said(speaker.body),
    }


def _promised(consent: Consent) -> Row:
    until = _last(consent.embargo_until)
    return {
        f"{CONSENT}quote": str(consent.quote),
        f"{CONSENT}archive": said(consent.archive),
        f"{CONSENT}withdrawn": said(consent.withdrawn),
        f"{CONSENT}embargo until": said(until),
        f"{CONSENT}analysis": said(consent.analysis),
    }


def _told_by_speakers(source: Source) -> bool:
    """Whether the source's own promise is the loosest of its speakers', so that it is told."""
    own, those = source.consent, [each.consent for each in source.speakers]
    return (
        own.analysis == any(each.analysis for each in those)
        and own.quote == min((each.quote for each in those), key=_WIDEST_FIRST.index)
        and own.archive == any(each.archive for each in those)
        and own.withdrawn == all(each.withdrawn for each in those)
        and _free(own) == min(_free(each) for each in those)
    )


def _last(dates: tuple[PartialDate, ...]) -> PartialDate | None:
    return max(dates, key=_free_day) if dates else None


def _free(consent: Consent) -> date:
    until = _last(consent.embargo_until)
    return _free_day(until) if until else date.min


def _free_day(until: PartialDate) -> date:
    """The first day after an embargo: a year or a month has to be over."""
    if until.last in (until.first, date.max):
        return until.first
    return until.last + timedelta(days=1)
