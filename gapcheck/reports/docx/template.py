"""A Word document to begin with: an empty one of our own, or an organisation's, emptied.

Of a template stay the styles, the page with its headers and footers, and the numberings. Its text
goes, and with it what only that text needed; so does whatever would reach out of the file.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from gapcheck.reports.docx.numbering import add_bullets
from gapcheck.reports.docx.styles import BULLETS, Styles, own_styles
from gapcheck.reports.no_template import NoTemplate

MOST_BYTES = 100_000_000
"""What a template may come to when it is unpacked."""

_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = _DOCUMENT.replace("document.main", "template.main")
_TYPES = "[Content_Types].xml"
_NEEDED = frozenset(
    {
        RELATIONSHIP_TYPE.STYLES,
        RELATIONSHIP_TYPE.NUMBERING,
        RELATIONSHIP_TYPE.SETTINGS,
        RELATIONSHIP_TYPE.THEME,
        RELATIONSHIP_TYPE.FONT_TABLE,
    }
)
_LOOKS = frozenset({RELATIONSHIP_TYPE.THEME, RELATIONSHIP_TYPE.FONT_TABLE})
"""What a document of our own has no need of: its styles name their fonts and colours."""

_SETTINGS = Path(__file__).with_name("settings.xml")
_REFERENCES = ("w:headerReference", "w:footerReference")
_PLAIN_WORD = "save it from Word as a .docx or a .dotx"


def blank() -> tuple[Document, Styles]:
    """A document of our own without a word in it: A4, margins of 25 mm, our styles alone."""
    document = docx.Document()
    own = document.styles.element
    _refill(own, own_styles())
    _refill(document.settings.element, parse_xml(_SETTINGS.read_bytes()))
    _refill(document.part.numbering_part.element, ())
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(25)
    section.header_distance = section.footer_distance = Mm(12)
    _empty(document)
    _drop(document.part.rels, lambda _, rel: rel.reltype not in _LOOKS)
    styles = Styles(own)
    styles.number_bullets(add_bullets(document))
    return document, styles


def _refill(element: Any, others: Iterable[Any]) -> None:
    """Put other elements in the place of all that an element holds."""
    for each in list(element):
        element.remove(each)
    element.extend(list(others))


def opened(name: str, data: bytes) -> tuple[Document, Styles]:
    """An organisation's document or template, emptied, with the styles that it lacks added.

    NoTemplate says why the file `name` cannot be used.
    """
    try:
        document = docx.Document(BytesIO(_as_document(name, data)))
        _empty(document)
        styles = Styles(document.styles.element)
        if document.styles.element.tag != qn("w:styles"):
            raise NoTemplate(f"{name} holds no styles: {_PLAIN_WORD}.")
    except NoTemplate:
        raise
    except Exception:
        # Whatever is wrong inside of a broken file, its library may say it in any way.
        raise NoTemplate(f"{name} is a broken Word document: {_PLAIN_WORD}.") from None
    styles.speak("en-GB")
    if BULLETS.casefold() in styles.complete():
        styles.number_bullets(add_bullets(document))
    return document, styles


def _as_document(name: str, data: bytes) -> bytes:
    """The file's bytes, those of a template as those of a document."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise NoTemplate(f"{name} is an old .doc, or has a password: {_PLAIN_WORD} without one.")
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            if sum(each.file_size for each in packed.infolist()) > MOST_BYTES:
                raise NoTemplate(f"{name} unpacks to more than {MOST_BYTES // 1_000_000} MB.")
            held = {each.filename: packed.read(each) for each in packed.infolist()}
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError):
        raise NoTemplate(f"{name} is no Word document: {_PLAIN_WORD}.") from None
    types = held.get(_TYPES, b"")
    if b"macroEnabled" in types:
        raise NoTemplate(f"{name} holds macros: {_PLAIN_WORD}, which hold none.")
    if _DOCUMENT.encode() not in types and _TEMPLATE.encode() not in types:
        raise NoTemplate(f"{name} is no Word document: {_PLAIN_WORD}.")
    held[_TYPES] = types.replace(_TEMPLATE.encode(), _DOCUMENT.encode())
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for each, content in held.items():
            packed.writestr(each, content)
    return buffer.getvalue()


def _empty(document: Document) -> None:
    """Take out the text, and every part and link that only the text needed."""
    body = document.element.body
    sections = list(body.iter(qn("w:sectPr")))
    last = body.get_or_add_sectPr()
    _inherit(last, sections)
    for each in list(body):
        if each is not last:
            body.remove(each)
    used = {each.get(qn("r:id")) for name in _REFERENCES for each in last.findall(qn(name))}
    _drop(document.part.rels, lambda key, rel: key in used or rel.reltype in _NEEDED)
    _drop(document.part.package.rels, _is_core)
    settings: Any = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
    _drop(settings.rels, lambda _, rel: not rel.is_external)
    _forget(document.settings.element)


def _is_core(_: str, rel: Any) -> bool:
    return rel.reltype in {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}


def _inherit(last: Any, sections: Iterable[Any]) -> None:
    """Give the last section the headers and footers that it takes over from those before it."""
    for name in _REFERENCES:
        known = {each.get(qn("w:type")) for each in last.findall(qn(name))}
        for section in reversed([each for each in sections if each is not last]):
            for each in section.findall(qn(name)):
                if each.get(qn("w:type")) not in known:
                    known.add(each.get(qn("w:type")))
                    last.insert(0, deepcopy(each))


def _drop(rels: Any, keep: Any) -> None:
    for key in [key for key, rel in rels.items() if not keep(key, rel)]:
        del rels[key]


def _forget(settings: Any) -> None:
    """Take out of the settings what leads to another file."""
    for name in ("w:attachedTemplate", "w:mailMerge"):
        for each in settings.findall(qn(name)):
            settings.remove(each)
