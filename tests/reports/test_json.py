"""The JSON report keeps its contract: keys, order, spellings, and bytes that harm nothing."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import jsonschema_rs
import pytest

from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.model.choices import (
    Audience,
    Group,
    Position,
)
from gapcheck.model.finding import Statement, TierView
from gapcheck.model.report import Report
from gapcheck.model.settings import TIERS
from gapcheck.model.signoff_view import SignoffView
from gapcheck.reports import json_report

from .json_contract import EXAMPLE, REPORT
from .sample import northtown, study


def written(report: Report) -> str:
    stream = io.StringIO()
    json_report.write(report, stream)
    return stream.getvalue()


def read(report: Report) -> Any:
    return json.loads(written(report))


def first_statement(report: Report, statement: Statement) -> Report:
    """The report with this statement in the first finding's place for statements."""
    finding = replace(report.findings[0], statements=(statement,))
    return replace(report, findings=(finding, *report.findings[1:]))


@pytest.mark.parametrize("report", [northtown(), study()], ids=["partnership", "study"])
def test_the_report_has_exactly_the_contract_s_shape(report: Report) -> None:
    validator = jsonschema_rs.validator_for(REPORT)
    assert [error.message for error in validator.iter_errors(read(report))] == []


def test_the_schema_refuses_what_the_contract_does_not_know() -> None:
    found = read(northtown())
    found["findings"][0]["score"] = 3
    assert not jsonschema_rs.validator_for(REPORT).is_valid(found)


def at(found: Any, path: str) -> list[Any]:
    """All values at a dotted path; a list or a `*` stands for each of its values."""
    values = [found]
    for step in filter(None, path.split(".")):
        values = [value for value in values if value is not None]
        nested = [list(value.values()) if step == "*" else [value[step]] for value in values]
        values = [value for values in nested for value in values]
        values = [
            item for value in values for item in (value if isinstance(value, list) else [value])
        ]
    return [value for value in values if value is not None]


@pytest.mark.parametrize("path", EXAMPLE)
def test_keys_stand_in_the_order_of_the_contract_s_example(path: str) -> None:
    objects = at(read(northtown()), path)
    assert objects
    assert {tuple(each) for each in objects} == {tuple(EXAMPLE[path].split())}


def test_what_a_finding_says_arrives() -> None:
    finding = next(
        each for each in read(northtown())["findings"] if each["imperative"].endswith("bottom-up")
    )
    assert finding["lsp"] == "northtown"
    assert finding["as_at"] == "2006-06-30"
    assert (finding["verdict"], finding["group"]) == ("paper_only", "gap")
    assert finding["confidence"] == "moderate"
    assert finding["fragile"] == [{"without": "doc-strategy-2004", "verdict": "not_translated"}]
    assert finding["tiers"]["neighbourhood"] == {"position": "absent", "voices": 3}
    assert finding["tiers"]["delivery"] == {"position": "unknown", "voices": 0}
    assert finding["statements"][1]["stance"] == "absent"
    assert finding["statements"][1]["file"] == "evidence/northtown/fg-residents-01.yaml"
    assert finding["statements"][1]["line"] == 43


def test_verdicts_outside_the_totals_have_no_group() -> None:
    groups = {each["verdict"]: each["group"] for each in read(northtown())["findings"]}
    assert groups["not_applicable"] is None
    assert groups["not_taken_up"] is None
    assert groups["untested"] == "unknown"


def test_what_consent_excludes_has_neither_words_nor_stance() -> None:
    statements = [
        each for finding in read(northtown())["findings"] for each in finding["statements"]
    ]
    withdrawn = [each for each in statements if each["excluded"] == "withdrawn"]
    assert withdrawn
    assert all(each["stance"] is None and each["quote"] is None for each in withdrawn)


def test_a_sign_off_stands_beside_what_the_rules_gave() -> None:
    finding = next(each for each in read(northtown())["findings"] if each["signoff"])
    assert finding["verdict"] == "not_translated"
    assert finding["signoff"]["verdict"] == "partly_translated"
    assert finding["signoff"]["evidence_changed"] is True


def test_a_confirmation_has_no_verdict_of_its_own() -> None:
    report = northtown()
    confirmed = replace(report.findings[0], signoff=SignoffView("A. Nyone", "2006", "read again"))
    found = read(replace(report, findings=(confirmed,)))["findings"][0]["signoff"]
    assert (found["verdict"], found["confidence"], found["summary"]) == (None, None, None)


def test_totals_hold_all_five_groups_zeros_too() -> None:
    report = northtown()
    part = replace(report.partnerships[0], totals=((Group.GAP, 2),))
    totals = read(replace(report, partnerships=(part,)))["partnerships"][0]["totals"]
    assert totals == {"translated": 0, "partly": 0, "gap": 2, "contested": 0, "unknown": 0}


def test_diagnostics_are_counted_by_severity() -> None:
    where = Location("evidence/northtown/int-vcs-01.yaml", 3)
    found = (
        Diagnostic(where, Severity.WARNING, "long-quote", "too long"),
        Diagnostic(where, Severity.ERROR, "unknown-key", "no such key"),
        Diagnostic(where, Severity.WARNING, "long-quote", "too long"),
    )
    assert read(northtown(diagnostics=found))["diagnostics"] == {"error": 1, "warning": 2}


def test_tiers_that_a_study_adds_follow_the_four() -> None:
    report = northtown()
    vocabulary = replace(
        report.settings.vocabulary, tiers={"regional": "Regional", "strategic": "Board"}
    )
    settings = replace(report.settings, vocabulary=vocabulary)
    finding = replace(report.findings[0], tiers=(TierView("regional", Position.PARTLY, 1),))
    found = read(replace(report, settings=settings, findings=(finding,)))["findings"][0]["tiers"]
    assert list(found) == [*TIERS, "regional"]
    assert found["regional"] == {"position": "partly", "voices": 1}


def test_nothing_dated_has_no_day() -> None:
    report = northtown()
    finding = replace(report.findings[0], as_at=None)
    part = replace(report.partnerships[0], as_at=None)
    found = read(replace(report, findings=(finding,), partnerships=(part,)))
    assert found["findings"][0]["as_at"] is None
    assert found["partnerships"][0]["as_at"] is None


@pytest.mark.parametrize(
    "words",
    [
        "a lone half \ud800 of a pair",
        "\x1b[2J cleared \x9b31m",
        "\u202eturned\u2066 round \ufeff",
        "line\u2028separator",
        'quotes " and \\ and \\u202e typed out',
        "“café” 東京",
    ],
)
def test_any_words_survive_and_no_byte_of_them_acts(words: str) -> None:
    report = northtown()
    hostile = first_statement(report, replace(report.findings[0].statements[0], quote=words))
    text = written(hostile)
    text.encode("utf-8")
    assert not set(text) & set("\x1b\x9b\u202e\u2066\ufeff\u2028")
    assert json.loads(text)["findings"][0]["statements"][0]["quote"] == words


def test_letters_of_any_script_stay_letters() -> None:
    report = northtown()
    words = replace(report.findings[0].statements[0], quote="cyfarfod ŵ 東京")
    assert "cyfarfod ŵ 東京" in written(first_statement(report, words))


def test_the_same_report_gives_the_same_bytes_and_ends_in_a_newline() -> None:
    text = written(northtown())
    assert text == written(northtown())
    assert text.endswith("}\n")
    assert text.startswith('{\n  "format": "gapcheck-report/1",\n')


def test_the_audience_is_named() -> None:
    assert read(northtown(audience=Audience.PUBLIC))["audience"] == "public"
