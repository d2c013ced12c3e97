"""Whether a packed spreadsheet may be opened: what it is, and that it does not burst."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from gapcheck.importers.grids.limits import INFLATED, PARTS
from gapcheck.model.unfit import Unfit

_OLE = b"\xd0\xcf\x11\xe0"
_CHUNK = 1 << 20
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_AS_XLSX = "Open it in the program that made it and save it as an Excel workbook (.xlsx)."
_XML = (".xml", ".rels")
_DAMAGED = "it is damaged, or no spreadsheet"


@dataclass(frozen=True, slots=True)
class Packed:
    """A spreadsheet that may be opened; `calculates` where any of its cells holds a formula."""

    data: bytes
    calculates: bool


def is_packed(data: bytes) -> bool:
    """Whether a file is a spreadsheet of some kind rather than a text."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLE))


def checked(data: bytes) -> Packed:
    """The spreadsheet, looked through part by part; Unfit where it may not be opened."""
    if data.startswith(_OLE):
        raise Unfit("it is an old Excel file (.xls), or locked with a password", _AS_XLSX)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            _named({each.filename for each in parts})
            _declared(parts)
            return Packed(data, _looked_through(packed, parts))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        raise Unfit(_DAMAGED, _AS_XLSX) from None


def _named(names: set[str]) -> None:
    if "xl/workbook.xml" in names or "[Content_Types].xml" in names:
        if "xl/workbook.bin" in names:
            raise Unfit("it is a binary Excel workbook (.xlsb)", _AS_XLSX)
        if "word/document.xml" in names:
            raise Unfit("it is a Word document and no spreadsheet", "Its tables are not read.")
        return
    if "content.xml" in names:
        raise Unfit("it is an OpenDocument file", _AS_XLSX)
    raise Unfit("it is a packed folder and no spreadsheet", "Unpack it first.")


def _declared(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > PARTS:
        raise Unfit(f"it consists of more than {PARTS:,} parts", _AS_XLSX)
    if any(each.flag_bits & 1 for each in parts):
        raise Unfit("it is locked with a password", "Save it without one.")
    if sum(each.file_size for each in parts) > INFLATED:
        raise _bursts()


def _bursts() -> Unfit:
    size = f"{INFLATED >> 20} MiB"
    return Unfit(f"it comes to more than {size} when it is unpacked", "Save it in parts.")


def _looked_through(packed: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> bool:
    """Unpack every part and count what it really comes to; say whether any cell calculates."""
    room, calculates = INFLATED, False
    for part in parts:
        with packed.open(part) as stream:
            before = b""
            while chunk := stream.read(_CHUNK):
                room -= len(chunk)
                if room < 0:
                    raise _bursts()
                held = before + chunk
                if part.filename.endswith(_XML) and _declares(held, first=not before):
                    raise Unfit("a part of it declares more than a spreadsheet does", _AS_XLSX)
                if part.filename.startswith("xl/worksheets/"):
                    calculates = calculates or bool(_FORMULA.search(held))
                before = chunk[-16:]
    return calculates


def _declares(held: bytes, *, first: bool) -> bool:
    """Whether a document declares something: that can be told to grow without end.

    In UTF-16 it would not be seen; no office program writes that.
    """
    wide = first and held.startswith((b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<"))
    return wide or b"<!DOCTYPE" in held or b"<!ENTITY" in held
