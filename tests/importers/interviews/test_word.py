"""Word documents: what paragraphs, bold names and tables become, and which are refused."""

from __future__ import annotations

import struct
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from gapcheck.importers.interviews import package
from gapcheck.importers.interviews.run import LIMIT, read_interview
from gapcheck.model.unfit import Unfit

from .shown import assert_kept, document, shown

FILES = Path(__file__).parent / "files"


def saved(paper: Document) -> bytes:
    stream = BytesIO()
    paper.save(stream)
    return stream.getvalue()


def says(paper: Document) -> str:
    return document(read_interview("a.docx", saved(paper))).text or ""


def bold_labels() -> Document:
    paper = docx.Document()
    paper.add_heading("Interview 4", 1)
    paper.add_paragraph("Date of interview: 12/05/2004")
    for label, words in (
        ("Interviewer:", " Do the papers come in time?"),
        ("Anna Invented", " They do not. Anna asked."),
        ("Interviewer:", " Never?"),
        ("Anna Invented", "\tNever."),
    ):
        paragraph = paper.add_paragraph()
        paragraph.add_run(label).bold = True
        paragraph.add_run(words)
    paper.add_paragraph("And that is that.")
    return paper


def teams() -> Document:
    paper = docx.Document()
    paper.add_paragraph("Board talk-20240512_100000-Meeting Recording")
    paper.add_paragraph("12 May 2024, 10:00AM")
    paper.add_paragraph("Anna Invented started transcription")
    for label, words in (
        ("Anna Invented", "0:03\nDo the papers come, Bodo?"),
        ("Bodo Madeup", "0:07\nThey do not."),
        ("Anna Invented", "1:00:12\nWhy?"),
        ("Bodo Madeup", "1:00:15\nNobody knows."),
    ):
        paragraph = paper.add_paragraph()
        paragraph.add_run(label).bold = True
        paragraph.add_run("   " + words)
    paper.add_paragraph("Anna Invented stopped transcription")
    return paper


def two_columns() -> Document:
    return tabled(
        ("Speaker", "Text"),
        ("INT", "Do the papers come in time?"),
        ("P03", "They do not.\nNever."),
        ("", "Nor the agenda."),
        ("INT", "Mm."),
    )


def three_columns() -> Document:
    return tabled(
        ("Time", "Who", "What was said"),
        ("00:12", "Moderator", "Do the papers come in time?"),
        ("00:15 - 00:20", "P03", "They do not, and that for years."),
        ("00:21", "P04", "Never."),
    )


def tabled(*rows: tuple[str, ...]) -> Document:
    paper = docx.Document()
    table = paper.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return paper


@pytest.mark.parametrize("make", [bold_labels, teams, two_columns, three_columns])
def test_a_layout(make: Callable[[], Document]) -> None:
    name = f"{make.__name__}.docx"
    assert_kept(FILES / f"{name}.expected", shown(read_interview(name, saved(make()))))


TABLES = {
    "a column for each": (
        (("Interviewer", "P03"), ("Where?", "There."), ("Why?", "")),
        "Interviewer: Where?\nP03: There.\nInterviewer: Why?\n",
    ),
    "times alone": (
        (("00:01", "We sat."), ("00:02", "We voted.")),
        "[00:00:01] We sat.\n\n[00:00:02] We voted.\n",
    ),
    "nothing told": (
        (("1.", "We sat there."), ("2.", "We voted.")),
        "1.\n\nWe sat there.\n\n2.\n\nWe voted.\n",
    ),
    "time and name in one": (
        (("P03\n00:00:12", "We sat there."), ("INT [00:01:10]", "Where was it?")),
        "[00:00:12] P03: We sat there.\n[00:01:10] INT: Where was it?\n",
    ),
}


@pytest.mark.parametrize(("rows", "text"), TABLES.values(), ids=TABLES)
def test_tables(rows: tuple[tuple[str, ...], ...], text: str) -> None:
    assert says(tabled(*rows)) == text


def test_bold_that_is_no_name() -> None:
    paper = docx.Document()
    for first, rest in (("P03", ": We sat."), ("Never", " did we vote."), ("Oh", " no.")):
        paragraph = paper.add_paragraph()
        paragraph.add_run(first).bold = True
        paragraph.add_run(rest)
    paper.add_paragraph().add_run("All of it in bold").bold = True
    assert says(paper) == "P03: We sat. Never did we vote. Oh no. All of it in bold\n"


