"""CSV: the same values as the JSON's, and no cell that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from gapcheck.cells import active
from gapcheck.model.finding import Named
from gapcheck.model.report import Report
from gapcheck.reports import json_report, report_csv
from gapcheck.reports.spreadsheet import inert

from .html.hostile import each_in_turn, poisoned
from .html.reports import REPORTS
from .sample import northtown, study

every = pytest.mark.parametrize("name", REPORTS)


def rows(report: Report, *, statements: bool = False) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    (report_csv.write_statements if statements else report_csv.write)(report, stream)
    text = stream.getvalue()
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def told(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else inert(str(value))


@every
def test_a_row_is_a_finding_with_the_values_of_the_json(name: str) -> None:
    report = REPORTS[name]()
    found = json_report.as_json(report)["findings"]
    assert isinstance(found, list)
    given = rows(report)
    assert len(given) == len(found)
    for row, one in zip(given, found, strict=True):
        for key in ("lsp", "imperative", "verdict", "group", "rule", "confidence", "tier_pattern"):
            assert row[key] == told(one[key])
        assert row["heard"] == "; ".join(one["voices"]["heard"])
        assert row["unheard"] == "; ".join(one["voices"]["unheard"])
        for tier in ("strategic", "thematic", "neighbourhood", "delivery"):
            assert row[tier] == told(one["tiers"][tier]["position"])
        for rung, position in one["rungs"].items():
            assert row[rung] == told(position)
        assert row["fragile"] == told(bool(one["fragile"]))
        assert int(row["statements"]) == len(one["statements"])
        assert int(row["negative_case"]) == len(one["negative_case"])
        signed = one["signoff"]
        assert row["signed_by"] == told(signed["by"] if signed else None)


@every
def test_a_row_is_a_statement_with_the_values_of_the_json(name: str) -> None:
    report = REPORTS[name]()
    found = json_report.as_json(report)["findings"]
    assert isinstance(found, list)
    said = [(one, each) for one in found for each in one["statements"]]
    given = rows(report, statements=True)
    assert len(given) == len(said)
    for row, (one, each) in zip(given, said, strict=True):
        assert (row["lsp"], row["imperative"]) == (one["lsp"], one["imperative"])
        for key in ("source", "excerpt", "stance", "basis", "rung", "tier", "sector", "stale"):
            assert row[key] == told(each[key])
        for key in ("deciding", "quote", "file", "line", "excluded"):
            assert row[key] == told(each[key])


@every
def test_every_row_says_what_is_invented_and_for_whom(name: str) -> None:
    report = REPORTS[name]()
    invented = {part.partnership.id: part.partnership.illustrative for part in report.partnerships}
    for row in (*rows(report), *rows(report, statements=True)):
        assert row["illustrative"] == told(invented[row["lsp"]])
        assert row["audience"] == report.audience


@pytest.mark.parametrize("statements", [False, True])
def test_no_cell_is_one_that_a_spreadsheet_would_calculate(statements: bool) -> None:
    for row in rows(poisoned(study(), each_in_turn()), statements=statements):
        for cell in row.values():
            assert not active(cell) or cell.lstrip("-").isdigit()
            assert "\x1b" not in cell


@pytest.mark.parametrize("text", ["=1", " =1", "\t+1", "\n-1", "@a", "\xa0=1"])
def test_what_is_active_is_marked(text: str) -> None:
    assert inert(text).startswith("'")
    assert inert("plain = text") == "plain = text"


def test_lists_and_numbers_of_voices() -> None:
    report = northtown()
    named = (Named("late papers", 3), Named("no bus", None))
    first = replace(report.findings[0], barriers=named)
    (row,) = rows(replace(report, findings=(first,)))
    assert row["barriers"] == "late papers (3); no bus"


def test_words_with_commas_quotes_and_lines_come_back() -> None:
    report = northtown()
    first = report.findings[0]
    quote = 'He said, "no;\nnever".'
    said = replace(first.statements[0], quote=quote)
    (row,) = rows(replace(report, findings=(replace(first, statements=(said,)),)), statements=True)
    assert row["quote"] == quote


def test_the_columns_are_a_contract() -> None:
    assert len(set(report_csv.FINDINGS)) == len(report_csv.FINDINGS)
    assert len(set(report_csv.STATEMENTS)) == len(report_csv.STATEMENTS)
    page = (Path(__file__).parents[2] / "docs" / "cli.md").read_text("utf-8")
    for kind, columns in (
        ("findings", report_csv.FINDINGS),
        ("statements", report_csv.STATEMENTS),
    ):
        assert f"| {kind} | {', '.join(columns)} |" in page
