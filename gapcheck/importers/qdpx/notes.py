"""Memos and annotations: notes by their ids, and what in the project they are on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gapcheck.importers.qdpx.package import Package
from gapcheck.importers.qdpx.texts import raw_text
from gapcheck.importers.qdpx.tree import child, children, guid, target
from gapcheck.interchange.ledger import Ledger

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


@dataclass(frozen=True, slots=True)
class Note:
    """What a note says, and what it is called."""

    text: str = field(repr=False)
    name: str = ""


@dataclass(slots=True)
class Notes:
    """All notes by id; `linked` are those that a link lays upon something, by the id of that."""

    by_id: dict[str, Note]
    linked: dict[str, list[str]]
    used: set[str] = field(default_factory=set)

    def on(self, element: Element) -> list[Note]:
        """The notes on an element, those that it names and those linked to it."""
        named = [target(each) for each in children(element, "NoteRef")]
        return self.called((*named, *self.linked.get(guid(element), ())))

    def called(self, ids: tuple[str, ...]) -> list[Note]:
        """The notes of these ids, each once."""
        known = [each for each in dict.fromkeys(ids) if each in self.by_id]
        self.used.update(known)
        return [self.by_id[each] for each in known]


def notes_of(root: Element, package: Package | None, ledger: Ledger) -> Notes:
    """The notes of a project, and the links that lay them upon other things."""
    by_id: dict[str, Note] = {}
    for element in children(child(root, "Notes"), "Note"):
        text, why = raw_text(element, package)
        if text is None:
            ledger.left("notes", why)
            continue
        said = text.replace("\r\n", "\n").replace("\r", "\n").strip()
        by_id[guid(element)] = Note(said, " ".join(element.get("name", "").split()))
    linked: dict[str, list[str]] = {}
    for link in children(child(root, "Links"), "Link"):
        ends = (guid(link, "originGUID"), guid(link, "targetGUID"))
        notes = [each for each in ends if each in by_id]
        others = [each for each in ends if each and each not in by_id]
        notes += [each for ref in children(link, "NoteRef") if (each := target(ref)) in by_id]
        if not notes or not others:
            ledger.left("links", "Only links between a note and what it is on have a place here.")
            continue
        for other in others:
            linked.setdefault(other, []).extend(notes)
    return Notes(by_id, linked)


def joined(notes: list[Note], *more: str) -> str:
    """A memo made of several: each once, with an empty line between them."""
    every = [*(each.strip() for each in more), *(each.text for each in notes)]
    return "\n\n".join(dict.fromkeys(filter(None, every)))
