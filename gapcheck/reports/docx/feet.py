"""The foot of every page: that it is invented, whose paper it is, for whom, and page x of y."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from gapcheck.reports.docx.blocks import paragraph
from gapcheck.reports.docx.build import Builder, element


def set_feet(document: Document, builder: Builder, banner: str, whose: str) -> None:
    """Write into every footer that the document shows, below what a template has there."""
    for foot in _feet(document):
        own = foot._element
        if _blank(own):
            for each in own.findall(qn("w:p")):
                own.remove(each)
        if banner:
            own.append(builder.paragraph(paragraph("Footer Illustrative", banner)))
        last = builder.paragraph(paragraph("footer", whose))
        # A template that numbers its pages does so in its own way.
        for each in () if _numbered(own) else _page_of_pages():
            last.append(each)
        own.append(last)


def _feet(document: Document) -> Iterator[Any]:
    section = document.sections[0]
    yield section.footer
    if section.different_first_page_header_footer:
        yield section.first_page_footer
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_footer


def _blank(foot: Any) -> bool:
    """Whether a footer holds nothing but empty paragraphs."""
    held = list(foot.iter(qn("w:t"), qn("w:drawing"), qn("w:pict"), qn("w:fldSimple"), qn("w:tbl")))
    return not held and not list(foot.iter(qn("w:instrText")))


def _numbered(foot: Any) -> bool:
    told = [each.get(qn("w:instr")) or "" for each in foot.iter(qn("w:fldSimple"))]
    told += [each.text or "" for each in foot.iter(qn("w:instrText"))]
    return any("PAGE" in each.upper() for each in told)


def _page_of_pages() -> Iterator[Any]:
    # A tab would lead to where our own page ends, which is not where a template's does.
    yield _words(" · Page ")
    yield _field("PAGE")
    yield _words(" of ")
    yield _field("NUMPAGES")


def _words(text: str) -> Any:
    run, words = element("w:r"), element("w:t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(words)
    return run


def _field(name: str) -> Any:
    made = element("w:fldSimple", instr=name)
    made.append(_words("1"))
    return made
