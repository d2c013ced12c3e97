"""The codes of a project or codebook, however they are nested, by their ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gapcheck.importers.qdpx.tree import child, children, guid, target, words
from gapcheck.interchange.ledger import Ledger
from gapcheck.model.brought import ForeignCode

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


@dataclass(frozen=True, slots=True)
class Codebook:
    """Codes by id, in the order of the file; `notes` are the ids of the memos of each."""

    codes: dict[str, ForeignCode] = field(default_factory=dict)
    notes: dict[str, tuple[str, ...]] = field(default_factory=dict)


def codebook_of(root: Element, ledger: Ledger) -> Codebook:
    """The codes below a root, which is a project or itself a codebook."""
    inner = child(root, "CodeBook")
    found = Codebook()
    for element, path in _walked(child(root if inner is None else inner, "Codes"), ()):
        key = guid(element) or " > ".join(path)
        if key in found.codes:
            ledger.left("codes", "Their id is another code's.", path[-1])
            continue
        found.codes[key] = ForeignCode(key, path, words(element, "Description"))
        found.notes[key] = tuple(target(each) for each in children(element, "NoteRef"))
    ledger.taken("codes", len(found.codes))
    return found


def _walked(
    element: Element | None, above: tuple[str, ...]
) -> Iterator[tuple[Element, tuple[str, ...]]]:
    for each in children(element, "Code"):
        path = (*above, " ".join(each.get("name", "").split()) or "unnamed")
        yield each, path
        yield from _walked(each, path)
