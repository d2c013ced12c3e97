"""Every rule is explained, is named as rules are, and its example does what it says."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from gapcheck.checks import run
from gapcheck.checks.catalogue import CATALOGUE, RuleEntry, documented
from gapcheck.checks.long_quote import MOST
from gapcheck.diagnostic import Severity
from gapcheck.load.study import load_study
from gapcheck.model.choices import Audience
from gapcheck.model.had_before import marks_of

from .examples import found, laid, rules

WITHOUT = {
    "not-utf8",
    "forbidden-character",
    "unreadable-file",
    "too-long",
    "too-large",
    "too-many",
    "wrong-value",
    "empty-study",
}
"""Rules whose trouble no few lines of text could show."""

every_rule = pytest.mark.parametrize("entry", CATALOGUE.values(), ids=lambda entry: entry.name)
every_example = pytest.mark.parametrize(
    "entry", [one for one in CATALOGUE.values() if one.wrong], ids=lambda entry: entry.name
)


@every_rule
def test_every_rule_is_explained(entry: RuleEntry) -> None:
    assert re.fullmatch(r"[a-z]+\d?(-[a-z0-9]+)*", entry.name)
    assert entry.summary.endswith(".")
    assert "\n" not in entry.summary
    assert entry.story.endswith(".")
    assert not re.search(r"```|<|>$", entry.story)
    assert "Wrong:" not in entry.story


@every_rule
def test_every_rule_has_an_example_of_both(entry: RuleEntry) -> None:
    assert bool(entry.wrong) is bool(entry.right) is (entry.name not in WITHOUT)
    for line in (*entry.wrong.splitlines(), *entry.right.splitlines()):
        assert len(line) <= 84 - 8, line


def example(text: str) -> str:
    """An example as it would be typed, where it says that it is shortened."""
    text = text.replace("[... and 150 more words ...]", "and again " * (MOST // 2))
    spoken = laid(text).get("transcripts/int.txt", "").encode()
    text = text.replace("[... its sha256 ...]", sha256(spoken).hexdigest())
    text = text.replace("[... another hash ...]", "0" * 64)
    mark = mark_of_papers()
    text = text.replace("[... its mark ...]", mark)
    return text.replace("[... its mark, of other words ...]", mark[:6] + "0" * 8)


def mark_of_papers() -> str:
    """The mark of the imperative that examples code."""
    with TemporaryDirectory() as folder:
        for path, text in laid("").items():
            put(Path(folder) / path, text)
        policies = load_study(Path(folder))[0].policies
    return marks_of(policies[0].imperatives)["guidance/papers"]


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@every_example
def test_what_is_wrong_is_found(entry: RuleEntry, tmp_path: Path) -> None:
    audience = Audience.PUBLIC if entry.name == "missing-review" else Audience.TEAM
    told = [
        one
        for one in found(tmp_path, example(entry.wrong), audience=audience)
        if one.rule == entry.name
    ]
    assert told
    assert {one.severity for one in told} == {entry.severity}


@every_example
def test_what_is_right_is_not(entry: RuleEntry, tmp_path: Path) -> None:
    assert entry.name not in rules(tmp_path, example(entry.right), audience=Audience.PUBLIC)
    if entry.severity is Severity.ERROR:
        assert [
            one for one in found(tmp_path, example(entry.right)) if one.severity == "error"
        ] == []


@every_example
def test_the_public_may_weigh_it_otherwise(entry: RuleEntry, tmp_path: Path) -> None:
    told = found(tmp_path, example(entry.wrong), audience=Audience.PUBLIC)
    assert {one.severity for one in told if one.rule == entry.name} == {entry.public}


@pytest.mark.parametrize("audience", Audience)
def test_the_study_that_examples_are_laid_into_is_sound(audience: Audience, tmp_path: Path) -> None:
    assert found(tmp_path, audience=audience) == ()


def test_the_rules_stand_in_order() -> None:
    assert list(CATALOGUE) == sorted(CATALOGUE)
    for table in (run.SOURCE_CHECKS, run.STUDY_CHECKS):
        assert len(table) == len(set(table))


def test_every_rule_that_runs_is_in_the_catalogue() -> None:
    every = (*run.SOURCE_CHECKS, *run.STUDY_CHECKS, *run.WHOLE_CHECKS)
    modules = {one.__module__.rpartition(".")[2].replace("_", "-") for one in every}
    assert modules - set(CATALOGUE) == {"speakers"}
    assert "changing-speaker" in CATALOGUE


def test_a_program_without_docstrings_still_knows_its_rules() -> None:
    entry = documented("a", Severity.ERROR, None)
    assert (entry.summary, entry.story, entry.wrong, entry.right) == ("", "", "", "")


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
