"""An organisation's own template: its styles are kept, and what is no template is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from gapcheck.reports.docx import template
from gapcheck.reports.no_template import NoTemplate

from ..sample import northtown
from .reading import Read, feet, parts, read, written

MAIN = b"wordprocessingml.document.main+xml"


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def repacked(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """A document with some of its parts changed, or left out where that is None."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, held in parts(data).items():
            new = change(name, held)
            if new is not None:
                packed.writestr(name, new)
    return stream.getvalue()


def house() -> Document:
    """An organisation's document: a heading in its own size, a letterhead, text of its own."""
    document = docx.Document()
    document.styles["Heading 1"].font.size = Pt(31)
    document.add_heading("Our sample heading", 1)
    document.add_paragraph("Our sample text")
    document.add_picture(io.BytesIO(PICTURE))
    section = document.sections[0]
    section.page_width, section.left_margin, section.right_margin = Mm(200), Mm(30), Mm(20)
    section.header.paragraphs[0].text = "Our letterhead"
    document.core_properties.author = "A. N. Officer"
    return document


def _picture() -> bytes:
    from gapcheck.model.choices import Group  # noqa: PLC0415
    from gapcheck.reports.docx.drawing import bar  # noqa: PLC0415

    return bar([Group.GAP])[0]


PICTURE = _picture()


def style(own: Read, name: str) -> Any:
    return own.document.styles[name]


def test_styles_that_are_there_are_kept_and_the_others_added() -> None:
    own = read(written(northtown(), saved(house())))
    assert style(own, "Heading 1").font.size == Pt(31)
    assert style(own, "Verdict Gap").font.bold
    assert style(own, "Quote Source").base_style.name == "Normal"
    known = {(kind, sid) for kind, sid in own.names}
    assert len(known) == len(own.names)
    assert own.styled("heading 1")[0] == "1 Purpose"


def test_text_pictures_and_names_of_a_template_go_and_its_page_stays() -> None:
    data = written(northtown(), saved(house()))
    own = read(data)
    assert not [line for line in own.lines() if "Our sample" in line.text]
    (section,) = own.document.sections
    assert abs(section.page_width - Mm(200)) < Mm(0.1)
    assert section.header.paragraphs[0].text == "Our letterhead"
    (width,) = {each.tblPr.find(qn("w:tblW")).get(qn("w:w")) for each in own.all("w:tbl")}
    assert abs(int(width) * 635 - Mm(150)) < Mm(0.2)
    assert len([name for name in parts(data) if "media" in name]) == 1
    assert not [held for held in parts(data).values() if b"A. N. Officer" in held]
    assert "docProps/app.xml" not in parts(data)


def test_a_template_file_is_taken_like_a_document() -> None:
    dotx = repacked(
        saved(house()),
        lambda _, held: held.replace(MAIN, b"wordprocessingml.template.main+xml"),
    )
    assert written(northtown(), dotx) == written(northtown(), saved(house()))


@pytest.mark.parametrize("bare", [False, True])
def test_the_document_is_in_british_english_whatever_the_template_was(bare: bool) -> None:
    document = house()
    styles: Any = document.styles.element
    if bare:
        styles.remove(styles.find(qn("w:docDefaults")))
    own = read(written(northtown(), saved(document)))
    defaults = own.document.styles.element[0]
    assert defaults.tag == qn("w:docDefaults")
    assert [each.get(qn("w:val")) for each in defaults.iter(qn("w:lang"))] == ["en-GB"]


def test_a_style_of_another_id_or_case_is_the_same_style() -> None:
    document = house()
    styles: Any = document.styles.element
    for each in styles.findall(qn("w:style")):
        if each.get(qn("w:styleId")) == "Quote":
            each.set(qn("w:styleId"), "Zitat")
            each.find(qn("w:name")).set(qn("w:val"), "quote")
        # Another style sits on the id that one of ours has.
        if each.get(qn("w:styleId")) == "BodyText":
            each.set(qn("w:styleId"), "TableText")
    own = read(written(northtown(), saved(document)))
    used = {each.get(qn("w:val")) for each in own.all("w:pStyle")}
    assert "Zitat" in used
    assert "Quote" not in used
    assert own.names["paragraph", "TableText"] == "Body Text"
    assert own.names["paragraph", "TableText1"] == "Table Text"
    header = style(own, "Table Header").element
    assert header.find(qn("w:basedOn")).get(qn("w:val")) == "TableText1"


def test_lists_have_bullets_also_where_a_template_has_no_style_of_lists() -> None:
    document = house()
    styles: Any = document.styles.element
    for each in styles.findall(qn("w:style")):
        if each.find(qn("w:name")).get(qn("w:val")).startswith("List"):
            styles.remove(each)
    for bare in (False, True):
        data = saved(document)
        if bare:
            data = repacked(data, _without_numbering)
        own = read(written(northtown(), data))
        number = style(own, "List Bullet").element.pPr.numPr.numId.val
        numbering = own.document.part.numbering_part.element
        (found,) = [e for e in numbering.num_lst if e.numId == number]
        kinds = {e.get(qn("w:abstractNumId")): e for e in numbering.findall(qn("w:abstractNum"))}
        kind = kinds[str(found.abstractNumId.val)]
        assert next(kind.iter(qn("w:lvlText"))).get(qn("w:val")) == "•"
        tags = [each.tag for each in numbering if each.tag in (qn("w:abstractNum"), qn("w:num"))]
        assert tags == sorted(tags)


