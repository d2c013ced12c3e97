"""All that a document says, style by style, is what was kept; and a few papers of rare kinds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from gapcheck import __version__
from gapcheck.missing_extra import needing
from gapcheck.model.choices import Shown, Stance, Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import Report
from gapcheck.reports import formats

from ..golden import assert_kept
from ..sample import northtown, statement
from .reading import Read, feet, kept, read, text, written


def told(own: Read) -> str:
    """The document as lines: the style, the number of the table, the words."""
    lines = [
        f"{each.style}{f' [{each.table}]' if each.table >= 0 else ''}: {each.text}"
        for each in own.lines()
    ]
    return "\n".join([*lines, *feet(own)]).replace(__version__, "VERSION") + "\n"


@pytest.mark.parametrize(("name", "brief"), [("northtown", False), ("study", False),
                                             ("northtown", True)])  # fmt: skip
def test_all_that_it_says_is_the_kept(name: str, brief: bool) -> None:
    assert_kept(f"{'brief-' * brief}{name}-docx.txt", told(read(kept(name, brief=brief))))


def only(verdict: Verdict, **changes: object) -> Report:
    report = northtown()
    own = next(each for each in report.findings if each.verdict is verdict)
    changed: Finding = replace(own, **changes)  # type: ignore[arg-type]
    return replace(report, findings=(changed,))


@pytest.mark.parametrize("verdict", [Verdict.CONTRARY, Verdict.CONTESTED])
def test_where_nothing_is_shown_it_is_said_why(verdict: Verdict) -> None:
    own = read(written(only(verdict, statements=(), negative_case=(), shown=Shown.NOTHING)))
    head = "4 Gaps and their evidence" if verdict is Verdict.CONTRARY else "5 Contested"
    assert "What so few say is not shown." in [each.text for each in own.section(head)]


def test_those_between_stand_below_the_sides_also_where_there_is_but_one() -> None:
    between = statement("int-vcs-01", 7, Stance.PARTLY, "They came once.")
    no = statement("fg-residents-01", 14, Stance.ABSENT, "They never came.")
    own = read(written(only(Verdict.CONTESTED, statements=(between, no))))
    lines = own.section("5 Contested")
    assert [each.text for each in lines if each.style == "Quote"] == [
        "“They never came.”",
        "“They came once.”",
    ]
    assert [each.text for each in lines if each.style == "Table Header"] == [
        "Say no: residents",
        "Between: voluntary sector",
    ]


def test_words_that_are_written_from_the_right_are_shown_so() -> None:
    said = statement(
        "int-vcs-02", 7, Stance.OPPOSITE, "سلام", language="ur-PK", translation="Hello."
    )
    odd = statement("int-vcs-01", 7, Stance.OPPOSITE, "Hm.", language='x" w:val="y')
    own = read(written(only(Verdict.CONTRARY, statements=(said, odd))))
    runs = {text(run): run.find(qn("w:rPr")) for run in own.all("w:r")}
    tagged = runs["“سلام”"]
    assert tagged.find(qn("w:rtl")) is not None
    assert tagged.find(qn("w:lang")).get(qn("w:bidi")) == "ur-PK"
    assert runs["“Hm.”"] is None
    assert "In English (from ur-PK): “Hello.”" in own.styled("Quoted Note")


def test_a_module_of_our_own_that_is_missing_is_no_missing_extra() -> None:
    with pytest.raises(ModuleNotFoundError), needing("docx", "docx"):
        raise ModuleNotFoundError("no", name="gapcheck.reports.docx.nothing")
    assert set(formats.BINARY_BRIEFS) <= set(formats.BINARY)
    assert set(formats.BRIEFS) <= set(formats.FORMATS)
    assert set(formats.BINARY) >= formats.TEMPLATED
