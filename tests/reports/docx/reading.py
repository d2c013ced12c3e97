"""A document written and read back: its parts, its paragraphs with their styles, its tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import docx
from docx.oxml.ns import qn

from gapcheck.model.report import Report
from gapcheck.reports.docx import briefing, writer
from gapcheck.reports.template_file import TemplateFile

from ..html.reports import REPORTS


def written(report: Report, template: bytes | None = None, *, brief: bool = False) -> bytes:
    """The bytes of a report's document."""
    stream = io.BytesIO()
    write = briefing.write if brief else writer.write
    write(report, stream, TemplateFile("house.dotx", template) if template is not None else None)
    return stream.getvalue()


@cache
def kept(name: str, *, brief: bool = False) -> bytes:
    """The document of one of the reports that are tried."""
    return written(REPORTS[name](), brief=brief)


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a document by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {each: packed.read(each) for each in packed.namelist()}


@dataclass(frozen=True)
class Line:
    """A paragraph's style and text, wherever it stands; tables are told by `table`."""

    style: str
    text: str
    table: int = -1


@dataclass(frozen=True)
class Read:
    """A document as a reader sees it."""

    document: Any
    names: dict[tuple[str, str], str]

    @property
    def body(self) -> Any:
        return self.document.element.body

    def all(self, tag: str) -> list[Any]:
        return list(self.body.iter(qn(tag)))

    def lines(self) -> list[Line]:
        """All paragraphs in their order."""
        tables = self.all("w:tbl")
        found = []
        for each in self.all("w:p"):
            above = [one for one in each.iterancestors() if one.tag == qn("w:tbl")]
            at = tables.index(above[0]) if above else -1
            found.append(Line(self.style(each), text(each), at))
        return found

    def style(self, paragraph: Any) -> str:
        return self.names["paragraph", paragraph.pPr.find(qn("w:pStyle")).get(qn("w:val"))]

    def styled(self, name: str) -> list[str]:
        """The texts of the paragraphs in one style."""
        return [each.text for each in self.lines() if each.style == name]

    def tables(self) -> list[list[list[str]]]:
        """The cells of each table, row by row."""
        return [
            [[cell_text(cell) for cell in row.findall(qn("w:tc"))] for row in table.tr_lst]
            for table in self.all("w:tbl")
        ]

    def section(self, head: str) -> list[Line]:
        """What stands below a heading, up to the next that is as high or higher."""
        lines = self.lines()
        at = next(n for n, each in enumerate(lines) if level(each) and each.text == head)
        below = lines[at + 1 :]
        ends = [n for n, each in enumerate(below) if 0 < level(each) <= level(lines[at])]
        return below[: ends[0]] if ends else below


def level(line: Line) -> int:
    """How high a heading is; 0 for what is none."""
    return int(line.style[-1]) if line.style.startswith("heading ") else 0


def text(paragraph: Any) -> str:
    """The words of a paragraph, its breaks as line ends."""
    found = paragraph.iter(qn("w:t"), qn("w:br"))
    return "".join("\n" if each.tag == qn("w:br") else each.text or "" for each in found)


def cell_text(cell: Any) -> str:
    return "\n".join(text(each) for each in cell.iter(qn("w:p")))


def read(data: bytes) -> Read:
    """Open a document with the library that others open it with."""
    document = docx.Document(io.BytesIO(data))
    styles: Any = document.styles.element
    names = {
        (each.get(qn("w:type")), each.get(qn("w:styleId"))): each.find(qn("w:name")).get(
            qn("w:val")
        )
        for each in styles.findall(qn("w:style"))
    }
    return Read(document, names)


def feet(own: Read) -> Iterator[str]:
    """The text of every footer."""
    for part in own.document.part.package.iter_parts():
        if "footer" in str(part.partname):
            yield "\n".join(text(each) for each in part.element.iter(qn("w:p")))
