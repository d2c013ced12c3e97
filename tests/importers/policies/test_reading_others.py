"""Word documents, web pages, plain text and Markdown: their paragraphs, and what is refused."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from typing import Any

import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from gapcheck.importers.policies import limits, reading_docx
from gapcheck.importers.policies.blocks import Reading
from gapcheck.importers.policies.reading_docx import read_docx
from gapcheck.importers.policies.reading_html import read_html
from gapcheck.importers.policies.reading_text import decoded, read_markdown, read_text
from gapcheck.model.unfit import Unfit

from .files import repacked, word


def texts(reading: Reading) -> list[str]:
    """Kind, label and words of each paragraph, shortly."""
    return [
        f"{one.kind[:1]} {one.label + ' ' if one.label else ''}{one.text}" for one in reading.blocks
    ]


def left(reading: Reading) -> dict[str, int]:
    """What was left out."""
    return {one.what: one.count for one in reading.tallies if one.count}


def refused(data: bytes) -> str:
    """Why a Word document is not read."""
    with pytest.raises(Unfit) as caught:
        read_docx(data)
    return caught.value.message


def numbered(paragraph: Any, number: int, depth: int = 0) -> None:
    """Give a paragraph a number of a list."""
    found = paragraph._p.get_or_add_pPr()._add_numPr()
    found._add_ilvl().val = depth
    found._add_numId().val = number


LEVELS = (
    ("decimal", "%1."),
    ("decimal", "%1.%2"),
    ("lowerLetter", "(%3)"),
    ("lowerRoman", "(%4)"),
    ("upperLetter", "(%5)"),
    ("upperRoman", "%6"),
    ("bullet", "x"),
)


def outline(document: Any) -> None:
    """Add a list of all kinds of numbers to a document, as number 77."""
    root = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(LEVELS)
    )
    names = nsdecls("w")
    root.insert(
        0, parse_xml(f'<w:abstractNum {names} w:abstractNumId="77">{levels}</w:abstractNum>')
    )
    root.append(parse_xml(f'<w:num {names} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def test_word_paragraphs_tables_and_styles() -> None:
    def write(document: Any) -> None:
        document.core_properties.title = "Example  guidance"
        document.add_heading("Membership", 1)
        document.add_paragraph("The council must publish a plan.")
        document.add_paragraph("")
        document.add_paragraph("We must be heard.", style="Quote")
        document.add_table(1, 2).cell(0, 1).text = "Boards should meet."

    reading = read_docx(word(write))
    assert reading.title == "Example guidance"
    assert texts(reading) == [
        "h Membership",
        "t The council must publish a plan.",
        "q We must be heard.",
        "t Boards should meet.",
    ]
    assert left(reading) == {"quoted paragraphs": 1}


def test_the_numbers_that_word_draws() -> None:
    def write(document: Any) -> None:
        outline(document)
        for depth in (0, 1, 1, 2, 2, 3, 3, 3, 3, 4, 5, 6, 2, 1, 0, 1):
            numbered(document.add_paragraph("Xx"), 77, depth)

    labels = [one.label for one in read_docx(word(write)).blocks]
    expected = "1. 1.1 1.2 (a) (b) (i) (ii) (iii) (iv) (A) I • (c) 1.3 2. 2.1"
    assert labels == expected.split()


def test_numbers_of_a_style_of_no_list_and_of_nothing() -> None:
    def write(document: Any) -> None:
        outline(document)
        style = document.styles["List Number"].element
        style.get_or_add_pPr()._add_numPr()._add_numId().val = 77
        document.add_paragraph("By its style", style="List Number")
        numbered(document.add_paragraph("None"), 0)
        numbered(document.add_paragraph("Unknown"), 99)
        numbered(document.add_paragraph("Too deep"), 77, 8)

    assert texts(read_docx(word(write))) == [
        "t 1. By its style",
        "t None",
        "t Unknown",
        "t Too deep",
    ]


def test_many_letters_and_roman_numbers() -> None:
    def write(document: Any) -> None:
        outline(document)
        for depth in (2, 3):
            for _ in range(41):
                numbered(document.add_paragraph("Xx"), 77, depth)

    labels = [one.label for one in read_docx(word(write)).blocks]
    assert labels[25:28] == ["(z)", "(aa)", "(bb)"]
    assert labels[41 + 38 :] == ["(xxxix)", "(40)", "(41)"]


def test_tracked_changes_breaks_and_contents() -> None:
    def write(document: Any) -> None:
        changed = document.add_paragraph("The council must ")
        for tag, text, kind in (("w:ins", "publish", "w:t"), ("w:del", "hide", "w:delText")):
            mark, run, words = (OxmlElement(one) for one in (tag, "w:r", kind))
            words.text = text
            run.append(words)
            mark.append(run)
            changed._p.append(mark)
        changed.add_run("\tits\nwell")
        changed.runs[-1]._r.append(OxmlElement("w:noBreakHyphen"))
        changed.add_run("being plan.")
        style = document.styles.add_style("toc 1", 1)
        document.add_paragraph("Plans 4", style=style)

    reading = read_docx(word(write))
    assert texts(reading) == ["t The council must publish its well-being plan."]
    assert left(reading) == {"lines of tables of contents": 1}


def test_a_document_without_numbering() -> None:
    plain = word(lambda document: numbered(document.add_paragraph("Xx"), 1))
    relations = "word/_rels/document.xml.rels"
    with zipfile.ZipFile(io.BytesIO(plain)) as package:
        text = package.read(relations).decode()
    kept = re.sub(r"<Relationship [^>]*numbering[^>]*/>", "", text)
    data = repacked(plain, {relations: kept.encode()})
    assert texts(read_docx(data)) == ["t Xx"]


PLAIN = word(lambda document: document.add_paragraph("The council must act."))
XML = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body>%s</w:body></w:document>"
)
MANY = b"".join(b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 20) for at in range(8))
WRONG = {
    "no document": (repacked(PLAIN, {"word/document.xml": None}), "it is damaged"),
    "no XML": (repacked(PLAIN, {"word/document.xml": b"<w:"}), "it is damaged"),
    "entities without end": (
        repacked(
            PLAIN,
            {
                "word/document.xml": b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaaaaaa">%s]>' % MANY
                + XML % b"<w:p><w:r><w:t>&i;</w:t></w:r></w:p>"
            },
        ),
        "it is damaged",
    ),
    "noise": (b"PK" + bytes(range(256)), "it is no Word document"),
    "before 2007": (b"\xd0\xcf\x11\xe0" + bytes(600), "it is encrypted, or in the format"),
}


@pytest.mark.parametrize("name", WRONG)
def test_word_documents_that_are_refused(name: str) -> None:
    data, message = WRONG[name]
    assert refused(data).startswith(message)


def test_an_entity_opens_no_other_file() -> None:
    outer = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    body = XML % b"<w:p><w:r><w:t>The council must &x; act.</w:t></w:r></w:p>"
    found = texts(read_docx(repacked(PLAIN, {"word/document.xml": outer + body})))
    assert found in (["t The council must act."], ["t The council must"])


def test_what_unpacks_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_docx, "_MOST_XML", 2_000_000)
    big = repacked(PLAIN, {"word/document.xml": b" " * 2_000_001})
    assert refused(big).startswith("it unpacks to more than")
    pictures = repacked(PLAIN, {"word/media/a.png": bytes(3_000_000)})
    assert texts(read_docx(pictures)) == ["t The council must act."]
    monkeypatch.setattr(reading_docx, "_MOST_UNPACKED", 2_000)
    assert refused(PLAIN).startswith("it unpacks to more than")
    monkeypatch.setattr(reading_docx, "_MOST_PARTS", 3)
    assert refused(PLAIN).endswith("parts; 3 are allowed")


def test_an_encrypted_part() -> None:
    data = bytearray(PLAIN)
    start = data.rfind(b"PK\x01\x02")
    data[start + 8] |= 1
    assert refused(bytes(data)).startswith("it is encrypted")


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    assert refused(PLAIN) == "Word documents are read by a package that is not installed"


def test_a_library_that_is_there_but_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModuleNotFoundError), limits.needing("docx", "docx", "Documents"):
        raise ModuleNotFoundError(name="lxml")


PAGE = """<!DOCTYPE html><html><head><title>Example &amp; guidance</title><style>p {must}</style>
<script>if (a < b) "must"</script></head><body><nav><p>Menu must</p><ul><li>x</li></ul></nav>
<!-- must > --><h2>Membership <b>of</b> boards</h2>
<p>The council<br>must <i>publish</i> a&nbsp;plan if 3 < 4.</p>
<ol type="a" start="3"><li>first<li>second<ul><li>third</li></ul></ol>
<ol type="i"><li>one</li></ol><ol type="A"><li>two</li></ol><ol><li>three</li></ol>
<blockquote><p>We must be heard.</p></blockquote>
<table><tr><td>4</td><td>(1)</td><td>Boards should meet.</td></tr></table>
<p hidden>Hidden must</p><p></p></td></ul>Last words<img src="a"></body></html>"""


def test_web_pages() -> None:
    reading = read_html(PAGE)
    assert reading.title == "Example & guidance"
    assert texts(reading) == [
        "h Membership of boards",
        "t The council must publish a plan if 3 < 4.",
        "t (c) first",
        "t (d) second",
        "t • third",
        "t (i) one",
        "t (A) two",
        "t (1) three",
        "q We must be heard.",
        "t 4(1) Boards should meet.",
        "t Last words",
    ]
    assert left(reading)["quoted paragraphs"] == 1
    assert left(reading)["pieces of text outside of the page's own"] >= 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>One<!-- never ends <p>Two", ["t One"]),
        ("<p>One<? x ><p>Two<!bad>", ["t One", "t Two"]),
        ("<a <a <a <p>One", ["t <a <a <a", "t One"]),
        ('<p title="a > b">One', ["t One"]),
        ("<ol>" * 3 + "<li>One", ["t (1) One"]),
        ("<ol start=x>" + "<li>One" * 2, ["t (1) One", "t (2) One"]),
        ("<ol type=a start=27><li>One", ["t (27) One"]),
        ("<ol type=i start=40><li>One", ["t (40) One"]),
        ("<div>" * 1000 + "One" + "</div>" * 1000, ["t One"]),
        ("</p></nav></div>One", ["t One"]),
    ],
)
def test_web_pages_out_of_order(text: str, expected: list[str]) -> None:
    assert texts(read_html(text)) == expected


def test_a_page_of_what_never_ends_takes_no_longer_than_its_length() -> None:
    for piece in ("<!--", "<a b='", "</a ", "<?", "&#", "<script>", "<ol><li>"):
        assert read_html(piece * 20_000).pages == 0


def test_plain_text() -> None:
    text = (
        "Example guidance\n\nThe council must pub-\nlish a plan\r\nfor its self-\nassessment.\n\n"
        "Boards should meet.\nThey may vote.\n"
    )
    reading = read_text(text.encode())
    assert texts(reading) == [
        "h Example guidance",
        "t The council must publish a plan for its self-assessment.",
        "t Boards should meet. They may vote.",
    ]
    assert reading.pages == 0


def test_plain_text_with_pages() -> None:
    pages = [f"Example Act 2011\n\nSection {at} is here in {at}.\n\n{at}" for at in range(4)]
    reading = read_text("\f".join(pages).encode())
    assert reading.pages == 4
    assert [(one.page, one.text) for one in reading.blocks if one.page == 2] == [
        (2, "Section 1 is here in 1.")
    ]


def test_codings_of_plain_text() -> None:
    assert decoded("\ufeffé".encode()) == "é"
    assert decoded("é\n".encode("utf-16")) == "é\n"
    for data, message in (
        (b"caf\xe9", "it is no text in UTF-8: byte 3 belongs to no letter"),
        (b"a\x00b", "it holds null bytes and is no plain text"),
    ):
        with pytest.raises(Unfit) as caught:
            decoded(data)
        assert caught.value.message == message


MARKDOWN = """---
title: "Example guidance"
---
Boards
======

