"""The bullets of lists, in a document that has no style of lists of its own."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

_BULLET = (
    '<w:abstractNum {} w:abstractNumId="{}"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr></w:lvl>'
    "</w:abstractNum>"
)
_NUMBER = '<w:num {} w:numId="{}"><w:abstractNumId w:val="{}"/></w:num>'


def add_bullets(document: Document) -> int:
    """Add one list with bullets to a document's numberings; the number that styles use it by."""
    numbering = _numbering(document)
    kinds = numbering.findall(qn("w:abstractNum"))
    lists = numbering.findall(qn("w:num"))
    kind = _next(kinds, "w:abstractNumId")
    number = max(_next(lists, "w:numId"), 1)
    added = parse_xml(_BULLET.format(nsdecls("w"), kind))
    # All kinds stand before all lists.
    if lists:
        lists[0].addprevious(added)
    else:
        numbering.append(added)
    after = lists[-1] if lists else added
    after.addnext(parse_xml(_NUMBER.format(nsdecls("w"), number, kind)))
    return number


def _next(elements: list[Any], attribute: str) -> int:
    return max((int(each.get(qn(attribute))) for each in elements), default=-1) + 1


def _numbering(document: Document) -> Any:
    part = document.part
    if any(each.reltype == RELATIONSHIP_TYPE.NUMBERING for each in part.rels.values()):
        return part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element  # type: ignore[attr-defined]
    empty = parse_xml(f"<w:numbering {nsdecls('w')}/>")
    made = NumberingPart(
        PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, empty, part.package
    )
    part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return empty
