"""Every rule is explained, and is named as rules are."""

from __future__ import annotations

import re

import pytest

from gapcheck.checks import run
from gapcheck.checks.catalogue import CATALOGUE, RuleEntry
from gapcheck.diagnostic import Severity


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=lambda entry: entry.name)
def test_every_rule_is_explained(entry: RuleEntry) -> None:
    assert re.fullmatch(r"[a-z]+\d?(-[a-z0-9]+)*", entry.name)
    assert entry.summary.endswith(".")
    assert "\n" not in entry.summary
    assert entry.story.endswith(".")
    assert not re.search(r"```|<|>$", entry.story)


def test_the_rules_stand_in_order() -> None:
    assert list(CATALOGUE) == sorted(CATALOGUE)
    for table in (run.SOURCE_CHECKS, run.STUDY_CHECKS):
        assert len(table) == len(set(table))


@pytest.mark.parametrize(
    ("rule", "severity"),
    [
        ("missing-key", Severity.ERROR),
        ("unread-file", Severity.WARNING),
        ("contradictory-codes", Severity.WARNING),
        ("withdrawn", Severity.ERROR),
        ("empty-study", Severity.ERROR),
        ("empty-source", Severity.WARNING),
    ],
)
def test_its_severity_is_the_usual_one(rule: str, severity: Severity) -> None:
    assert CATALOGUE[rule].severity is severity