def test_what_is_bold_by_style_or_is_not() -> None:
    paper = docx.Document()
    paper.styles.add_style("Strong Name", 2)
    for style in ("Strong Name", "Strong Name", None):
        for label in ("Anna Invented", "Bodo Madeup"):
            paragraph = paper.add_paragraph()
            run = paragraph.add_run(label, style)
            if style is None:
                run.bold = False
                run.italic = True
            paragraph.add_run(" said so.")
    assert says(paper).startswith(
        "P01: said so.\nP02: said so.\nP01: said so.\nP02: said so. P01 said so. P02 said so."
    )


def element(kind: str, *children: Any, **attributes: str) -> Any:
    made = OxmlElement(f"w:{kind}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def run(text: str, kind: str = "t") -> Any:
    inner = element(kind)
    inner.text = text
    return element("r", inner)


def test_changes_links_and_controls() -> None:
    paper = docx.Document()
    paragraph = paper.add_paragraph("P03: We sat")._p
    paragraph.append(element("del", run(" badly", "delText")))
    paragraph.append(element("ins", run(" there"), id="1", author="x"))
    paragraph.append(element("hyperlink", run(" for hours")))
    paragraph.append(element("r", element("noBreakHyphen"), element("tab"), element("cr")))
    paragraph.append(element("fldSimple", run("and voted.")))
    inside = element("sdtContent", element("p", run("Nobody asked.")))
    paper.element.body.insert(1, element("sdt", element("sdtPr"), inside))
    paper.element.body.insert(2, paper.element.makeelement("comment", {}))
    assert says(paper) == "P03: We sat there for hours- and voted. Nobody asked.\n"


def packed(**entries: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("_", "/") + ".xml", content)
    return stream.getvalue()


def understated() -> bytes:
    """An archive whose directory says that a part of 32 MiB has ten bytes."""
    data = bytearray(packed(word_document=b" " * (32 << 20)))
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.find(sign) + at
        data[place : place + 4] = struct.pack("<I", 10)
    return bytes(data)


def locked() -> bytes:
    data = bytearray(packed(word_document=b"<w/>"))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(sign) + at] |= 1
    return bytes(data)


def swollen() -> bytes:
    paper = saved(bold_labels())
    stream = BytesIO(paper)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/_rels/entities.rels", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    return stream.getvalue()


DAMAGED = "it is damaged, or no file of its kind"
LARGER = "what is packed in it is larger than any transcript"
REFUSED = {
    "nothing": (b"", DAMAGED),
    "no archive": (b"P03: We sat.", DAMAGED),
    "half of one": (saved(bold_labels())[:9_000], DAMAGED),
    "of before 2007": (
        b"\xd0\xcf\x11\xe0" + bytes(600),
        "it is a Word file of before 2007, or locked by a password",
    ),
    "another archive": (packed(a=b"<a/>"), "it is no Word document that can be read"),
    "a bomb that says so": (packed(word_document=b" " * (97 << 20)), LARGER),
    "a bomb that does not": (understated(), DAMAGED),
    "too many elements": (packed(word_document=b"<a/>" * 1_500_001), LARGER),
    "too many parts": (
        packed(**{f"a{number}": b"" for number in range(4_097)}),
        "it holds more than 4,096 parts, which no transcript does",
    ),
    "entities": (swollen(), "it defines entities, which no document does that an office writes"),
    "locked": (locked(), "it is locked by a password, or packed in an unusual way"),
    "no words": (saved(docx.Document()), "no word of speech was found in it"),
    "too large": (b"PK" + bytes(LIMIT), "it is larger than 64 MiB"),
}


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(data: bytes, message: str) -> None:
    with pytest.raises(Unfit) as caught:
        read_interview("a.docx", data)
    assert caught.value.message == message
    assert caught.value.help.endswith(".")


def test_parts_that_together_are_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    data = saved(bold_labels())
    monkeypatch.setattr(package, "_ELEMENTS", 40)
    with pytest.raises(Unfit, match="larger than any transcript"):
        read_interview("a.docx", data)


def test_pictures_are_not_read() -> None:
    stream = BytesIO(saved(bold_labels()))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", bytes(200 << 20))
    copy = package.repacked(stream.getvalue())
    assert len(copy) < 1 << 20
    assert document(read_interview("a.docx", stream.getvalue())).passages


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(Unfit) as caught:
        read_interview("a.docx", saved(bold_labels()))
    assert caught.value.message == "reading Word files needs a package that is not installed"
    assert "pip install 'gapcheck[docx]'" in caught.value.help
