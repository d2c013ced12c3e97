"""One source as a coder has it before them: read anew, with the file that codes go into."""

from __future__ import annotations

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
from gapcheck.model.study import Source
from gapcheck.scaffold.editors import marked, schema_file
from gapcheck.schema.parts import ANY_CASE_ID
from gapcheck.source.files import Unreadable, read_file


@dataclass(frozen=True, slots=True)
class Desk:
    """A source, what it is coded with, and the file that its codes go into.

    `path` is that file's, and `new` says that it is not there yet. `spoilt` are the excerpts
    that errors keep from being coded, each with the places of those.
    """

    source: Source
    before: Before
    sheet: Sheet
    path: FilePath
    new: bool
    spoilt: Mapping[str, Places]


@dataclass(frozen=True, slots=True)
class _Room:
    """What is read before any source is."""

    files: Files
    formats: Formats
    before: Before


def desk_for(root: FilePath, named: str, coder: str = "") -> Desk | Refusal:
    """The desk for a source of the study in `root`, or why it cannot be coded now.

    `coder` is whoever codes, where that may not be the source's own coder: their codes go into a
    file of their own. UnknownName where there is no such source.
    """
    files = walk(root)
    formats = Formats(files)
    room = _Room(files, formats, read_before(files, formats))
    found = find_source(files, named)
    read = _source(room, found)
    if isinstance(read, Refusal):
        return read
    sheet, reading, source = read
    if coder in ("", source.coder):
        return Desk(source, room.before, sheet, found.path, new=False, spoilt=spoilt(reading))
    return _beside(room, found, coder, read)


Read = tuple[Sheet, Reading, Source]


def _source(room: _Room, found: Found) -> Read | Refusal:
    file = room.files.name(found.path)
    try:
        data = read_file(found.path)
    except Unreadable as error:
        return Refusal(Reason.UNREADABLE, f"{file} is {error}")
    reading = room.formats.reading(file, data, "source", sources.unit, "source")
    known = room.before
    around = sources.Surroundings(found.folder.name, None, known.settings, known.imperatives)
    source = sources.source_of(reading, found.path.stem, around)
    if source is None:
        return _left_out(reading)
    return Sheet(file, data, room.formats.of("source")), reading, source


def _beside(room: _Room, found: Found, coder: str, read: Read) -> Desk | Refusal:
    """The desk of a second coder."""
    own, reading, source = read
    if not re.fullmatch(ANY_CASE_ID, coder) or "." in coder:
        advice = "Letters, digits, `-` and `_` make one, beginning with a letter or digit."
        return Refusal(Reason.UNFIT, f"`{coder}` cannot be a coder", advice)
    stem = f"{found.path.stem}.{coder}"
    path = next((one for one in found.folder.codings if one.stem == stem), None)
    if path is None:
        place = found.path.with_name(f"{stem}.yaml")
        data = _first(room, source.id, coder, room.files.name(place))
        sheet = _sheet(room, place, data, own)
        return Desk(source, room.before, sheet, place, new=True, spoilt=spoilt(reading))
    try:
        data = read_file(path)
    except Unreadable as error:
        return Refusal(Reason.UNREADABLE, f"{room.files.name(path)} is {error}")
    second = room.formats.reading(
        room.files.name(path), data, "codes", codes.second_unit, "second coding"
    )
    beside = codes.Beside(source, sources.excerpts_typed(reading))
    if codes.second_coding_of(second, beside, room.before.imperatives, stem) is None:
        return _left_out(second)
    sheet = _sheet(room, path, data, own)
    wrong = {**spoilt(reading), **spoilt(second)}
    return Desk(source, room.before, sheet, path, new=False, spoilt=wrong)


def _sheet(room: _Room, path: FilePath, data: bytes, own: Sheet) -> Sheet:
    """A second coder's file, which is typed as the source is."""
    form = room.formats.of("codes")
    return Sheet(room.files.name(path), data, form, second=True, like=own.data)


def _first(room: _Room, source: str, coder: str, file: str) -> bytes:
    data = first_codes(source, coder)
    # A line that leads nowhere would only be one more complaint in the editor.
    if (room.files.root / schema_file("codes")).is_file():
        return marked(file, data, {f"{file.rpartition('/')[0]}/{source}.yaml"})
    return data


def _left_out(reading: Reading) -> Refusal:
    wrong = [one for one in reading.diagnostics if one.left_out.startswith("the whole")]
    message = f"{reading.document.file} cannot be used: {wrong[0].message}"
    advice = "Mend that first; `gapcheck check` shows it."
    return Refusal(Reason.ERRORS, message, advice, tuple(one.location for one in wrong))