def _without_numbering(name: str, held: bytes) -> bytes | None:
    if name == "word/numbering.xml":
        return None
    if name == "[Content_Types].xml":
        return _cut(held, b'<Override PartName="/word/numbering.xml"')
    if name == "word/_rels/document.xml.rels":
        rels = held.split(b"<Relationship ")
        return b"<Relationship ".join(
            each for each in rels if b"numbering" not in each or each.endswith(b"</Relationships>")
        )
    return held


def _cut(held: bytes, start: bytes) -> bytes:
    at = held.find(start)
    return held if at < 0 else held[:at] + held[held.index(b"/>", at) + 2 :]


def test_every_foot_that_is_shown_says_that_it_is_invented() -> None:
    document = house()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    section.footer.paragraphs[0].text = "Our address"
    told = list(feet(read(written(northtown(), saved(document)))))
    assert len(told) == 3
    assert all("Illustrative. Northtown" in each for each in told)
    assert [each for each in told if each.startswith("Our address\n")]
    assert all(each.endswith("Page 1 of 1") for each in told)


def test_a_template_that_numbers_its_pages_does_so_alone() -> None:
    document = house()
    paragraph: Any = document.sections[0].footer.paragraphs[0]._p
    field = paragraph._new_r() if hasattr(paragraph, "_new_r") else paragraph.add_r()
    words = docx.oxml.OxmlElement("w:instrText")
    words.text = " PAGE "
    field.append(words)
    paragraph.append(field)
    (told,) = feet(read(written(northtown(), saved(document))))
    assert "Page 1" not in told
    assert "Illustrative" in told


def test_headers_of_an_earlier_section_are_taken_over() -> None:
    document = house()
    document.add_section()
    own = read(written(northtown(), saved(document)))
    assert own.document.sections[0].header.paragraphs[0].text == "Our letterhead"
    assert len(own.document.sections) == 1


def test_what_leads_out_of_a_template_goes() -> None:
    schemas = "http://schemas.openxmlformats.org"
    rels = (
        f'<Relationships xmlns="{schemas}/package/2006/relationships"><Relationship Id="rId9" '
        f'Type="{schemas}/officeDocument/2006/relationships/attachedTemplate" '
        'Target="file:///server/house.dotm" TargetMode="External"/></Relationships>'
    )
    document = house()
    attached: Any = docx.oxml.OxmlElement("w:attachedTemplate")
    attached.set(qn("r:id"), "rId9")
    document.settings.element.insert(0, attached)
    data = saved(document)
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as packed:
        packed.writestr("word/_rels/settings.xml.rels", rels)
    made = parts(written(northtown(), stream.getvalue()))
    assert not [name for name, held in made.items() if b"house.dotm" in held]
    assert b"attachedTemplate" not in made["word/settings.xml"]


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "text": (lambda: b"Dear board", "is no Word document"),
    "nothing": (lambda: b"", "is no Word document"),
    "old": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "is an old .doc, or has"),
    "other": (lambda: repacked(saved(house()), _as_sheet), "is no Word document"),
    "macros": (lambda: repacked(saved(house()), _with_macros), "holds macros"),
    "torn": (lambda: repacked(saved(house()), _torn), "is a broken Word document"),
    "bodiless": (lambda: repacked(saved(house()), _bodiless), "is a broken Word document"),
    "cut": (lambda: saved(house())[:-60], "is no Word document"),
    "styleless": (lambda: repacked(saved(house()), _odd_style), "holds no styles"),
}


def _as_sheet(_: str, held: bytes) -> bytes:
    return held.replace(MAIN, b"spreadsheetml.sheet.main+xml")


def _with_macros(_: str, held: bytes) -> bytes:
    return held.replace(
        b"openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"ms-word.document.macroEnabled.main+xml",
    )


def _torn(name: str, held: bytes) -> bytes:
    return held[: len(held) // 2] if name == "word/document.xml" else held


def _bodiless(name: str, held: bytes) -> bytes | None:
    return None if name == "word/document.xml" else held


def _odd_style(name: str, held: bytes) -> bytes:
    return b"<not-styles/>" if name == "word/styles.xml" else held


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_template_is_refused_and_it_is_said_what_would_be(name: str) -> None:
    make, said = REFUSED[name]
    with pytest.raises(NoTemplate) as refused:
        written(northtown(), make())
    told = str(refused.value)
    assert told.startswith("house.dotx ")
    assert said in told
    assert ".docx" in told


def test_what_unpacks_to_more_than_a_template_can_be_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(template, "MOST_BYTES", 10_000)
    with pytest.raises(NoTemplate, match=r"house\.dotx unpacks to more than 0 MB"):
        written(northtown(), saved(house()))


def test_with_a_template_the_same_bytes_come_each_time() -> None:
    data = saved(house())
    assert written(northtown(), data) == written(northtown(), data)
