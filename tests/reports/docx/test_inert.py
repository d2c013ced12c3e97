"""Whatever stands in a study's files is shown as it was typed, and nothing in it comes alive."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.model.choices import Stance
from gapcheck.model.report import Report
from gapcheck.reports.docx.inert import inert, line
from gapcheck.reports.inert import visible

from ..html.hostile import HOSTILE, each_in_turn, poisoned
from ..html.reports import REPORTS
from ..sample import northtown, statement
from .reading import Read, parts, read, written

TRIED = ("northtown", "study")
FIELDS = (
    "PAGE \\* MERGEFORMAT",
    '{ HYPERLINK "http://example.org" }',
    '{ INCLUDETEXT "/etc/passwd" }',
    "{ DDEAUTO c:\\windows\\cmd.exe }",
    "</w:t></w:r></w:p><w:p><w:r><w:fldSimple w:instr='DDE'/>",
    "&#x0; &unknown; ]]>",
    "\ufffe and \uffff",
)


def shape(own: Read) -> list[str]:
    """The elements of the body in their order, without those that lines are made of."""
    made = (qn("w:t"), qn("w:br"))
    return [each.tag for each in own.body.iter() if each.tag not in made]


@cache
def harmless(name: str, *, brief: bool) -> list[str]:
    return shape(read(written(poisoned(REPORTS[name](), lambda: " and so on"), brief=brief)))


@pytest.mark.parametrize("words", [*HOSTILE[::3], *FIELDS])
@pytest.mark.parametrize("name", TRIED)
def test_a_document_keeps_its_shape_whatever_stands_in_its_fields(name: str, words: str) -> None:
    assert shape(read(written(poisoned(REPORTS[name](), lambda: words)))) == harmless(
        name, brief=False
    )


@pytest.mark.parametrize("brief", [False, True])
def test_all_of_them_at_once_bring_nothing_new(brief: bool) -> None:
    data = written(poisoned(northtown(), each_in_turn()), brief=brief)
    assert set(shape(read(data))) <= set(harmless("northtown", brief=brief))
    for name, part in parts(data).items():
        targets = re.findall(rb'Target="([^"]*)"', part) if name.endswith(".rels") else []
        assert not [each for each in targets if b":" in each]
        assert b"TargetMode" not in part
        assert set(re.findall(rb'w:instr="([^"]*)"', part)) <= {b"PAGE", b"NUMPAGES"}
        assert b"instrText" not in part


@pytest.mark.parametrize("words", [*HOSTILE, *FIELDS])
def test_what_was_typed_is_what_is_read(words: str) -> None:
    report = northtown()
    first = replace(
        report.findings[0],
        statements=(statement("int-vcs-01", 7, Stance.OPPOSITE, words),),
    )
    own = read(written(replace(report, findings=(first, *report.findings[1:]))))
    shown = f"“{inert(words.strip())}”"
    assert shown in own.styled("Quote")


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_any_text_is_taken(words: str) -> None:
    told = inert(words)
    assert not re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]", told)
    assert told.replace("\\ufffe", "").replace("\\uffff", "") == visible(words).replace(
        "\t", " "
    ).replace("\ufffe", "").replace("\uffff", "").replace("\\ufffe", "").replace("\\uffff", "")
    assert "\n" not in line(words)


def test_a_name_of_many_lines_is_one_line_in_what_the_file_says_of_itself() -> None:
    report: Report = northtown()
    part = report.partnerships[0]
    named = replace(part, partnership=replace(part.partnership, name="One\nTwo\x07 " + "x" * 400))
    told = read(written(replace(report, partnerships=(named,)))).document.core_properties
    assert told.title.startswith("One Two\\x07 xxx")
    assert len(told.title) == 255
