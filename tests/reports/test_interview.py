"""Questions for an interview: open, plain, and leaning neither way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gapcheck.load.study import load_study
from gapcheck.model.study import Indicator
from gapcheck.reports import interview

from .sample import study

SHIPPED = Path(__file__).parents[2]


def asked(text: str, *indicators: str) -> list[str]:
    told = tuple(Indicator(f"i{n}", each) for n, each in enumerate(indicators))
    own = replace(study().policies[0].imperatives[0], text=text, indicators=told)
    return [interview.opening(own), *interview.questions(own)]


def test_an_indicator_becomes_a_question_that_a_no_answers_as_well() -> None:
    assert asked(
        "Hold places for residents.",
        "There are places for them.",
        "Nobody was turned away.",
        "They come.",
        "The minutes name them.",
    ) == [
        "What happens here, if anything, about this: hold places for residents?",
        "What have you seen yourself that shows whether or not there are places for them?",
        "Tell me about a time that shows whether nobody was turned away.",
        "From where you sit: what tells you whether or not they come?",
        "What have you seen yourself that shows whether or not the minutes name them?",
    ]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Healthwatch sits on the board.", "Healthwatch sits"),
        ("NHS bodies come.", "NHS bodies"),
        ("A member comes.", "a member"),
        ("42 come.", "42 come"),
        ("“We” is said.", "“We” is"),
    ],
)
def test_names_keep_their_capitals(text: str, begins: str) -> None:
    _, said = asked("Invite the local Healthwatch.", text)
    assert f"whether or not {begins}" in said


def test_no_question_of_the_shipped_study_can_be_answered_by_yes_alone() -> None:
    corpus, _ = load_study(SHIPPED, ())
    every = [each for policy in corpus.policies for each in policy.imperatives]
    questions = [one for each in every for one in interview.questions(each)]
    assert len(questions) == sum(len(each.indicators) for each in every) > 100
    for one in (*questions, *map(interview.opening, every)):
        assert one.startswith(("What ", "Tell me ", "From where you sit: what "))
        assert one[-1] in "?."
        assert one[-2] not in "?."
    for one in (*interview.PROBES, *interview.CLOSING, interview.OPENING):
        assert one.rpartition(" (")[0].rstrip("?)") or one.endswith("?")
