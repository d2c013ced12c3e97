"""The annex on methods in Word: every item and every finding of the annex, in named styles."""

from __future__ import annotations

import io

import docx
import pytest

from gapcheck.model.report import Report
from gapcheck.reports.coreq.annex import annex
from gapcheck.reports.docx import coreq
from gapcheck.reports.edition import edition

from ..html.hostile import each_in_turn, poisoned
from ..html.reports import REPORTS, public
from ..sample import study
from .reading import Read, read

every = pytest.mark.parametrize("name", REPORTS)


def written(report: Report) -> bytes:
    stream = io.BytesIO()
    coreq.write(report, stream)
    return stream.getvalue()


def own(report: Report) -> Read:
    return read(written(report))


def cells(report: Report) -> list[list[str]]:
    tables = docx.Document(io.BytesIO(written(report))).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


@every
def test_every_item_stands_with_its_state(name: str) -> None:
    report = REPORTS[name]()
    rows = {row[0]: row for row in cells(report) if len(row) == 5 and row[0].isdigit()}
    answers = [each for group in annex(report).checklist for each in group.answers]
    assert list(rows) == [str(each.item.number) for each in answers]
    for each in answers:
        row = rows[str(each.item.number)]
        assert each.item.name in row[1]
        assert each.item.asks in row[1]
        assert row[3] == each.state
        for fact in (*each.facts, each.missing):
            assert " ".join(fact.split()) in " ".join(row[2].split())


@every
def test_every_finding_stands_with_its_confidence(name: str) -> None:
    report = REPORTS[name]()
    lines = [line for section in annex(report).sections for line in section.lines]
    held = cells(report)
    starts = [at for at, row in enumerate(held) if row[0] == "Finding"]
    found = [
        row
        for row in held
        if len(row) == 5 and row[0] not in ("Finding", "No.") and not row[0].isdigit()
    ]
    assert len(found) == len(lines)
    assert len(starts) == sum(bool(section.lines) for section in annex(report).sections)
    for row, line in zip(found, lines, strict=True):
        assert line.finding.imperative.name in row[0]
        assert row[2] == line.confidence
        for label, said in line.reasons:
            assert f"{label}: {said}" in row[3]


@every
def test_it_begins_with_what_is_invented_and_for_whom(name: str) -> None:
    report = REPORTS[name]()
    text = "\n".join(each.text for each in docx.Document(io.BytesIO(written(report))).paragraphs)
    for each in edition(report):
        assert each in text
    if any(part.partnership.illustrative for part in report.partnerships):
        assert text.startswith("Illustrative.")


def test_hostile_words_bring_nothing_new() -> None:
    assert written(poisoned(study(), each_in_turn()))


def test_the_same_report_gives_the_same_bytes() -> None:
    assert written(public("northtown")) == written(public("northtown"))
