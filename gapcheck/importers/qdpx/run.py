"""A REFI-QDA project or codebook, from its bytes to everything that is understood of it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO, Final

from gapcheck.importers.qdpx.cases import Variables, belonging_of, values_of, variables_of
from gapcheck.importers.qdpx.choosing import Choice, by_the_standard, chosen
from gapcheck.importers.qdpx.codebook import codebook_of
from gapcheck.importers.qdpx.notes import joined, notes_of
from gapcheck.importers.qdpx.own import fields_of, others
from gapcheck.importers.qdpx.package import MOST_XML, Package, opened
from gapcheck.importers.qdpx.passages import Project, passages_of
from gapcheck.importers.qdpx.people import coders_of
from gapcheck.importers.qdpx.sources import RawSource, sources_of
from gapcheck.importers.qdpx.tree import child, children, guid, local, parsed, words
from gapcheck.importers.qdpx.unknown import note_unknown
from gapcheck.interchange.ledger import Ledger
from gapcheck.interchange.marks import NAME
from gapcheck.model.brought import Brought, Document, Voice
from gapcheck.model.unfit import Unfit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"


def read_project(name: str, stream: BinaryIO) -> Brought:
    """Read a `.qdpx`, `.qde` or `.qdc`, by what it is and not by its name.

    `stream` is read from its beginning and must let itself be searched. Unfit says why nothing
    can be read.
    """
    stream.seek(0)
    head = stream.read(4)
    stream.seek(0)
    if head in (_ZIP, _EMPTY_ZIP) or name.lower().endswith(".qdpx"):
        package = opened(name, stream)
        return _project(name, parsed(package.qde, package.xml), package)
    data = stream.read(MOST_XML + 1)
    if len(data) > MOST_XML:
        raise Unfit(f"{name} is larger than {MOST_XML >> 20} MiB")
    return _project(name, parsed(name, data), None)


def read_bytes(name: str, data: bytes) -> Brought:
    """The same for bytes at hand."""
    return read_project(name, io.BytesIO(data))


def _project(name: str, root: Element, package: Package | None) -> Brought:
    if local(root) not in ("Project", "CodeBook"):
        raise Unfit(
            f"{name} is no project and no codebook: it begins with <{local(root)}>",
            "What can be read is REFI-QDA: .qdpx, .qde and .qdc.",
        )
    ledger = Ledger()
    codebook = codebook_of(root, ledger)
    notes = notes_of(root, package, ledger)
    variables = variables_of(root)
    belonging = belonging_of(root, variables, ledger)
    raws = _apart(list(sources_of(root, package, ledger)))
    own = root.get("origin", "").startswith(f"{NAME} ")
    choices = by_the_standard(raws) if own else chosen(raws, ledger)
    project = Project(codebook, coders_of(root), notes, belonging, ledger)
    documents = tuple(_document(each, choices.get(each.key), project, variables) for each in raws)
    ledger.taken("sources", len(documents))
    codes = tuple(codebook.codes.values())
    notes.called(tuple(each for ids in codebook.notes.values() for each in ids))
    _unused(root, project)
    note_unknown(root, ledger)
    return Brought(
        name,
        program=" ".join(root.get("origin", "").split()),
        documents=documents,
        codes=codes,
        cases=tuple(belonging.cases),
        tallies=(*ledger.tallies(), *(package.tallies if package else ())),
    )


def _document(
    source: RawSource, choice: Choice | None, project: Project, variables: Variables
) -> Document:
    key = guid(source.element)
    belonging, notes = project.belonging, project.notes.on(source.element)
    belonging.note(key, values_of(source.element, variables))
    own = dict(fields_of(notes))
    memo = joined(others(notes), words(source.element, "Description"))
    if memo:
        project.ledger.taken("memos on sources")
    voices = own.pop("voices", [])
    return Document(
        source.key,
        source.name,
        passages=passages_of(source, choice, project),
        text=choice.measure.text if choice else None,
        voices=tuple(Voice(str(each.get("id", "")), fields=each) for each in voices),
        memo=memo,
        sets=tuple(belonging.sets.get(key, ())),
        cases=tuple(belonging.of_source.get(key, ())),
        attributes=belonging.attributes.get(key, {}),
        fields=own,
    )


def _apart(sources: list[RawSource]) -> list[RawSource]:
    """Sources of which no two have the same key; programs repeat ids, and names of course."""
    seen: dict[str, int] = {}
    found = []
    for each in sources:
        number = seen[each.key] = seen.get(each.key, 0) + 1
        key = each.key if number == 1 else f"{each.key} ({number})"
        found.append(RawSource(key, each.name, each.element, each.raw, each.selections))
    return found


def _unused(root: Element, project: Project) -> None:
    """Count the notes that are on nothing that was taken."""
    idle = project.notes.by_id.keys() - project.notes.used
    if idle:
        why = "They are on the whole project, or on something that was not taken."
        project.ledger.left("notes", why, count=len(idle))
    for each in children(root, "Graphs"):
        count = sum(1 for _ in children(each, "Graph"))
        project.ledger.left("graphs", "Drawings have no place in a study.", count=count)
    if child(root, "Description") is not None:
        project.ledger.left("descriptions of the project", "Write it into gapcheck.yaml.")
