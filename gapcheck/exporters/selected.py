"""What of a study may leave it: the sources, and of each the excerpts that consent covers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gapcheck.interchange.ledger import Ledger
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Code, Excerpt, Partnership, Policy, Source, Speaker

What = Excerpt | Speaker | None
Why = Callable[[Source, What], str]
"""Why an excerpt, what is known of a speaker, or (for None) a whole source may not leave; empty
where it may."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A source, and of its excerpts and speakers those that may leave.

    `noted` says whether notes on the whole source may: not where any excerpt of it stays behind,
    since they may tell of it. `seconds` are other coders' codes.
    """

    source: Source
    excerpts: tuple[Excerpt, ...]
    speakers: tuple[Speaker, ...]
    noted: bool
    seconds: tuple[tuple[str, dict[str, tuple[Code, ...]]], ...] = ()

    def speaker_of(self, excerpt: Excerpt) -> Speaker | None:
        """Who speaks in an excerpt, where that may be told."""
        spoken = self.source.speaker_of(excerpt)
        return spoken if spoken in self.speakers else None

    def sector_of(self, excerpt: Excerpt) -> str | None:
        """The sector of who speaks, or wrote, or answered."""
        speaker = self.speaker_of(excerpt)
        return speaker.sector if speaker else self.source.author or self.source.respondents


@dataclass(frozen=True, slots=True)
class Selected:
    """All that may leave a study."""

    title: str
    policies: tuple[Policy, ...]
    partnerships: tuple[Partnership, ...]
    sources: tuple[Kept, ...]


def selected(corpus: Corpus, names: Iterable[str], why: Why, ledger: Ledger) -> Selected:
    """What may leave, of the partnerships called so (without a name, of all); the rest is counted.

    Sources that speak of no one partnership go along only where all do.
    """
    wanted = set(names)
    partnerships = tuple(each for each in corpus.partnerships if not wanted or each.id in wanted)
    known = {each.id for each in partnerships}
    sources = [each for each in corpus.sources if each.lsp in known]
    if not wanted:
        sources += corpus.background
    kept = tuple(
        Kept(each, found, _speakers(each, why, ledger), _noted(each, found, ledger), seconds)
        for each in sources
        if (found := _excerpts(each, why, ledger)) is not None
        for seconds in (_seconds(corpus, each),)
    )
    return Selected(corpus.settings.title, corpus.policies, partnerships, kept)


def _excerpts(source: Source, why: Why, ledger: Ledger) -> tuple[Excerpt, ...] | None:
    if reason := why(source, None):
        ledger.left("sources", reason, f"{source.lsp}/{source.id}")
        return None
    found = []
    for each in source.excerpts:
        if reason := why(source, each):
            ledger.left("excerpts", reason, f"{source.lsp}/{source.id} {each.id}")
        else:
            found.append(each)
    ledger.taken("sources")
    ledger.taken("excerpts", len(found))
    return tuple(found)


def _speakers(source: Source, why: Why, ledger: Ledger) -> tuple[Speaker, ...]:
    kept = []
    for each in source.speakers:
        if reason := why(source, each):
            ledger.left("speakers", reason, f"{source.lsp}/{source.id}")
        else:
            kept.append(each)
    return tuple(kept)


def _noted(source: Source, excerpts: tuple[Excerpt, ...], ledger: Ledger) -> bool:
    whole = len(excerpts) == len(source.excerpts)
    if not whole and (source.memo or source.citation):
        why = "An excerpt of the source stays behind, and they may tell of it."
        ledger.left("notes on sources", why, f"{source.lsp}/{source.id}")
    return whole


def _seconds(corpus: Corpus, source: Source) -> tuple[tuple[str, dict[str, tuple[Code, ...]]], ...]:
    return tuple(
        (each.coder, dict(each.codes))
        for each in corpus.second_codings
        if (each.lsp, each.source) == (source.lsp, source.id)
    )
