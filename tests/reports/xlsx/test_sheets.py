"""The sheets of a workbook: what stands in them, against the report that they are of."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from gapcheck.model.choices import Group, Verdict
from gapcheck.model.narrowing import Narrowing
from gapcheck.model.report import Report
from gapcheck.reports import json_report, narrowed, phrases, sentences, words
from gapcheck.reports.edition import HEAD, edition
from gapcheck.reports.xlsx import writer
from gapcheck.reports.xlsx.baseline import MET

from ..html.reports import REPORTS
from ..sample import NORTHTOWN, northtown
from .reading import kept, notices, read, table, top, written

NAMES = ["Framework", "Quotes", "Presence", "Baseline", "Codebook", "About"]
every = pytest.mark.parametrize("name", REPORTS)


def found(report: Report) -> Any:
    return json.loads(json.dumps(json_report.as_json(report)))


def applying(report: Report) -> list[Any]:
    return [each for each in report.findings if each.verdict is not Verdict.NOT_APPLICABLE]


@every
def test_the_sheets_stand_in_their_order_with_heads_in_sight(name: str) -> None:
    book = read(kept(name))
    assert book.sheetnames == NAMES
    for sheet in book:
        column = "A" if sheet.title == "About" else "[B-Z]"
        assert re.fullmatch(f"{column}{top(sheet) + 1}", sheet.freeze_panes)
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.oddFooter.right.text == "Page &P of &N"
        heads = [cell for cell in sheet[top(sheet)] if cell.value]
        assert all(cell.font.bold for cell in heads)
        full = sheet.max_row > top(sheet)
        assert bool(sheet.auto_filter.ref) is (full and sheet.title != "About")


@every
def test_every_sheet_says_first_what_is_invented_and_for_whom(name: str) -> None:
    report = REPORTS[name]()
    invented = sentences.banner(report)
    own = edition(report)
    said = [f"Illustrative. {invented}"] if invented else []
    said += [f"{HEAD} {own[0]}"] if own else []
    for sheet in read(kept(name)):
        assert notices(sheet) == said
        assert bool(invented) is ("invented" in sheet.oddFooter.left.text)


@every
def test_each_finding_has_its_verdict_in_the_framework(name: str) -> None:
    report = REPORTS[name]()
    rows = table(read(kept(name))["Framework"])
    assert [row["Partnership"] for row in rows] == [
        phrases.full_name(part.partnership) for part in report.partnerships
    ]
    seen = Counter(
        text.partition(".")[0]
        for row in rows
        for text in map(str, row.values())
        if text[:2] in {f"{each.glyph} " for each in (*words.GROUPS.values(), words.OUTSIDE)}
    )
    expected = Counter(
        f"{words.marks(each.verdict).glyph} {words.VERDICTS[each.verdict].screen}"
        for each in applying(report)
    )
    assert seen == expected


@every
def test_transposed_it_holds_the_same_cells(name: str) -> None:
    report = REPORTS[name]()
    flat = table(read(kept(name))["Framework"])
    every_row = table(read(kept(name, transposed=True))["Framework"])
    turned = [row for row in every_row if row["What is asked"]]
    assert len(turned) == len({each.imperative.name for each in applying(report)})
    for row in turned:
        for part in report.partnerships:
            label = phrases.full_name(part.partnership)
            (case,) = [each for each in flat if each["Partnership"] == label]
            (head,) = [each for each in case if each.endswith(f"({row['Imperative']})")]
            assert case[head] == row[label]


@every
def test_quotes_are_numbered_and_each_number_leads_to_its_words(name: str) -> None:
    report = REPORTS[name]()
    book = read(kept(name))
    rows = table(book["Quotes"])
    assert [row["No."] for row in rows] == list(range(1, len(rows) + 1))
    admitted = [each for f in applying(report) for each in f.statements if each.excluded is None]
    assert Counter(row["Words"] for row in rows) == Counter(map(phrases.quoted, admitted))
    for row in table(book["Baseline"]):
        for number in re.findall(r"\[(\d+)\]", row["Evidence"]):
            quote = rows[int(number) - 1]
            assert (quote["Partnership"], quote["Imperative"], quote["Verdict"]) == (
                row["Partnership"],
                row["Imperative"],
                row["Verdict"],
            )
    named = Counter(
        re.findall(r"\[(\d+)\]", " ".join(row["Evidence"] for row in table(book["Baseline"])))
    )
    assert set(named.values()) <= {1}
    assert len(named) == len(rows)


@every
def test_presence_is_nought_where_nothing_was_heard(name: str) -> None:
    report = REPORTS[name]()
    rows = table(read(kept(name))["Presence"])
    cells = Counter(value for row in rows for value in row.values() if isinstance(value, int))
    silent = sum(each.verdict is Verdict.NO_EVIDENCE for each in applying(report))
    assert cells[0] == silent
    assert cells[1] == len(applying(report)) - silent


@every
def test_the_baseline_has_every_imperative_and_agrees_with_the_json(name: str) -> None:
    report = REPORTS[name]()
    rows = table(read(kept(name))["Baseline"])
    every_one = found(report)["findings"]
    assert len(rows) == len(every_one)
    totals = Counter(row["Met"] for row in rows if row["Applies"] == "yes")
    expected = Counter(
        MET[Group(each["group"]) if each["group"] else None]
        for each in every_one
        if each["verdict"] != "not_applicable"
    )
    assert totals == expected
    assert all(row["Action needed"] == row["Lead"] == row["Deadline"] == "" for row in rows)
    levels = Counter(row["Confidence"].partition(",")[0] for row in rows)
    said = Counter((each["confidence"] or "–").replace("_", " ") for each in every_one)
    assert levels == said


@every
def test_the_codebook_has_all_that_was_looked_for(name: str) -> None:
    report = REPORTS[name]()
    rows = table(read(kept(name))["Codebook"])
    names = [one.name for policy in report.policies for one in policy.imperatives]
    assert [row["Imperative"] for row in rows] == names


@every
def test_about_says_what_the_report_says_of_itself(name: str) -> None:
    report = REPORTS[name]()
    said = [row[""] for row in table(read(kept(name))["About"])]
    for each in (*edition(report)[1:], *sentences.limits(report)):
        assert each in said
    for part in () if report.whole_study else report.partnerships:
        assert sentences.summary(part) in said


def test_a_part_of_a_report_says_so() -> None:
    report = northtown()
    own = replace(
        report,
        narrowing=Narrowing(only=("gap",), imperatives=5, of=5, shown=1, out_of=5),
    )
    assert notices(read(written(own))["Framework"])[-1] == narrowed.narrowed(own)


def test_what_had_to_be_left_out_stands_above() -> None:
    own = replace(northtown(), left_out=("evidence/a.yaml: excerpt x1 (1 error).",))
    said = notices(read(written(own))["Quotes"])
    assert said[-1] == "Left out, because files have errors: evidence/a.yaml: excerpt x1 (1 error)."


def test_attributes_of_a_case_stand_before_its_imperatives() -> None:
    report = northtown()
    own = replace(NORTHTOWN, attributes=(("wave", "1"), ("type", "urban")))
    part = replace(report.partnerships[0], partnership=own)
    findings = tuple(replace(each, partnership=own) for each in report.findings)
    sheet = read(written(replace(report, partnerships=(part,), findings=findings)))["Framework"]
    (row,) = table(sheet)
    assert list(row)[5:7] == ["wave", "type"]
    assert (row["wave"], row["type"]) == ("1", "urban")


def test_one_partnership_stands_in_a_column_with_what_it_is_above() -> None:
    report = northtown()
    stream = io.BytesIO()
    writer.write(report, stream)
    rows = table(read(stream.getvalue())["Framework"])
    label = phrases.full_name(NORTHTOWN)
    assert {row["Imperative"]: row[label] for row in rows[:4]} == {
        "Kind": "Local strategic partnership",
        "Nation": "England",
        "Region": "North East",
        "Invented": "yes",
    }
    assert len(rows) == 4 + len(applying(report))
