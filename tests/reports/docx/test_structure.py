"""What a document is made of: named styles, headings in order, tables with heads, and no more."""

from __future__ import annotations

import re
import zlib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from gapcheck.reports.docx.styles import VERDICT_STYLES, own_styles

from ..html.reports import REPORTS
from .reading import Read, feet, kept, level, parts, read, text

ALL = (
    *((name, False) for name in REPORTS),
    *((name, True) for name in ("northtown", "two", "silent", "shipped-northtown")),
)
every = pytest.mark.parametrize(("name", "brief"), ALL)
FORMATTING = {
    "w:pPr": {"w:pStyle"},
    "w:rPr": {"w:rStyle", "w:lang", "w:rtl"},
    "w:tcPr": {"w:tcW", "w:gridSpan"},
    "w:trPr": {"w:cantSplit", "w:tblHeader"},
    "w:tblPr": {"w:tblStyle", "w:tblW", "w:tblLayout", "w:tblLook", "w:tblCaption"},
}


def own(name: str, brief: bool) -> Read:
    return read(kept(name, brief=brief))


def children(element: Any) -> set[Any]:
    return {each.tag for each in element}


@every
def test_nothing_is_formatted_but_by_the_name_of_a_style(name: str, brief: bool) -> None:
    document = own(name, brief)
    for tag, allowed in FORMATTING.items():
        for element in document.all(tag):
            assert children(element) <= {qn(each) for each in allowed}
    for element in document.all("w:p"):
        assert element.pPr.find(qn("w:pStyle")) is not None


@every
def test_every_style_that_is_used_is_there(name: str, brief: bool) -> None:
    document = own(name, brief)
    used = {
        (kind, each.get(qn("w:val")))
        for tag, kind in (
            ("w:pStyle", "paragraph"),
            ("w:rStyle", "character"),
            ("w:tblStyle", "table"),
        )
        for each in document.all(tag)
    }
    assert used <= document.names.keys()


def test_the_styles_that_a_board_paper_needs_are_used() -> None:
    document = own("shipped-northtown", brief=False)
    used = {line.style for line in document.lines()}
    assert used >= {
        *("Title", "Subtitle", "heading 1", "heading 2", "heading 3", "Quote", "Quote Source"),
        *("caption", "Table Header", "Illustrative", "List Bullet", "Quoted Note", "Table Text"),
    }
    runs = {document.names["character", e.get(qn("w:val"))] for e in document.all("w:rStyle")}
    assert runs >= {*VERDICT_STYLES.values(), "Strong", "Place", "Hyperlink"}


