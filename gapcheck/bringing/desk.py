"""A study that something is brought into: its settings, imperatives, partnerships, code map."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from gapcheck.amend.sheets import Sheet
from gapcheck.diagnostic import Diagnostic
from gapcheck.load import codemap as codemaps
from gapcheck.load import codes, partnerships, sources
from gapcheck.load.reading import Formats
from gapcheck.load.sources import Surroundings, excerpts_typed
from gapcheck.load.study import Before, read_before
from gapcheck.load.walk import Files, Folder, walk
from gapcheck.model.codemap import FILE, CodeMap
from gapcheck.model.corpus import SecondCoding
from gapcheck.model.study import Partnership, Source
from gapcheck.model.unfit import Unfit
from gapcheck.source.document import locate
from gapcheck.source.files import Unreadable, read_file
from gapcheck.source.text import decode


@dataclass(frozen=True, slots=True)
class Held:
    """A source's file as it is, with what was read of it; None of it where it cannot be used."""

    path: Path
    sheet: Sheet
    source: Source | None
    typed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Desk:
    """What was read of a study before anything is brought into it.

    `map_data` are the bytes of the code map; None where there is none yet.
    """

    root: Path
    files: Files
    formats: Formats
    before: Before
    partnerships: dict[str, Partnership | None]
    codemap: CodeMap
    map_path: Path
    map_data: bytes | None
    map_troubles: tuple[Diagnostic, ...]

    @property
    def map_text(self) -> str:
        """The text of the code map as it is; nothing where there is none yet."""
        return (self.map_data or b"").decode("utf-8")

    def folder(self, lsp: str) -> Folder | None:
        """The folder of a partnership; that of sources on none is called national."""
        every = (*self.files.folders, self.files.background)
        return next((each for each in every if each.name == lsp), None)

    def held(self, lsp: str, name: str) -> Held | None:
        """The source of that name, as it is in the study; None where there is none.

        Unreadable where its file cannot be opened.
        """
        folder = self.folder(lsp)
        path = next((one for one in folder.sources if one.stem == name), None) if folder else None
        if path is None:
            return None
        data = read_file(path)
        file = self.files.name(path)
        reading = self.formats.reading(file, data, "source", sources.unit, "source")
        known = self.before
        around = Surroundings(lsp, None, known.settings, known.imperatives)
        read = sources.source_of(reading, path.stem, around)
        # What is wrong in it would not be known again, and come in a second time.
        source = None if reading.lost else read
        typed = excerpts_typed(reading)
        return Held(path, Sheet(file, data, self.formats.of("source")), source, typed)

    def second(
        self, lsp: str, name: str, coder: str, source: Source
    ) -> tuple[Path, Sheet, SecondCoding | None] | None:
        """A second coder's file for a source; None where there is none."""
        folder = self.folder(lsp)
        wanted = f"{name}.{coder}"
        path = next((one for one in folder.codings if one.stem == wanted), None) if folder else None
        if path is None:
            return None
        data = read_file(path)
        file = self.files.name(path)
        reading = self.formats.reading(file, data, "codes", codes.second_unit, "second coding")
        around = codes.Beside(source, frozenset(one.id for one in source.excerpts))
        coding = codes.second_coding_of(reading, around, self.before.imperatives, path.stem)
        return path, Sheet(file, data, self.formats.of("codes"), second=True), coding


def desk_of(root: Path, map_path: Path | None = None) -> Desk:
    """Read what has to be known of the study in `root`; `map_path` names another code map.

    Unfit where the code map cannot be read: what is added to it would take its place.
    """
    files = walk(root)
    formats = Formats(files)
    before = read_before(files, formats)
    found = {folder.name: _partnership(folder, formats) for folder in files.folders}
    path = map_path or root / FILE
    data, codemap, troubles = _map(path, formats, before)
    return Desk(root, files, formats, before, found, codemap, path, data, troubles)


def _map(
    path: Path, formats: Formats, before: Before
) -> tuple[bytes | None, CodeMap, tuple[Diagnostic, ...]]:
    if not os.path.lexists(path):
        return None, CodeMap(), ()
    data = _typed(path)
    reading = formats.reading(path.name, data, "codemap", codemaps.unit, "code map")
    codemap = codemaps.codemap_of(reading, before.imperatives)
    return data, codemap, tuple(reading.diagnostics)


def _typed(path: Path) -> bytes:
    try:
        data = read_file(path)
    except Unreadable as error:
        raise Unfit(f"{path.name} is {error}") from error
    _, trouble = decode(data)
    if trouble:
        place = locate(path.name, trouble.span)
        message = f"{place}:{place.column}: {trouble.message}"
        raise Unfit(message, trouble.help)
    return data


def _partnership(folder: Folder, formats: Formats) -> Partnership | None:
    if folder.partnership is None:
        return None
    reading = formats.read(folder.partnership, "partnership", partnerships.unit, "partnership")
    return partnerships.partnership_of(reading, folder.name)
