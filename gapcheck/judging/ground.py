"""What holds for every partnership of a study, and one partnership read on that ground."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from gapcheck.load.entries import Entries
from gapcheck.load.folders import Folders
from gapcheck.load.names import Imperatives
from gapcheck.load.reading import Formats
from gapcheck.load.study import read_before
from gapcheck.load.walk import Files, Folder
from gapcheck.lock import Lock
from gapcheck.model.corpus import Corpus
from gapcheck.model.settings import Settings
from gapcheck.model.study import Imperative, Policy, Source
from gapcheck.source.files import read_ahead


@dataclass(frozen=True, slots=True)
class Ground:
    """What is read before any partnership, and from which each is judged."""

    root: Path
    settings: Settings
    policies: tuple[Policy, ...]
    imperatives: Imperatives
    lock: Lock
    background: tuple[Source, ...]

    def by_name(self) -> dict[str, Imperative]:
        """The imperatives of all policies by their full names."""
        return {one.name: one for policy in self.policies for one in policy.imperatives}


def ground_of(root: Path, files: Files) -> Ground:
    """Read what stands in no partnership's folder; what is wrong with it is said by a check."""
    formats = Formats(files)
    before = read_before(files, formats)
    national = Folders(formats, before.settings, before.imperatives).background(files.background)
    background = tuple(sorted(national, key=lambda one: one.id))
    own = (before.settings, before.policies, before.imperatives, before.lock)
    return Ground(root, *own, background)


class Opener:
    """Reads the partnerships of one study, one after the other; each is dropped by who asks."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._formats = Formats(Files(Entries(ground.root)))
        self._formats.adopt(ground.settings.vocabulary)

    def corpus(self, folder: Folder) -> Corpus:
        """A study that has one partnership; without it where the partnership's file is wrong."""
        ground = self.ground
        read = Folders(self._formats, ground.settings, ground.imperatives)
        read_ahead(folder.files())
        read.read(replace(folder, codings=[*folder.codings], typed={}))
        return Corpus(
            settings=ground.settings,
            policies=ground.policies,
            partnerships=tuple(read.partnerships),
            sources=tuple(sorted(read.sources, key=lambda one: one.id)),
            background=ground.background,
            second_codings=tuple(sorted(read.codings, key=lambda one: (one.source, one.coder))),
            signoffs=tuple(sorted(read.signoffs, key=lambda one: one.imperative)),
            coded_as=ground.lock.codes,
            signed_on=ground.lock.signoffs,
        )
