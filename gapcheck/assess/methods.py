"""How a study was done, counted over what consent admits: who spoke, what was asked, who coded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gapcheck.assess.admissible import source_exclusion, speaker_exclusion
from gapcheck.assess.wording import in_order
from gapcheck.model.choices import Exclusion, QuoteConsent, Words
from gapcheck.model.corpus import Corpus
from gapcheck.model.methods import Coding, Gathering, Methods, Sample
from gapcheck.model.quoted import tally
from gapcheck.model.settings import Vocabulary
from gapcheck.model.study import Excerpt, Source, Speaker

_STRICTEST_LAST = tuple(QuoteConsent)


@dataclass(frozen=True, slots=True)
class Admitted:
    """A source with those of its speakers and excerpts that consent admits."""

    source: Source
    speakers: tuple[Speaker, ...]
    excerpts: tuple[Excerpt, ...]


def methods(corpus: Corpus, lsps: frozenset[str], today: date) -> Methods:
    """Count over some partnerships; `today` decides which embargoes are over."""
    own = [source for source in corpus.sources if source.lsp in lsps]
    reasons = Counter(source_exclusion(source, today) for source in own)
    held = [_admitted(each, today) for each in own if source_exclusion(each, today) is None]
    return Methods(
        sample=_sample(held, reasons, corpus.settings.vocabulary),
        gathering=_gathering(held),
        coding=_coding(held, corpus),
    )


def _admitted(source: Source, today: date) -> Admitted:
    speakers = tuple(
        each for each in source.speakers if speaker_exclusion(source, each, today) is None
    )
    out = {each.id for each in source.speakers}.difference(each.id for each in speakers)
    return Admitted(
        source, speakers, tuple(each for each in source.excerpts if each.speaker not in out)
    )


def _sample(
    held: Sequence[Admitted], reasons: Counter[Exclusion | None], vocabulary: Vocabulary
) -> Sample:
    people: dict[tuple[str, str], list[Speaker]] = {}
    for each in held:
        for speaker in each.speakers:
            people.setdefault((each.source.lsp, speaker.id), []).append(speaker)
    first = [own[0] for own in people.values()]
    sectors = Counter(each.sector for each in first)
    tiers = Counter(each.tier for each in first)
    quoting = Counter(max((one.consent.quote for one in own), key=_STRICTEST_LAST.index)
                      for own in people.values())  # fmt: skip
    names = {name for own in people.values() for one in own for name, _ in one.attributes}
    ordered = (*in_order((each for each in tiers if each), vocabulary.tiers), None)
    return Sample(
        people=len(people),
        again=sum(len(own) > 1 for own in people.values()),
        sectors=tuple((each, sectors[each]) for each in in_order(sectors, vocabulary.sectors)),
        tiers=tuple((each, tiers[each]) for each in ordered if tiers[each]),
        attributes=tuple(sorted(names)),
        quoting=tuple((each, quoting[each]) for each in QuoteConsent if quoting[each]),
        archive=sum(all(one.consent.archive for one in own) for own in people.values()),
        shut_out=tuple((each, reasons[each]) for each in Exclusion if reasons[each]),
    )


def _gathering(held: Sequence[Admitted]) -> Gathering:
    spoken = [each.source for each in held if each.source.speakers]
    asking = [source.asked for source in spoken if source.asked]
    return Gathering(
        sources=len(spoken),
        asked_in=len(asking),
        asked=len({imperative for asked in asking for imperative in asked}),
        notes=sum(source.words is Words.NOTES for source in spoken),
        transcripts=sum(source.transcript is not None for source in spoken),
        languages=tuple(sorted({source.language for source in spoken}.difference({"en"}))),
        memos=sum(map(_memos, held)),
    )


def _memos(own: Admitted) -> int:
    on_excerpts = sum(each.memo is not None for each in own.excerpts)
    on_codes = sum(code.memo is not None for each in own.excerpts for code in each.codes or ())
    return (own.source.memo is not None) + on_excerpts + on_codes


def _coding(held: Sequence[Admitted], corpus: Corpus) -> Coding:
    excerpts = [excerpt for each in held for excerpt in each.excerpts]
    own = {(each.source.lsp, each.source.id): each for each in held}
    second = [one for one in corpus.second_codings if (one.lsp, one.source) in own]
    coders = {each.source.coder for each in held if each.source.coder}
    twice = {
        (one.lsp, one.source, name)
        for one in second
        for name, _ in one.codes
        if name in {each.id for each in own[one.lsp, one.source].excerpts}
    }
    return Coding(
        coders=tuple(sorted(coders.union(one.coder for one in second))),
        unsigned=sum(not each.source.coder for each in held),
        excerpts=len(excerpts),
        unreviewed=sum(each.codes is None for each in excerpts),
        twice=len(twice),
        agreed=sum(bool(code.agreed_by) for each in excerpts for code in each.codes or ()),
        themes=_named(each.themes for each in excerpts),
        barriers=_named(each.barriers for each in excerpts),
        enablers=_named(each.enablers for each in excerpts),
        tensions=_named(each.tensions for each in excerpts),
        configurations=sum(each.realist is not None for each in excerpts),
        quotes=tally(one for one in corpus.quoted if (one.lsp, one.source) in own),
    )


def _named(lists: Iterable[tuple[str, ...]]) -> int:
    return len({name for names in lists for name in names})
