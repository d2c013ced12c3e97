"""All files of a study, each by itself, to what loading and checking it at once would say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from gapcheck.checks.asking import Asking
from gapcheck.checks.run import finished, of_study
from gapcheck.diagnostic import Diagnostic
from gapcheck.load.facts import Facts, outline
from gapcheck.load.reading import Formats
from gapcheck.load.study import read_before
from gapcheck.load.walk import Files, walk
from gapcheck.model.corpus import Corpus, SecondCoding, Signoff
from gapcheck.model.study import Source
from gapcheck.source.files import read_ahead
from gapcheck.sweep.jobs import Ground, Job, SourceJob
from gapcheck.sweep.likeness import telling
from gapcheck.sweep.place import Noted, Place, opened
from gapcheck.sweep.reader import Read, Reader


class Hands(Protocol):
    """Whoever reads files: this process, several, or somebody who remembers."""

    def read(self, ground: Ground, jobs: Sequence[Job]) -> Iterator[Read]:
        """What each job came to, in the order of the jobs."""


def sweep(
    root: Path, asking: Asking, hands: Hands, *, rules: bool = True, limit: bool = True
) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """A study in outline, and everything that is wrong with it."""
    files = walk(root)
    formats = Formats(files)
    before = read_before(files, formats)
    settled = (before.settings, before.policies, before.imperatives)
    ground = Ground(root, *settled, asking, rules, before.lock.transcripts)
    read_ahead(one.partnership for one in files.folders if one.partnership)
    places = [opened(folder, formats, files) for folder in files.folders]
    places.append(Place(files.background, national=True))
    _read_sources(places, ground, hands, files, before.lock.codes)
    _read_later(places, ground, hands, files, before.lock.codes)
    kept = _kept(places)
    corpus = replace(
        _corpus(places, kept, ground, files),
        coded_as=before.lock.codes,
        signed_on=before.lock.signoffs,
    )
    found = [*files.unread, *before.diagnostics]
    found += [one for place in places for one in place.said()]
    found += [one for _, facts in kept for one in facts.hits]
    found += [one for place in places if place.counts for one in place.later]
    found += of_study(corpus, asking)
    return corpus, finished(found, before.settings, limit=limit)


def _read_sources(
    places: list[Place], ground: Ground, hands: Hands, files: Files, coded_as: Noted
) -> None:
    listed = [(place, list(place.source_jobs(files, coded_as))) for place in places]
    read = hands.read(ground, [job for _, jobs in listed for job in jobs])
    for place, jobs in listed:
        # One after the other, so that at no time more is held than these few facts of each.
        place.sources += [(job, next(read).facts) for job in jobs]


def _read_later(
    places: list[Place], ground: Ground, hands: Hands, files: Files, coded_as: Noted
) -> None:
    jobs = [(place, job) for place in places for job in place.later_jobs(files, coded_as)]
    read = hands.read(ground, [job for _, job in jobs])
    for (place, _), found in zip(jobs, read, strict=True):
        place.rest += found.facts.diagnostics
        place.later += found.facts.hits
        place.records += found.records


def _kept(places: list[Place]) -> list[tuple[SourceJob, Facts]]:
    """The sources that are part of the study, in its order: background comes last."""
    found = [each for place in places if place.counts for each in place.single()]
    ordered = sorted(found, key=lambda each: (each[0].national, each[0].lsp, each[2].id))
    return [(job, facts) for job, facts, _ in ordered]


def _corpus(
    places: list[Place], kept: list[tuple[SourceJob, Facts]], ground: Ground, files: Files
) -> Corpus:
    full = telling((job.lsp, facts) for job, facts in kept)
    reader = Reader(ground)
    read_ahead(kept[number][0].path for number in sorted(full))
    sources = [
        _source(job, facts, reader if number in full else None)
        for number, (job, facts) in enumerate(kept)
    ]
    national = sum(job.national for job, _ in kept)
    records = [one for place in places if place.counts for one in place.records]
    codings = [one for one in records if isinstance(one, SecondCoding)]
    signoffs = [one for one in records if isinstance(one, Signoff)]
    homes = [place.partnership for place in places if place.partnership]
    return Corpus(
        settings=ground.settings,
        policies=ground.policies,
        partnerships=tuple(sorted(homes, key=lambda one: one.id)),
        sources=tuple(sources[: len(sources) - national]),
        background=tuple(sources[len(sources) - national :]),
        second_codings=tuple(sorted(codings, key=lambda one: (one.lsp, one.source, one.coder))),
        signoffs=tuple(sorted(signoffs, key=lambda one: (one.lsp, one.imperative))),
        files=_opened(places, files),
        noted=ground.noted,
        quoted=tuple(facts.quoted for _, facts in kept if facts.quoted),
    )


def _source(job: SourceJob, facts: Facts, reader: Reader | None) -> Source:
    """A source in outline, or read in full where that is wanted and still possible."""
    assert facts.sketch is not None
    full = reader.whole(job) if reader else None
    return full or outline(facts.sketch, job.lsp)


def _opened(places: list[Place], files: Files) -> int:
    found = {files.settings, *files.policies}
    for place in places:
        own = (place.folder.partnership, place.folder.signoff)
        found |= {*own, *place.folder.sources, *place.codings()}
    return len(found - {None})
