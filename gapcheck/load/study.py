"""All files of a study to one Corpus and all that is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from gapcheck.diagnostic import Diagnostic
from gapcheck.load import policies, settings
from gapcheck.load.duplicates import single
from gapcheck.load.folders import Folders
from gapcheck.load.lock_file import lock_of
from gapcheck.load.names import Imperatives
from gapcheck.load.places import read_places
from gapcheck.load.reading import Formats, Reading
from gapcheck.load.walk import Files, walk
from gapcheck.lock import Lock
from gapcheck.model.corpus import Corpus
from gapcheck.model.settings import Settings
from gapcheck.model.study import Policy
from gapcheck.source.files import read_ahead

Loaded = tuple[Corpus, tuple[Diagnostic, ...]]
_NOTHING: Mapping[Path, bytes] = MappingProxyType({})


def load_study(
    root: Path, only: Collection[str] = (), given: Mapping[Path, bytes] = _NOTHING
) -> Loaded:
    """Read every file under `root`: what is sound, and a diagnostic for all that is not.

    With `only`, no partnership's folder is opened but those of that name. `given` are bytes that
    stand for what is on the disk, or is not there yet.
    """
    files = walk(root, only, given)
    formats = Formats(files)
    before = read_before(files, formats)
    found, known = before.settings, before.imperatives
    folders = Folders(formats, found, known)
    read_ahead(path for folder in (*files.folders, files.background) for path in folder.files())
    for folder in files.folders:
        folders.read(folder)
    background = folders.background(files.background)
    corpus = Corpus(
        settings=found,
        policies=before.policies,
        partnerships=tuple(sorted(folders.partnerships, key=lambda one: one.id)),
        sources=tuple(sorted(folders.sources, key=lambda one: (one.lsp, one.id))),
        background=tuple(sorted(background, key=lambda one: one.id)),
        second_codings=tuple(
            sorted(folders.codings, key=lambda one: (one.lsp, one.source, one.coder))
        ),
        signoffs=tuple(sorted(folders.signoffs, key=lambda one: (one.lsp, one.imperative))),
        files=formats.count,
        noted=before.lock.transcripts,
        coded_as=before.lock.codes,
        signed_on=before.lock.signoffs,
    )
    return corpus, (*files.unread, *before.diagnostics, *folders.diagnostics)


@dataclass(frozen=True, slots=True)
class Before:
    """What is read before any evidence, and what was wrong with it."""

    settings: Settings
    policies: tuple[Policy, ...]
    imperatives: Imperatives
    lock: Lock
    diagnostics: tuple[Diagnostic, ...]


def read_before(files: Files, formats: Formats) -> Before:
    """Read the settings and the policies, and take the study's own words into the formats."""
    found, notes = _settings(files, formats)
    formats.adopt(found.vocabulary)
    policies_, known, policy_notes = _policies(files, formats)
    lock, lock_notes = lock_of(files.root)
    notes = [*notes, *policy_notes, *lock_notes]
    return Before(found, policies_, known, lock, tuple(notes))


def _settings(files: Files, formats: Formats) -> tuple[Settings, list[Diagnostic]]:
    if files.settings is None:
        return Settings(title=files.root.name), []
    reading = formats.read(files.settings, "study", settings.unit, "file")
    found = settings.settings_of(reading, files.root.name)
    return replace(found, places=read_places(reading, files.root)), reading.diagnostics


def _policies(
    files: Files, formats: Formats
) -> tuple[tuple[Policy, ...], Imperatives, list[Diagnostic]]:
    """The policies, all imperatives by name, and what was wrong."""
    read_ahead(files.policies)
    readings = [formats.read(path, "policy", policies.unit, "policy") for path in files.policies]
    pairs = [(one, policy) for one in readings if (policy := policies.policy_of(one))]
    found = single(pairs, "policy", lambda one: one.id)
    notes = [note for reading in readings for note in reading.diagnostics]
    usable = (one for policy in found for one in policy.imperatives)
    unread = (one.document.file for one in readings if not isinstance(one.value, dict))
    known = Imperatives(usable, _spoilt(readings), unread)
    return tuple(sorted(found, key=lambda one: one.id)), known, notes


def _spoilt(readings: Iterable[Reading]) -> Iterable[str]:
    """The names, in full and short, of imperatives that cannot be used for errors of their own."""
    for reading in readings:
        value = reading.value if isinstance(reading.value, dict) else {}
        items = value.get("imperatives")
        for number, item in enumerate(items if isinstance(items, list) else ()):
            name = item.get("id") if isinstance(item, dict) else None
            if name and not reading.keeps(("imperatives", number)):
                yield str(name)
                yield f"{value.get('policy')}/{name}"
