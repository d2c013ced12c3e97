"""Files that are zip archives, opened in memory and never further than a document may go."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from gapcheck.model.unfit import Unfit

_ENTRIES = 4_096
_UNPACKED = 96 << 20
_ELEMENTS = 1_500_000
_CHUNK = 1 << 18
_PLAIN = (".xml", ".rels", "mimetype")
_RESAVE = "Open it in the program that wrote it and save it again."


def repacked(data: bytes) -> bytes:
    """The same archive with nothing but its texts, whose real sizes were counted.

    What is said of sizes in an archive need not be true, and pictures are of no use here: they
    are there, and empty.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _copied(archive)
    except Unfit:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise Unfit("it is damaged, or no file of its kind", _RESAVE) from error
    except (NotImplementedError, RuntimeError) as error:
        raise Unfit(
            "it is locked by a password, or packed in an unusual way",
            "Save it without a password.",
        ) from error


def _copied(archive: zipfile.ZipFile) -> bytes:
    entries = {one.filename: one for one in archive.infolist() if not one.is_dir()}
    plain = [one for name, one in entries.items() if name.lower().endswith(_PLAIN)]
    if len(archive.infolist()) > _ENTRIES:
        raise Unfit(f"it holds more than {_ENTRIES:,} parts, which no transcript does", _RESAVE)
    if sum(one.file_size for one in plain) > _UNPACKED:
        raise _too_large()
    out = BytesIO()
    left = _UNPACKED
    with zipfile.ZipFile(out, "w") as copy:
        for name, entry in entries.items():
            content = b""
            if entry in plain:
                content = _content(archive, entry, left)
                left -= len(content)
            copy.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    parts: list[bytes] = []
    size = elements = 0
    with archive.open(entry) as stream:
        while part := stream.read(_CHUNK):
            size += len(part)
            elements += part.count(b"<")
            if size > most or elements > _ELEMENTS:
                raise _too_large()
            parts.append(part)
    content = b"".join(parts)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Unfit("it defines entities, which no document does that an office writes", _RESAVE)
    return content


def _too_large() -> Unfit:
    return Unfit(
        "what is packed in it is larger than any transcript",
        "Copy the text into a new document, or save it as .txt.",
    )
