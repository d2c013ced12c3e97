"""Blocks as the elements of a Word document. Nothing is formatted here but by a style's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm
from docx.text.run import Run as WordRun

from gapcheck.reports.docx.blocks import Block, Cell, Paragraph, Picture, Run, Table
from gapcheck.reports.docx.inert import inert
from gapcheck.reports.docx.styles import Styles

_TWIP = 635
_FROM_RIGHT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left."""

_LANGUAGE = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Builder:
    """Puts blocks into one document."""

    def __init__(self, document: Document, styles: Styles) -> None:
        self._document, self._styles = document, styles
        self._places = self._pictures = 0
        section = document.sections[0]
        room = (section.page_width or Mm(210)) - (section.left_margin or 0)
        self._width = (room - (section.right_margin or 0)) // _TWIP

    def add(self, blocks: Iterable[Block]) -> None:
        """Put the blocks one below the other."""
        body = self._document.element.body
        end = body.sectPr
        for block in blocks:
            for made in self._made(block):
                end.addprevious(made)

    def paragraph(self, own: Paragraph) -> Any:
        """A paragraph in its style, a place that others lead to where it has a name."""
        made = element("w:p")
        properties = element("w:pPr")
        properties.append(element("w:pStyle", val=self._styles.id(own.style, "paragraph")))
        made.append(properties)
        for each in own.runs:
            made.append(self._link(each) if each.target else self._run(each))
        if own.name:
            self._places += 1
            made.insert(1, element("w:bookmarkStart", id=str(self._places), name=own.name))
            made.append(element("w:bookmarkEnd", id=str(self._places)))
        return made

    def _made(self, block: Block) -> Sequence[Any]:
        if isinstance(block, Paragraph):
            return [self.paragraph(block)]
        if isinstance(block, Picture):
            return [self._picture(block)]
        # Tables would grow together without something between them.
        return [self._table(block), self.paragraph(Paragraph("After Table", ()))]

    def _link(self, run: Run) -> Any:
        made = element("w:hyperlink", anchor=run.target, history="1")
        made.append(self._run(run))
        return made

    def _run(self, run: Run) -> Any:
        made, properties = element("w:r"), element("w:rPr")
        if run.style:
            properties.append(element("w:rStyle", val=self._styles.id(run.style, "character")))
        for each in _language(run.language):
            properties.append(each)
        if len(properties):
            made.append(properties)
        for number, words in enumerate(inert(run.text).split("\n")):
            if number:
                made.append(element("w:br"))
            text = element("w:t")
            text.text = words
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            made.append(text)
        return made

    def _picture(self, picture: Picture) -> Any:
        made = self.paragraph(Paragraph("Bar", (Run(" "),)))
        (run,) = made.findall(qn("w:r"))
        run.clear()
        WordRun(run, self._document._body).add_picture(
            BytesIO(picture.png), width=min(Mm(picture.width), Emu(self._width * _TWIP))
        )
        self._pictures += 1
        for each in made.iter(qn("wp:inline")):
            # Where no distance is given, some programs keep one.
            each.attrib.update(dict.fromkeys(("distT", "distB", "distL", "distR"), "0"))
        for each in made.iter(qn("wp:docPr")):
            each.set("id", str(self._pictures))
            each.set("name", f"Picture {self._pictures}")
            each.set("descr", inert(picture.words))
        return made

    def _table(self, table: Table) -> Any:
        widths = _shared(self._width, table.widths)
        made = element("w:tbl")
        made.append(self._table_properties(table))
        grid = element("w:tblGrid")
        for width in widths:
            grid.append(element("w:gridCol", w=str(width)))
        made.append(grid)
        if table.head:
            cells = tuple((Paragraph("Table Header", (Run(each),)),) for each in table.head)
            made.append(self._row(cells, widths, head=True))
        for row in table.rows:
            made.append(self._row(row, widths))
        return made

    def _table_properties(self, table: Table) -> Any:
        made = element("w:tblPr")
        made.append(element("w:tblStyle", val=self._styles.id(table.style, "table")))
        made.append(element("w:tblW", w=str(self._width), type="dxa"))
        made.append(element("w:tblLayout", type="fixed"))
        head = "1" if table.head else "0"
        made.append(element("w:tblLook", val="0020" if table.head else "0000", firstRow=head))
        made.append(element("w:tblCaption", val=inert(table.title)))
        return made

    def _row(self, cells: Sequence[Cell], widths: Sequence[int], *, head: bool = False) -> Any:
        made, properties = element("w:tr"), element("w:trPr")
        properties.append(element("w:cantSplit"))
        if head:
            properties.append(element("w:tblHeader"))
        made.append(properties)
        spans = len(cells) == 1 < len(widths)
        rooms = [sum(widths)] if spans else widths
        for cell, width in zip(cells, rooms, strict=True):
            own, room = element("w:tc"), element("w:tcPr")
            room.append(element("w:tcW", w=str(width), type="dxa"))
            if spans:
                room.append(element("w:gridSpan", val=str(len(widths))))
            own.append(room)
            for each in cell:
                own.append(self.paragraph(each))
            made.append(own)
        return made


def element(tag: str, **attributes: str) -> Any:
    """An element of Word's, with attributes of its own kind."""
    made: Any = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def _language(tag: str) -> Iterable[Any]:
    """What tells the language of words that are not English; nothing where the tag is none."""
    if not _LANGUAGE.fullmatch(tag) or tag.partition("-")[0].lower() == "en":
        return
    if tag.partition("-")[0].lower() in _FROM_RIGHT:
        yield element("w:rtl")
    yield element("w:lang", val=tag, eastAsia=tag, bidi=tag)


def _shared(width: int, shares: Sequence[int]) -> list[int]:
    """A width in twips shared out; what is left over goes to the first."""
    parts = [width * share // sum(shares) for share in shares]
    return [parts[0] + width - sum(parts), *parts[1:]]
