"""One source as a coder has it before them: read anew, with the file that codes go into."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath

from gapcheck.amend.refusal import Reason, Refusal
from gapcheck.amend.sheets import Sheet, first_codes
from gapcheck.coding.finding import Found, find_source
from gapcheck.coding.spoilt import Places, spoilt
from gapcheck.load import codes, sources
from gapcheck.load.reading import Formats, Reading
from gapcheck.load.study import Before, read_before
from gapcheck.load.walk import Files, walk
from gapcheck.model.study import Code, Source
from gapcheck.scaffold.editors import marked, schema_file
from gapcheck.schema.parts import ANY_CASE_ID
from gapcheck.source.files import Unreadable, read_file


@dataclass(frozen=True, slots=True)
class Desk:
    """A source, what it is coded with, and the file that its codes go into.

    `path` is that file's, and `new` says that it is not there yet. `coded` are the codes of
    whoever sits here, by the excerpts that they have reviewed; `spoilt` are the excerpts that
    errors keep from being coded, each with the places of those.
    """

    source: Source
    before: Before
    sheet: Sheet
    path: FilePath
    new: bool
    coded: Mapping[str, tuple[Code, ...]]
    spoilt: Mapping[str, Places]

    @property
    def name(self) -> str:
        """What the lock calls the file: `partnership/file`, without its ending."""
        return f"{self.source.lsp}/{self.path.stem}"


@dataclass(frozen=True, slots=True)
class Opened:
    """A study whose settings and policies were read: enough to sit down with any of its sources."""

    files: Files
    formats: Formats
    before: Before


def open_study(root: FilePath) -> Opened:
    """Read what stands before any source of the study in `root`."""
    files = walk(root)
    formats = Formats(files)
    return Opened(files, formats, read_before(files, formats))


def desk_in(study: Opened, named: str, coder: str = "") -> Desk | Refusal:
    """The desk for a source as it is now, or why it cannot be coded.

    `coder` is whoever codes, where that may not be the source's own coder: their codes go into a
    file of their own. UnknownName where there is no such source.
    """
    found = find_source(study.files, named)
    read = _source(study, found)
    if isinstance(read, Refusal):
        return read
    sheet, reading, source = read
    if coder in ("", source.coder):
        coded = {one.id: one.codes for one in source.excerpts if one.codes is not None}
        wrong = spoilt(reading)
        return Desk(source, study.before, sheet, found.path, new=False, coded=coded, spoilt=wrong)
    return _beside(study, found, coder, read)


Read = tuple[Sheet, Reading, Source]


def _source(study: Opened, found: Found) -> Read | Refusal:
    file = study.files.name(found.path)
    try:
        data = read_file(found.path)
    except Unreadable as error:
        return Refusal(Reason.UNREADABLE, f"{file} is {error}")
    reading = study.formats.reading(file, data, "source", sources.unit, "source")
    known = study.before
    around = sources.Surroundings(found.folder.name, None, known.settings, known.imperatives)
    source = sources.source_of(reading, found.path.stem, around)
    if source is None:
        return _left_out(reading)
    return Sheet(file, data, study.formats.of("source")), reading, source


def _beside(study: Opened, found: Found, coder: str, read: Read) -> Desk | Refusal:
    """The desk of a second coder."""
    own, reading, source = read
    if not re.fullmatch(ANY_CASE_ID, coder) or "." in coder:
        advice = "Letters, digits, `-` and `_` make one, beginning with a letter or digit."
        return Refusal(Reason.UNFIT, f"`{coder}` cannot be a coder", advice)
    stem = f"{found.path.stem}.{coder}"
    place = found.path.with_name(f"{stem}.yaml")
    path = next((one for one in found.folder.codings if one.stem == stem), place)
    if not os.path.lexists(path):
        data = _first(study, source.id, coder, study.files.name(place))
        sheet, wrong = _sheet(study, place, data, own), spoilt(reading)
        return Desk(source, study.before, sheet, place, new=True, coded={}, spoilt=wrong)
    try:
        data = read_file(path)
    except Unreadable as error:
        return Refusal(Reason.UNREADABLE, f"{study.files.name(path)} is {error}")
    second = study.formats.reading(
        study.files.name(path), data, "codes", codes.second_unit, "second coding"
    )
    beside = codes.Beside(source, sources.excerpts_typed(reading))
    coding = codes.second_coding_of(second, beside, study.before.imperatives, stem)
    if coding is None:
        return _left_out(second)
    sheet, coded = _sheet(study, path, data, own), dict(coding.codes)
    wrong = {**spoilt(reading), **spoilt(second)}
    return Desk(source, study.before, sheet, path, new=False, coded=coded, spoilt=wrong)


def _sheet(study: Opened, path: FilePath, data: bytes, own: Sheet) -> Sheet:
    """A second coder's file, which is typed as the source is."""
    form = study.formats.of("codes")
    return Sheet(study.files.name(path), data, form, second=True, like=own.data)


def _first(study: Opened, source: str, coder: str, file: str) -> bytes:
    data = first_codes(source, coder)
    # A line that leads nowhere would only be one more complaint in the editor.
    if (study.files.root / schema_file("codes")).is_file():
        return marked(file, data, {f"{file.rpartition('/')[0]}/{source}.yaml"})
    return data


def _left_out(reading: Reading) -> Refusal:
    wrong = [one for one in reading.diagnostics if one.left_out.startswith("the whole")]
    message = f"{reading.document.file} cannot be used: {wrong[0].message}"
    advice = "Mend that first; `gapcheck check` shows it."
    return Refusal(Reason.ERRORS, message, advice, tuple(one.location for one in wrong))
