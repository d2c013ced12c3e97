"""The zip that a project comes in: its XML and its texts, read in memory and never unpacked."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from gapcheck.model.brought import Fate, Tally
from gapcheck.model.unfit import Unfit

MOST_XML: Final = 128 << 20
"""Bytes of a project's XML: some hundred thousand codings."""

MOST_TEXT: Final = 16 << 20
"""Bytes of one source's text, as of a transcript: more than a week of talk."""

MOST_ALL: Final = 512 << 20
"""Bytes of everything that is read from one package."""

MOST_ENTRIES: Final = 100_000
_SMALL: Final = 1 << 20
_FOLDED: Final = 200
"""How many times smaller packing makes what people write, at the very most; blanks and repeats
made to fill a memory go over a thousand times."""

_CHUNK: Final = 1 << 20


class Spoilt(Exception):
    """An entry of a package cannot be read; the argument is why, after "it is ..."."""


@dataclass(slots=True)
class Package:
    """An opened project: the name and bytes of its XML, and its other entries by name."""

    qde: str
    xml: bytes = field(repr=False)
    _read: Callable[[str], bytes | None] = field(repr=False)
    tallies: tuple[Tally, ...] = ()

    def text(self, path: str) -> bytes | None:
        """The bytes that a path of the project leads to; None where it leads nowhere.

        Spoilt where they are there and cannot be read. Programs write `internal://` before the
        name or leave it out, and call the folder `sources` or `Sources`.
        """
        return self._read(path)


def opened(name: str, stream: BinaryIO) -> Package:
    """The package that a stream holds; Unfit says why there is none to read."""
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
        raise Unfit(f"{name} is no project: it is no whole zip file", _AGAIN) from error
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise Unfit(f"{name} holds {len(entries):,} files, and {MOST_ENTRIES:,} are allowed")
    found = _qde(name, entries)
    left = [MOST_ALL]
    try:
        xml = _whole(archive, found, MOST_XML, left)
    except Spoilt as error:
        raise Unfit(f"{found.filename} in {name} is {error}", _AGAIN) from None
    by_name = {_plain(entry.filename): entry for entry in reversed(entries)}

    def read(path: str) -> bytes | None:
        entry = _found(path, by_name)
        return None if entry is None else _whole(archive, entry, MOST_TEXT, left)

    return Package(found.filename, xml, read, _astray(entries))


_AGAIN: Final = "Export it once more from the program that it comes from."


def _qde(name: str, entries: list[zipfile.ZipInfo]) -> zipfile.ZipInfo:
    found = [each for each in entries if each.filename.lower().endswith(".qde")]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(sorted(each.filename for each in found)[:5])
        raise Unfit(
            f"{name} holds {len(found)} projects where there should be one: {names}",
            "Unzip it, and import each .qde file on its own.",
        )
    inner = [each.filename for each in entries if each.filename.lower().endswith(".qdpx")]
    if inner:
        raise Unfit(
            f"{name} is a zip file around the project {inner[0]}", "Unzip it, and import that."
        )
    raise Unfit(f"{name} holds no project: there is no file in it that ends in .qde", _AGAIN)


def _found(path: str, by_name: dict[str, zipfile.ZipInfo]) -> zipfile.ZipInfo | None:
    plain = _plain(path.removeprefix("internal://").removeprefix("relative://"))
    last = plain.rpartition("/")[2]
    tries = (plain, f"sources/{plain}", f"sources/{last}", last)
    return next((by_name[each] for each in tries if each in by_name), None)


def _plain(name: str) -> str:
    return name.replace("\\", "/").removeprefix("./").lstrip("/").casefold()


def _whole(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, left: list[int]) -> bytes:
    """All of an entry. What it declares is looked at first, what it really gives while reading."""
    if entry.flag_bits & 1:
        raise Spoilt("locked with a password")
    limit = min(most, left[0])
    if entry.file_size > limit:
        raise Spoilt(_large(limit))
    packed = max(entry.compress_size, 1)
    if entry.file_size > _SMALL and entry.file_size // packed > _FOLDED:
        raise Spoilt("packed as nothing is that people write: it would only fill the memory")
    held = bytearray()
    try:
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                held += chunk
                if len(held) > limit:
                    raise Spoilt(_large(limit))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise Spoilt("damaged: what is in it is not what was put in") from error
    except (NotImplementedError, RuntimeError) as error:
        raise Spoilt("packed in a way that is not known here") from error
    left[0] -= len(held)
    return bytes(held)


def _large(limit: int) -> str:
    return f"larger than {limit >> 20} MiB"


def _astray(entries: list[zipfile.ZipInfo]) -> tuple[Tally, ...]:
    """Entries whose names lead out of the package; they are read by nobody."""
    names = [one.filename for one in entries if ".." in one.filename.replace("\\", "/").split("/")]
    if not names:
        return ()
    why = "Their names lead out of the package."
    return (Tally(Fate.LEFT, "files of the package", len(names), why),)
