"""A study as a REFI-QDA project (`.qdpx`) or codebook (`.qdc`): the same study, the same bytes."""

from __future__ import annotations

import zipfile
from typing import BinaryIO, Final
from xml.etree.ElementTree import Element

from gapcheck import __version__
from gapcheck.exporters.qdpx.cases import Cases, of_source
from gapcheck.exporters.qdpx.codebook import codes_of
from gapcheck.exporters.qdpx.notes import Notes
from gapcheck.exporters.qdpx.sources import Writer, coder_id
from gapcheck.exporters.qdpx.text import composed
from gapcheck.exporters.qdpx.xml import document, held, made
from gapcheck.exporters.selected import Selected

_PROJECT: Final = "urn:QDA-XML:project:1.0"
_CODEBOOK: Final = "urn:QDA-XML:codebook:1.0"
_ORIGIN: Final = f"gapcheck {__version__}"
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)


def write_project(selected: Selected, stream: BinaryIO) -> None:
    """Write the project: its XML, and a text for each source."""
    texts = [composed(each.source, each.excerpts) for each in selected.sources]
    notes, cases = Notes(), Cases()
    writer = Writer(notes)
    every = [
        writer.source(each, text.spans) for each, text in zip(selected.sources, texts, strict=True)
    ]
    people = cases.all(selected)
    codes = codes_of(selected)
    root = made(
        "Project",
        held("Users", _users(selected)),
        made("CodeBook", codes) if codes is not None else None,
        cases.variables(),
        people,
        held("Sources", every),
        notes.element(),
        name=selected.title or "Study",
        origin=_ORIGIN,
        xmlns=_PROJECT,
    )
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "project.qde", document(root))
        for each, text in zip(selected.sources, texts, strict=True):
            _put(archive, f"sources/{of_source(each.source)}.txt", text.text.encode())


def write_codebook(selected: Selected, stream: BinaryIO) -> None:
    """Write the codes alone; a study without any has one that says so."""
    codes = codes_of(selected)
    if codes is None:
        codes = made(
            "Codes", made("Code", guid=of_none(), name="No imperatives", isCodable="false")
        )
    stream.write(document(made("CodeBook", codes, origin=_ORIGIN, xmlns=_CODEBOOK)))


def of_none() -> str:
    """The id of the code that says that there is none: an empty codebook is invalid."""
    return coder_id("nobody")


def _users(selected: Selected) -> list[Element]:
    own = (each.source.coder or "" for each in selected.sources)
    others = (coder for each in selected.sources for coder, _ in each.seconds)
    names = sorted({*own, *others} - {""})
    return [made("User", guid=coder_id(name), name=name, id=name) for name in names]


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    archive.writestr(entry, data)