@every
def test_no_heading_is_skipped_and_the_title_comes_first(name: str, brief: bool) -> None:
    levels = [level(line) for line in own(name, brief).lines() if level(line)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    titles = [line for line in own(name, brief).lines() if line.style == "Title"]
    assert len(titles) == (2 if name in ("two", "public-coarsened") else 1)


@every
def test_heads_repeat_and_no_row_breaks(name: str, brief: bool) -> None:
    document = own(name, brief)
    for row in document.all("w:tr"):
        assert row.trPr.find(qn("w:cantSplit")) is not None
    for table in document.all("w:tbl"):
        first, *others = table.tr_lst
        heads = {document.style(each) for each in first.iter(qn("w:p"))}
        repeats = first.trPr.find(qn("w:tblHeader")) is not None
        plain = table.tblPr.find(qn("w:tblStyle")).get(qn("w:val")) in ("FactTable", "SidesTable")
        assert repeats is not plain
        assert plain or heads == {"Table Header"}
        assert not [row for row in others if row.trPr.find(qn("w:tblHeader")) is not None]
        assert table.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


@every
def test_every_row_is_as_wide_as_its_table(name: str, brief: bool) -> None:
    for table in own(name, brief).all("w:tbl"):
        grid = [int(each.get(qn("w:w"))) for each in table.tblGrid]
        assert sum(grid) == int(table.tblPr.find(qn("w:tblW")).get(qn("w:w")))
        for row in table.tr_lst:
            cells = [each.tcPr for each in row.findall(qn("w:tc"))]
            spans = [int(getattr(each.find(qn("w:gridSpan")), "val", 1)) for each in cells]
            assert sum(spans) == len(grid)


@every
def test_each_link_leads_to_one_place(name: str, brief: bool) -> None:
    document = own(name, brief)
    places = [each.get(qn("w:name")) for each in document.all("w:bookmarkStart")]
    assert len(places) == len(set(places))
    assert all(re.fullmatch(r"[a-z]+_\d+_\d+", each) for each in places)
    links = document.all("w:hyperlink")
    assert {each.get(qn("w:anchor")) for each in links} <= set(places)
    assert not [each for each in links if each.get(qn("r:id")) is not None]
    starts, ends = document.all("w:bookmarkStart"), document.all("w:bookmarkEnd")
    assert [e.get(qn("w:id")) for e in starts] == [e.get(qn("w:id")) for e in ends]


@every
def test_a_picture_is_told_in_words(name: str, brief: bool) -> None:
    for each in own(name, brief).all("wp:docPr"):
        assert re.match(r"\d+ imperatives? by group, one square each: gap \d+; ", each.get("descr"))


@every
def test_the_page_is_a4_with_margins_and_numbers(name: str, brief: bool) -> None:
    document = own(name, brief)
    (section,) = document.document.sections
    # Word keeps lengths in twentieths of a point.
    sides = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    meant = (Mm(210), Mm(297), Mm(25), Mm(25))
    assert all(abs(each - own) < Mm(0.1) for each, own in zip(sides, meant, strict=True))
    assert {section.top_margin, section.bottom_margin} == {section.left_margin}
    (foot,) = feet(document)
    assert foot.endswith("Page 1 of 1")
    xml = next(data for part, data in parts(kept(name, brief=brief)).items() if "footer" in part)
    assert re.findall(rb'w:instr="(\w+)"', xml) == [b"PAGE", b"NUMPAGES"]


def test_the_banner_is_the_first_line_and_in_the_foot() -> None:
    document = own("northtown", brief=False)
    banner = "Illustrative. Northtown Strategic Partnership is invented. Nobody said the words"
    first = document.lines()[0]
    assert (first.style, first.text.startswith(banner)) == ("Illustrative", True)
    assert [each.startswith(banner) for each in feet(document)] == [True]


def test_the_file_says_of_itself_what_no_clock_says() -> None:
    own_parts = parts(kept("northtown"))
    told = own("northtown", brief=False).document.core_properties
    assert (told.author, told.last_modified_by, told.language) == ("gapcheck", "gapcheck", "en-GB")
    assert told.title == "Northtown Strategic Partnership"
    assert str(told.created) == str(told.modified) == "2006-06-30 00:00:00+00:00"
    assert own("silent", brief=False).document.core_properties.created.year == 1980
    assert set(own_parts) == {
        *("[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml"),
        *("word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml"),
        *("word/numbering.xml", "word/footer1.xml", "word/media/image1.png"),
    }
    # Below this mode Word calls a document an old one.
    assert re.search(rb'"compatibilityMode"[^>]*w:val="15"', own_parts["word/settings.xml"])


def test_the_document_is_british_and_words_in_other_languages_say_so() -> None:
    document = own("shipped-northtown", brief=False)
    styles: Any = document.document.styles.element
    (default,) = styles.find(qn("w:docDefaults")).iter(qn("w:lang"))
    assert default.get(qn("w:val")) == "en-GB"
    tagged = {
        run.find(qn("w:rPr")).find(qn("w:lang")).get(qn("w:val")): text(run)
        for run in document.all("w:r")
        if run.find(qn("w:rPr")) is not None
        and run.find(qn("w:rPr")).find(qn("w:lang")) is not None
    }
    assert set(tagged) == {"fr"}
    assert all(each.startswith("“") for each in tagged.values())


def test_both_sides_of_a_contested_finding_stand_beside_each_other() -> None:
    document = own("shipped-northtown", brief=False)
    sides = [
        [cell.split("\n")[0] for cell in rows[0]]
        for rows, table in zip(document.tables(), document.all("w:tbl"), strict=True)
        if table.tblPr.find(qn("w:tblStyle")).get(qn("w:val")) == "SidesTable"
    ]
    assert sides == [
        ["Say yes: council", "Say no: voluntary sector"],
        ["Say yes: council", "Say no: residents"],
    ]


def test_serif_is_for_words_that_were_said() -> None:
    document = own("shipped-northtown", brief=False)
    assert all(each.startswith("“") and each.endswith("”") for each in document.styled("Quote"))
    notes = document.styled("Quoted Note")
    assert [each for each in notes if each.startswith("Notes: ")]
    assert not [each for each in notes if each.startswith("“")]


def test_the_names_that_a_template_may_define_are_documented() -> None:
    docs = Path(__file__).parents[3] / "docs/cli.md"
    (said,) = re.findall(r"^These are the names to define: (.*)\.$", docs.read_text("utf-8"), re.M)
    listed = re.sub("`Heading 1` to `Heading 3`", "`Heading 1`, `Heading 2`, `Heading 3`", said)
    names = {each.casefold() for each in re.findall("`([^`]+)`", listed)}
    styles: Any = own_styles()
    known = {each.find(qn("w:name")).get(qn("w:val")) for each in styles.findall(qn("w:style"))}
    hidden = {"Normal", "Default Paragraph Font", "Normal Table"}
    assert names == {each.casefold() for each in known - hidden}


def test_nothing_is_packed_and_every_part_has_the_same_time() -> None:
    # What packs is not the same on every machine.
    data = kept("northtown")
    assert data[10:14] == b"\x00\x00\x21\x00"
    assert parts(data)["word/document.xml"] in data
    assert zlib.crc32(parts(data)["word/media/image1.png"])
