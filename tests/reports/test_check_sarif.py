"""SARIF 2.1.0: valid by its schema, exact in its places, known again after lines have moved."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest

from gapcheck import __version__
from gapcheck.checks.catalogue import CATALOGUE
from gapcheck.diagnostic import Diagnostic, Location, Related
from gapcheck.model.checked import Checked
from gapcheck.reports.check_sarif import write

from .checked import HERE, NAMED, WARNING, checked, problem, written

OFFICIAL = import_module(
    "pydantic_sarif.model"
).StaticAnalysisResultsFormatSarifVersion210JsonSchema
"""Made from the schema that OASIS publishes; it takes no key that the schema does not know."""


def sarif(*found: Diagnostic, **more: object) -> Any:
    return as_sarif(checked(*found, **more))


def as_sarif(run: Checked) -> Any:
    text = written(write, run)
    assert text.isascii()
    whole = json.loads(text)
    OFFICIAL.model_validate(whole)
    return whole


def results(*found: Diagnostic, **more: object) -> Any:
    return sarif(*found, **more)["runs"][0]["results"]


def uri(path: str, folder: str = "") -> str:
    (result,) = results(problem(path=path), folder=folder)
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uriBaseId"] == "%SRCROOT%"
    return str(place["uri"])


def fingerprint(one: Diagnostic) -> str:
    (result,) = results(one)
    (value,) = result["partialFingerprints"].values()
    return str(value)


def test_the_official_schema_refuses_what_is_wrong() -> None:
    whole = sarif(problem())
    whole["runs"][0]["results"][0]["line"] = 3
    with pytest.raises(ValueError, match="line"):
        OFFICIAL.model_validate(whole)
    whole = sarif(problem())
    whole["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    with pytest.raises(ValueError, match="startLine"):
        OFFICIAL.model_validate(whole)


def test_a_sound_study_has_a_run_without_results() -> None:
    whole = sarif()
    assert whole["version"] == "2.1.0"
    assert whole["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = whole["runs"]
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]
    assert run["tool"]["driver"]["semanticVersion"] == __version__
    assert list(run["originalUriBaseIds"]) == ["%SRCROOT%"]
    assert "uri" not in run["originalUriBaseIds"]["%SRCROOT%"]


def test_every_rule_of_the_catalogue_brings_its_help_and_level() -> None:
    rules = sarif()["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CATALOGUE)
    for rule, entry in zip(rules, CATALOGUE.values(), strict=True):
        assert rule["defaultConfiguration"] == {"level": str(entry.severity)}
        assert rule["shortDescription"]["text"] == entry.summary
        assert rule["help"]["text"].startswith(entry.summary)
        assert not re.search(r"[^\n]\n[^\n]", rule["help"]["text"])


def test_a_result_names_its_rule_level_and_span() -> None:
    (result,) = results(problem(severity=WARNING))
    rules = sarif()["runs"][0]["tool"]["driver"]["rules"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "unknown-sector"
    assert result["level"] == "warning"
    assert result["message"] == {"text": "`vsc` is no sector. Allowed: vcs."}
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 7,
        "endLine": 3,
        "endColumn": 10,
    }
    assert sarif()["runs"][0]["columnKind"] == "unicodeCodePoints"


def test_a_rule_that_the_catalogue_does_not_know_is_listed() -> None:
    whole = sarif(problem(rule="new-rule"), problem(), problem(rule="new-rule", line=9))
    rules = whole["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules].count("new-rule") == 1
    for result in whole["runs"][0]["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_the_other_place_of_a_conflict_is_a_related_location() -> None:
    one = replace(problem(), related=(Related(Location("policies/p.yaml", 2, 1, 2, 4), "first"),))
    (other,) = results(one)[0]["relatedLocations"]
    assert other["message"] == {"text": "first"}
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "policies/p.yaml"
    assert other["physicalLocation"]["region"]["startLine"] == 2
    assert "relatedLocations" not in results(problem())[0]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("evidence/a b/c#1.yaml", "evidence/a%20b/c%231.yaml"),
        ("evidence/é.yaml", "evidence/%C3%A9.yaml"),
        ("evidence/caf\udce9.yaml", "evidence/caf%E9.yaml"),
        ("evidence/a\nb?.yaml", "evidence/a%0Ab%3F.yaml"),
        ("evidence/50%.yaml", "evidence/50%25.yaml"),
    ],
)
def test_paths_are_uris(path: str, expected: str) -> None:
    assert uri(path) == expected


def test_paths_begin_at_the_root_of_the_repository() -> None:
    assert uri(HERE, "research/my study/") == f"research/my%20study/{HERE}"


def test_a_message_holds_no_placeholder_and_no_link() -> None:
    (result,) = results(problem("`{0}` and [a](http://b) stand here", help_=""))
    assert result["message"]["text"] == "`{{0}}` and [a] (http://b) stand here"


def test_a_fingerprint_survives_a_shift_of_lines() -> None:
    assert fingerprint(problem(line=3)) == fingerprint(problem(line=300))
    twice = [one["partialFingerprints"] for one in results(problem(line=3), problem(line=9))]
    later = [one["partialFingerprints"] for one in results(problem(line=5), problem(line=90))]
    assert twice == later
    assert twice[0] != twice[1]


@pytest.mark.parametrize(
    "other",
    [
        problem(path="evidence/b/int-01.yaml"),
        problem(rule="unknown-kind"),
        problem("`scv` is no sector"),
        problem(record="x2"),
    ],
)
def test_another_problem_has_another_fingerprint(other: Diagnostic) -> None:
    assert fingerprint(problem()) != fingerprint(other)


def test_a_name_cannot_be_guessed_from_a_fingerprint() -> None:
    assert fingerprint(NAMED) == fingerprint(replace(NAMED, message="`Other` is none"))
