"""One folder of evidence: what was found in each of its files, and what follows for the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gapcheck.diagnostic import Diagnostic
from gapcheck.load import partnerships
from gapcheck.load.duplicates import same_source
from gapcheck.load.elsewhere import CODES
from gapcheck.load.facts import Facts, Sketch, parted
from gapcheck.load.folders import no_partnership
from gapcheck.load.reading import Formats
from gapcheck.load.walk import Files, Folder
from gapcheck.model.corpus import SecondCoding, Signoff
from gapcheck.model.study import Partnership
from gapcheck.source.files import Unreadable, read_file
from gapcheck.sweep.jobs import CodesJob, Job, SignoffJob, SourceJob

Sourced = tuple[SourceJob, Facts]
Noted = Mapping[str, str]


@dataclass(slots=True)
class Place:
    """A folder, its partnership (None for background, and where it is wrong) and its files.

    `notes` come before what is said of the sources, `rest` after it; `later` are what the rules
    found in second coders' files.
    """

    folder: Folder
    partnership: Partnership | None = None
    national: bool = False
    notes: list[Diagnostic] = field(default_factory=list)
    sources: list[Sourced] = field(default_factory=list)
    rest: list[Diagnostic] = field(default_factory=list)
    later: list[Diagnostic] = field(default_factory=list)
    records: list[SecondCoding | Signoff] = field(default_factory=list)

    @property
    def counts(self) -> bool:
        """Whether the sources of this folder are part of the study."""
        return self.national or self.partnership is not None

    def single(self) -> list[tuple[SourceJob, Facts, Sketch]]:
        """The sources that can be used, without those whose id two files have."""
        found = [(job, facts, facts.sketch) for job, facts in self.sources if facts.sketch]
        first: dict[str, SourceJob] = {}
        twice = {one.id for job, _, one in found if first.setdefault(one.id, job) is not job}
        return [each for each in found if each[2].id not in twice]

    def said(self) -> Iterator[Diagnostic]:
        """What was wrong in the folder, in the order in which loading would say it."""
        yield from self.notes
        strays = (facts for _, facts in self.sources if facts.elsewhere)
        yield from (one for facts in strays for one in facts.diagnostics)
        first: dict[str, Sketch] = {}
        for _, facts in self.sources:
            yield from () if facts.elsewhere else facts.diagnostics
            sketch = facts.sketch
            if sketch and (earlier := first.setdefault(sketch.id, sketch)) is not sketch:
                yield same_source(sketch, earlier)
        yield from self.rest

    def source_jobs(self, files: Files, coded_as: Noted) -> Iterator[SourceJob]:
        """The files that are to be read first; `coded_as` is what the lock notes, by file."""
        name, home = self.folder.name, self.partnership
        for path in self.folder.sources:
            noted = coded_as.get(f"{name}/{path.stem}", "")
            yield SourceJob(path, files.name(path), name, home, self.national, noted)

    def later_jobs(self, files: Files, coded_as: Noted) -> Iterator[Job]:
        """The files that can be read once the sources are: second codings and sign-offs."""
        name = self.folder.name
        by_id = {one.id: one for _, _, one in self.single()}
        typed = {job.path.stem: facts for job, facts in self.sources if not facts.elsewhere}
        for path in self.codings():
            beside = path.stem.rpartition(".")[0]
            ids = frozenset(parted(typed[beside].typed)) if beside in typed else None
            noted = coded_as.get(f"{name}/{path.stem}", "")
            yield CodesJob(path, files.name(path), name, by_id.get(beside), ids, noted)
        if self.folder.signoff and not self.national:
            yield SignoffJob(self.folder.signoff, files.name(self.folder.signoff), name)

    def codings(self) -> list[Path]:
        """The second coders' files, those among the sources too."""
        strays = [job.path for job, facts in self.sources if facts.elsewhere == CODES]
        return [*self.folder.codings, *strays]


def opened(folder: Folder, formats: Formats, files: Files) -> Place:
    """A partnership's folder, of which its own file is read."""
    if folder.partnership is None:
        return Place(folder, notes=[no_partnership(folder)])
    path = folder.partnership
    unit = partnerships.unit
    try:
        data = read_file(path)
    except Unreadable:
        data = b""
    quick = formats.swift(files.name(path), data, "partnership", unit, "partnership")
    if quick is not None:
        found = partnerships.partnership_of(quick, folder.name)
        if found and not quick.diagnostics:
            return Place(folder, found)
    reading = formats.read(path, "partnership", unit, "partnership")
    found = partnerships.partnership_of(reading, folder.name)
    return Place(folder, found, notes=reading.diagnostics)
