"""What of a problem a log may show: its form, and nobody's name or words."""

from __future__ import annotations

import pytest

from gapcheck.checks.catalogue import CATALOGUE
from gapcheck.reports.check_formats import CHECK_FORMATS
from gapcheck.reports.log_words import help_of, hushed, message_of, related_of, sentence_of

from .checked import NAMED, checked, problem, written

LOGS = ("sarif", "github", "junit")


@pytest.mark.parametrize("form", LOGS)
def test_nothing_of_a_person_is_shown(form: str) -> None:
    text = written(CHECK_FORMATS[form], checked(NAMED))
    assert "unlisted-speaker" in text
    assert "it may identify somebody" in text
    assert "Q" not in text.replace("%SRCROOT%", "").replace("Quot", "")


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_team_sees_the_value(form: str) -> None:
    assert "Qname" in written(CHECK_FORMATS[form], checked(NAMED))


@pytest.mark.parametrize("form", LOGS)
def test_a_value_of_several_words_may_be_speech(form: str) -> None:
    one = problem("`we zigzagged on` is no sector")
    text = written(CHECK_FORMATS[form], checked(one))
    assert "zigzagged" not in text
    assert "is no sector" in text


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("`vsc` is no sector", "`vsc` is no sector"),
        ("has both `a` and `b`", "has both `a` and `b`"),
        ("`we met` is no stance", "`·· ···` is no stance"),
        ("`a `b c` is none", "`· `· ·` is none"),
        ("a lone ` and words", "a lone ` ··· ·····"),
        ("no value", "no value"),
    ],
)
def test_quoted_phrases_become_dots(message: str, shown: str) -> None:
    assert hushed(message) == shown


def test_a_rule_that_is_not_in_the_catalogue_is_named() -> None:
    one = problem(rule="new-rule", sensitive=True)
    assert message_of(one, CATALOGUE) == "new-rule (not shown here: it may identify somebody)"


def test_a_sensitive_problem_has_no_help_and_no_words_on_other_places() -> None:
    assert help_of(NAMED) == ""
    assert related_of(NAMED) == ["this belongs to it"]


def test_sentences_end_once() -> None:
    assert sentence_of(problem("odd", help_="Mend it."), CATALOGUE) == "odd. Mend it."
    assert sentence_of(problem("odd", help_="Did you mean `a`?"), CATALOGUE) == (
        "odd. Did you mean `a`?"
    )
    assert sentence_of(problem("odd", help_=""), CATALOGUE) == "odd."


def test_control_characters_are_written_out() -> None:
    assert message_of(problem("`\x1b[2J\n`"), CATALOGUE) == "`\\x1b[2J\\n`"
