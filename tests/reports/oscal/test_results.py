"""OSCAL's assessment results: accepted by models made from its schema, and the JSON's own facts."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Any

import pytest
from markdown_it import MarkdownIt
from trestle.oscal.assessment_results import Model

from gapcheck.model.choices import Verdict
from gapcheck.model.report import Report
from gapcheck.reports import json_report, phrases, sentences
from gapcheck.reports.edition import edition
from gapcheck.reports.inert import visible
from gapcheck.reports.oscal import writer
from gapcheck.reports.oscal.findings import STATUS
from gapcheck.reports.oscal.values import address, line, markup, moment, path, token

from ..html.hostile import HOSTILE, each_in_turn, poisoned
from ..html.reports import REPORTS, public
from ..sample import northtown, study

every = pytest.mark.parametrize("name", REPORTS)
INTERVIEWED = {"interview", "focus-group", "survey"}


def written(report: Report) -> str:
    stream = io.StringIO()
    writer.write(report, stream)
    return stream.getvalue()


def results(report: Report) -> Any:
    return json.loads(written(report))["assessment-results"]


def own(thing: Any) -> dict[str, str]:
    return {each["name"]: each["value"] for each in thing["props"]}


@every
def test_models_made_from_the_published_schema_take_it(name: str) -> None:
    text = written(REPORTS[name]())
    Model.model_validate_json(text)
    assert text.endswith("}\n")


def test_they_take_it_whatever_stands_in_the_files() -> None:
    Model.model_validate_json(written(poisoned(study(), each_in_turn())))


def test_they_refuse_what_they_do_not_know() -> None:
    held = json.loads(written(northtown()))
    held["assessment-results"]["results"][0]["verdict"] = "gap"
    with pytest.raises(ValueError, match="verdict"):
        Model.model_validate(held)


@every
def test_findings_are_those_of_the_json(name: str) -> None:
    report = REPORTS[name]()
    given = [one for result in results(report)["results"] for one in result.get("findings", ())]
    found: Any = json_report.as_json(report)["findings"]
    expected = [one for one in found if one["verdict"] is not Verdict.NOT_APPLICABLE]
    keys = ("imperative", "verdict", "rule")
    assert Counter(tuple(own(one)[key] for key in keys) for one in given) == Counter(
        tuple(str(one[key]) for key in keys) for one in expected
    )
    states = Counter(
        (
            one["target"]["status"]["state"],
            one["target"]["status"]["reason"],
            one["target"]["implementation-status"]["state"],
        )
        for one in given
    )
    assert states == Counter(STATUS[one["group"]] for one in expected)


@every
def test_each_statement_that_counts_is_an_observation_of_its_finding(name: str) -> None:
    report = REPORTS[name]()
    for result in results(report)["results"]:
        observed = {one["uuid"]: one for one in result.get("observations", ())}
        related = [
            (finding, each["observation-uuid"])
            for finding in result.get("findings", ())
            for each in finding.get("related-observations", ())
        ]
        assert Counter(uuid for _, uuid in related) == Counter(list(observed))
        for finding, uuid in related:
            assert own(observed[uuid])["imperative"] == own(finding)["imperative"]
    counted = [
        phrases.quoted(said)
        for finding in report.findings
        if finding.verdict is not Verdict.NOT_APPLICABLE
        for said in finding.statements
        if said.excluded is None
    ]
    given = [one for result in results(report)["results"] for one in result.get("observations", ())]
    assert Counter(one["description"] for one in given) == Counter(
        markup(each.strip()) for each in counted
    )
    for one in given:
        asked = own(one)["kind"] in INTERVIEWED
        assert one["methods"] == ["INTERVIEW" if asked else "EXAMINE"]


@every
def test_ids_are_its_own(name: str) -> None:
    text = written(REPORTS[name]())
    ids: list[str] = []

    def collect(value: Any) -> None:
        if isinstance(value, dict):
            ids.extend(each for key, each in value.items() if key == "uuid")
            for each in value.values():
                collect(each)
        elif isinstance(value, list):
            for each in value:
                collect(each)

    collect(json.loads(text))
    assert len(set(ids)) == len(ids)


@every
def test_it_says_first_what_is_invented_and_for_whom(name: str) -> None:
    report = REPORTS[name]()
    remarks = results(report)["metadata"]["remarks"]
    if banner := sentences.banner(report):
        assert remarks.startswith(markup(f"Illustrative. {banner}"))
    for each in edition(report):
        assert markup(each) in remarks
    assert own(results(report)["metadata"])["audience"] == report.audience


def test_an_edition_has_no_place_and_no_day_of_an_interview() -> None:
    result = results(public("northtown"))["results"][0]
    assert not [one for one in result["observations"] if "relevant-evidence" in one]
    assert result["end"] == "2006-01-01T00:00:00Z"
    assert own(result)["as-at"] == "2006"


def test_what_is_not_known_is_said_to_be_no_failing() -> None:
    (result,) = results(REPORTS["shipped-northtown"]())["results"]
    open_ = [one for one in result["findings"] if own(one).get("group") in ("unknown", "contested")]
    assert len(open_) == 15
    for one in open_:
        assert "no statement that it is not done" in one["target"]["status"]["remarks"]
    plain = [one for one in result["findings"] if own(one).get("group") in ("gap", "translated")]
    assert not [one for one in plain if "no statement" in one["target"]["status"]["remarks"]]


def test_a_translation_stands_beside_the_words() -> None:
    report = northtown()
    first = report.findings[0]
    said = replace(first.statements[0], language="cy", translation="Nobody asked us.")
    changed = replace(report, findings=(replace(first, statements=(said,)),))
    (one,) = results(changed)["results"][0]["observations"]
    assert one["remarks"] == "In English (from cy): Nobody asked us."


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("compact-1998/pay", "compact-1998.pay"),
        ("2001/x", "_2001.x"),
        ("a.b/c", "aDOTb.c"),
        ("a b", "a.b"),
        ("_a", "_a"),
    ],
)
def test_a_name_is_a_token(name: str, made: str) -> None:
    assert token(name) == made


def test_a_line_is_one_line() -> None:
    assert line(" a\n b\t\tc ") == "a b c"
    assert line(" \n") == "–"


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_typed_is_shown_as_typed_by_a_reader_of_markdown(text: str) -> None:
    shown = " ".join(visible(text).split())
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(markup(shown))
    plain = unescape(re.sub(r"</?(p|ul|ol|li)>", "", page))
    assert plain.split() == shown.split()


def test_a_reference_leads_to_one_place() -> None:
    assert path("evidence/a b/int#1?.yaml") == "evidence/a%20b/int%231%3F.yaml"
    assert address("https://example.org/a?b=1#c") == "https://example.org/a?b=1#c"
    assert address("javascript:alert(1)") == ""


def test_a_day_before_those_that_oscal_knows() -> None:
    assert moment(date(1850, 1, 1)) == "1900-01-01T00:00:00Z"
    assert moment(None) == "1970-01-01T00:00:00Z"
