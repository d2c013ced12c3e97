"""The styles of a document by their names: those that it lacks are added, those it has are kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from types import MappingProxyType
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from gapcheck.model.choices import Group

VERDICT_STYLES: Mapping[Group | None, str] = MappingProxyType(
    {
        Group.TRANSLATED: "Verdict In Practice",
        Group.PARTLY: "Verdict Partly",
        Group.GAP: "Verdict Gap",
        Group.CONTESTED: "Verdict Contested",
        Group.UNKNOWN: "Verdict Not Known",
        None: "Verdict Outside",
    }
)
"""The character style of a verdict's glyph and word; None: what stands outside every total."""

OWN = Path(__file__).with_name("styles.xml")
_REFERS = ("w:basedOn", "w:next", "w:link")
BULLETS = "List Bullet"
"""The style of a list's points, the only one that needs more than itself."""


def own_styles() -> Any:
    """The styles of a report, as they stand in a document of its own."""
    return parse_xml(OWN.read_bytes())


class Styles:
    """The ids of a document's styles by their names, which Word takes in any case."""

    def __init__(self, element: Any) -> None:
        self._element = element
        self._known = {_key(each): each.get(qn("w:styleId")) for each in _styles(element)}

    def id(self, name: str, kind: str) -> str:
        """The id of a style of this kind: `paragraph`, `character` or `table`."""
        return str(self._known[kind, name.casefold()])

    def complete(self) -> set[str]:
        """Add each style that the document lacks; the names of those added, in small letters."""
        own = own_styles()
        names = {each.get(qn("w:styleId")): _key(each) for each in _styles(own)}
        missing = [each for each in _styles(own) if _key(each) not in self._known]
        taken = set(self._known.values())
        for each in missing:
            free = _free(each.get(qn("w:styleId")), taken)
            taken.add(free)
            self._known[_key(each)] = free
        for each in missing:
            added = deepcopy(each)
            added.set(qn("w:styleId"), self._known[_key(each)])
            # A document has a default of its own, or none: what is added is never one.
            added.attrib.pop(qn("w:default"), None)
            for reference in _references(added):
                reference.set(qn("w:val"), self._known[names[reference.get(qn("w:val"))]])
            self._element.append(added)
        return {name for _, name in map(_key, missing)}

    def speak(self, language: str) -> None:
        """Say which language a document is in, where its words do not say another."""
        element = self._element
        for name in ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"):
            found = element.find(qn(name))
            if found is None:
                found = OxmlElement(name)
                # Defaults stand before everything else, a language after it.
                element.insert(0 if name != "w:lang" else len(element), found)
            element = found
        element.set(qn("w:val"), language)

    def number_bullets(self, number: int) -> None:
        """Let the style of lists draw its bullets by a numbering of the document."""
        wanted = self.id(BULLETS, "paragraph")
        (style,) = (e for e in _styles(self._element) if e.get(qn("w:styleId")) == wanted)
        properties = style.get_or_add_pPr()
        properties.get_or_add_numPr().get_or_add_numId().val = number


def _styles(element: Any) -> Iterator[Any]:
    return iter(element.findall(qn("w:style")))


def _references(style: Any) -> Iterator[Any]:
    found = (style.find(qn(name)) for name in _REFERS)
    return (each for each in found if each is not None)


def _key(style: Any) -> tuple[str, str]:
    """Kind and name of a style."""
    name = style.find(qn("w:name"))
    told = "" if name is None else name.get(qn("w:val"))
    return style.get(qn("w:type"), "paragraph"), told.casefold()


def _free(wanted: str, taken: set[str]) -> str:
    """An id that no style of the document has."""
    number, free = 1, wanted
    while free in taken:
        number, free = number + 1, f"{wanted}{number}"
    return free
