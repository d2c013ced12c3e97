"""One Report, eight faces: every count and verdict read back out of each of them is the JSON's."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import docx
import pytest

from gapcheck.model.choices import Verdict
from gapcheck.model.report import Report
from gapcheck.reports import json_report, report_csv, words
from gapcheck.reports.docx import writer as word
from gapcheck.reports.markdown import writer as markdown
from gapcheck.reports.oscal import writer as oscal
from gapcheck.reports.terminal.report import write_report
from gapcheck.reports.xlsx import writer as excel

from .html import reading as page
from .html.reports import REPORTS
from .screens import written as drawn
from .xlsx.reading import read as workbook
from .xlsx.reading import table

ONE = ("northtown", "shipped-northtown", "public-northtown", "silent")
"""Reports on one partnership, one of them for the public, one of which nothing is known."""

_SCREENS = {said.screen: verdict for verdict, said in words.VERDICTS.items()}
_GLYPH = re.compile(r"^\W+ ")

Verdicts = Counter[str]


def told(word_: str) -> str:
    """A verdict by what stands on screen: `○ **Not in practice**; signed off as ...`."""
    plain = word_.replace("*", "").partition("; signed off")[0].partition(" signed off")[0]
    return _SCREENS[_GLYPH.sub("", plain).strip()]


def of_json(report: Report) -> Verdicts:
    found: Any = json_report.as_json(report)["findings"]
    return Counter(str(one["verdict"]) for one in found if one["verdict"] != "not_applicable")


def of_markdown(report: Report) -> Verdicts:
    stream = io.StringIO()
    markdown.write(report, stream)
    part = stream.getvalue().partition("## 3 ")[2].partition("\n## ")[0]
    rows = [each.split(" | ") for each in part.splitlines() if each.startswith("| ")]
    return Counter(told(row[1]) for row in rows[1:])


def of_html(report: Report) -> Verdicts:
    root = page.read(page.written(report))
    found = [each.all("summary")[0] for each in root.all("details", kind="f")]
    return Counter(told(each.all("span", kind="chip")[0].text) for each in found)


def of_word(report: Report) -> Verdicts:
    stream = io.BytesIO()
    word.write(report, stream)
    for held in docx.Document(io.BytesIO(stream.getvalue())).tables:
        head = [each.text for each in held.rows[0].cells]
        if head[:2] == ["Imperative", "Verdict"] and "Evidence" in head:
            return Counter(told(row.cells[1].text) for row in held.rows[1:])
    return Counter()


def of_excel(report: Report) -> Verdicts:
    stream = io.BytesIO()
    excel.write(report, stream)
    rows = table(workbook(stream.getvalue())["Baseline"])
    return Counter(told(row["Verdict"]) for row in rows if row["Applies"] == "yes")


def of_csv(report: Report) -> Verdicts:
    stream = io.StringIO()
    report_csv.write(report, stream)
    rows = csv.DictReader(io.StringIO(stream.getvalue().removeprefix("\ufeff")))
    return Counter(row["verdict"] for row in rows if row["verdict"] != "not_applicable")


def of_oscal(report: Report) -> Verdicts:
    results: Any = oscal.as_oscal(report)["assessment-results"]
    findings = [one for each in results["results"] for one in each.get("findings", ())]
    return Counter(
        prop["value"] for one in findings for prop in one["props"] if prop["name"] == "verdict"
    )


def of_terminal(report: Report) -> Verdicts:
    text = drawn(lambda console: write_report(report, console), width=200)
    part = text.partition("ALL IMPERATIVES")[2].partition("S strategic")[0]
    held = (re.split(r" {2,}", line.strip())[0] for line in part.splitlines())
    return Counter(told(each) for each in held if _GLYPH.sub("", each) in _SCREENS)


FACES: Mapping[str, Callable[[Report], Verdicts]] = {
    "markdown": of_markdown,
    "html": of_html,
    "docx": of_word,
    "xlsx": of_excel,
    "csv": of_csv,
    "oscal": of_oscal,
    "terminal": of_terminal,
}


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("name", ONE)
def test_every_face_has_the_verdicts_of_the_json(name: str, face: str) -> None:
    report = REPORTS[name]()
    assert FACES[face](report) == of_json(report)


@pytest.mark.parametrize("name", ONE)
def test_totals_are_those_of_the_verdicts(name: str) -> None:
    report = REPORTS[name]()
    parts: Any = json_report.as_json(report)["partnerships"]
    counts: Counter[str] = Counter()
    for verdict, number in of_json(report).items():
        group = Verdict(verdict).group
        if group:
            counts[str(group)] += number
    assert parts[0]["totals"] == {group: counts[group] for group in parts[0]["totals"]}


@pytest.mark.parametrize("face", ["xlsx", "csv", "oscal"])
@pytest.mark.parametrize("name", ["study", "two", "many", "shipped", "public", "empty"])
def test_so_has_a_study_in_the_faces_that_list_every_finding(name: str, face: str) -> None:
    report = REPORTS[name]()
    assert FACES[face](report) == of_json(report)