## What is *asked* ##

The **council** must [publish](https://example.org) a
plan.
- Boards should `meet`.
* Groups may join.
1. First
---
> We must be heard.
> Now.

```
must
```
~~~
"""


def test_markdown() -> None:
    reading = read_markdown(MARKDOWN.encode())
    assert reading.title == "Example guidance"
    assert texts(reading) == [
        "h Boards",
        "h What is asked",
        "t The council must publish a plan.",
        "t - Boards should meet.",
        "t - Groups may join.",
        "h 1. First",
        "q We must be heard. Now.",
    ]
    assert left(reading) == {"quoted paragraphs": 1}


def test_markdown_without_a_head() -> None:
    assert read_markdown(b"# Boards\n").title == "Boards"
    assert read_markdown(b"---\nBoards").title == ""


def test_text_boxes_are_read_once() -> None:
    box = (
        b"<w:p><w:r><w:t>Outside.</w:t></w:r><w:r><w:pict><w:p><w:r><w:t>Inside.</w:t></w:r></w:p>"
        b"</w:pict></w:r></w:p>"
    )
    data = repacked(PLAIN, {"word/document.xml": XML % box})
    assert texts(read_docx(data)) == ["t Outside.", "t Inside."]


def test_too_much_text_in_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gapcheck.importers.policies.limits.MOST_LETTERS", 10)
    assert refused(PLAIN).startswith("it holds more than 10 characters")
