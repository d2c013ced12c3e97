"""Surveys: shares by a map, nobody's name, and nobody's own words unless the map says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from gapcheck.importers.grids.reading import read_grids
from gapcheck.importers.survey.drafting import draft_survey_map
from gapcheck.importers.survey.plan import Question, SurveyMap, read_survey_map
from gapcheck.importers.survey.reading import read_survey
from gapcheck.model.brought import Coding, Fate, Passage, Tally
from gapcheck.model.unfit import Unfit

from .books import book

VOTE = "Does a voluntary-sector member vote on the board?"
SAY = "What would help most"
HEADS = ["ID", "Start time", "Email", "Name", "Partnership", VOTE, "Papers arrive in time", SAY]
TABLE: list[list[object]] = [
    [*HEADS],
    [1, datetime(2012, 11, 1, 9), "a@example.org", "A", "North", "Yes", "Agree", "Zebra one."],
    [2, datetime(2012, 11, 1, 9), "b@example.org", "B", "North", "no", "Disagree", None],
    [
        3,
        datetime(2012, 11, 1, 9),
        "c@example.org",
        "C",
        "South",
        "Yes",
        "Strongly agree",
        "Zebra 2.",
    ],
    [4, datetime(2012, 11, 1, 9), "d@example.org", "D", "North", " YES ", "Don’t know", "Zebra 3."],
    [5, datetime(2012, 11, 1, 9), "e@example.org", "E", "North", None, "strongly  agree", None],
]
DATA = book({"Form1": TABLE})
PLAN = SurveyMap(
    source="svy-1",
    date="2012-11",
    respondents="vcs",
    questions=(
        Question(VOTE, "guidance/votes", ("Yes",)),
        Question(
            *("papers arrive  in time", "papers", ("Agree", "Strongly agree")),
            ("Don't know",),
            id="late",
        ),
    ),
)


def test_a_question_comes_to_a_share() -> None:
    brought = read_survey("s.xlsx", DATA, PLAN)
    [document] = brought.documents
    assert dict(document.fields) == {
        "source": "svy-1",
        "kind": "survey",
        "date": "2012-11",
        "respondents": "vcs",
        "of": 5,
    }
    assert document.passages == (
        Passage(
            f"3 of 4 answered Yes to: {VOTE}",
            "sheet Form1, cell F1",
            codings=(
                Coding(fields={"imperative": "guidance/votes", "share": {"met": 3, "of": 4}}),
            ),
            fields={"id": "q1"},
        ),
        Passage(
            "3 of 4 answered Agree or Strongly agree to: Papers arrive in time.",
            "sheet Form1, cell G1",
            codings=(Coding(fields={"imperative": "papers", "share": {"met": 3, "of": 4}}),),
            fields={"id": "late"},
        ),
    )
    personal = "they may say who somebody is or when they answered, and are never taken"
    assert brought.tallies == (
        Tally(Fate.TAKEN, "respondents", 5),
        Tally(Fate.LEFT, "columns", 4, personal, ("ID", "Start time", "Email", "Name")),
        Tally(Fate.LEFT, "columns", 2, "the map does not name them", ("Partnership", SAY)),
    )
    assert "Zebra" not in str(brought)
    assert "example.org" not in str(brought)


def test_only_some_of_the_rows() -> None:
    plan = replace(PLAN, lsp="north", only_where={"partnership": ("NORTH",)})
    [document] = read_survey("s.xlsx", DATA, plan).documents
    assert (document.fields["of"], document.fields["lsp"], document.folder) == (4, "north", "north")
    assert document.passages[0].text.startswith("2 of 3 answered Yes")


def test_free_texts_are_taken_where_the_map_says_so() -> None:
    [document] = read_survey("s.xlsx", DATA, replace(PLAN, questions=(), texts=(SAY,))).documents
    assert document.passages[0] == Passage(
        "Zebra one.", "sheet Form1, cell H2", asked=SAY, fields={"id": "t1-1"}
    )
    assert [each.where[-2:] for each in document.passages] == ["H2", "H4", "H5"]
    assert all(each.codings is None for each in document.passages)


def test_several_answers_may_be_ticked() -> None:
    data = b"Which came?,x\nPapers;Minutes;,1\nMinutes;,1\n,1\n"
    plan = replace(PLAN, questions=(Question("Which came?", "papers", ("papers",)),))
    [document] = read_survey("s.csv", data, plan).documents
    assert document.passages[0].text == "1 of 2 answered papers to: Which came?"
    assert document.passages[0].where == "line 1, column 1"


def test_what_nobody_answered_is_told() -> None:
    data = b"Votes?,Late?\n,Yes\n,No\n"
    plan = replace(
        PLAN,
        questions=(Question("Votes?", "votes", ("Yes",)), Question("Late?", "late", ("Yse",))),
    )
    brought = read_survey("s.csv", data, plan)
    assert [each.text for each in brought.documents[0].passages] == [
        "0 of 2 answered Yse to: Late?"
    ]
    why = "nobody gave them; see that the map spells them as the table does"
    assert brought.tallies[1:3] == (
        Tally(Fate.LEFT, "questions", 1, "nobody answered them", ("Votes?",)),
        Tally(Fate.LEFT, "answers of the map", 2, why, ("Yes", "Yse")),
    )


@pytest.mark.parametrize(
    ("plan", "message", "advice"),
    [
        (
            replace(PLAN, texts=("What would help mst",)),
            "it has no column `What would help mst`",
            f"Did you mean `{SAY}`? Its columns are: {', '.join(HEADS)}.",
        ),
        (
            replace(PLAN, texts=("e-mail",)),
            "it has no column `e-mail`",
            f"Did you mean `Email`? Its columns are: {', '.join(HEADS)}.",
        ),
        (
            replace(PLAN, texts=("Email",)),
            "the column `Email` may say who somebody is, and is never taken",
            "Take it out of the map.",
        ),
        (
            replace(PLAN, only_where={"Partnership": ("Nroth",)}),
            "no row has Nroth in the column `Partnership`",
            "Did you mean `North`?",
        ),
    ],
)
def test_a_map_that_does_not_fit(plan: SurveyMap, message: str, advice: str) -> None:
    with pytest.raises(Unfit) as caught:
        read_survey("s.xlsx", DATA, plan)
    assert (caught.value.message, caught.value.help) == (message, advice)


def test_a_table_without_answers() -> None:
    with pytest.raises(Unfit, match=r"^It has heads and no answers"):
        read_survey("s.csv", b"a,b\n", PLAN)


MAP = """\
source: svy-1
lsp: north
date: 2012-11
respondents: vcs
only_where: {Partnership: North, Sector: [A, B]}
not_counted: [Don't know]
questions:
  - column: "Do you vote?"
    imperative: guidance/votes
    met: [Yes, "Strongly agree"]
  - {column: Late, imperative: late, met: [1], not_counted: [], id: q9}
texts: [More]
"""


def test_a_map_is_read_from_yaml() -> None:
    assert read_survey_map("map.yaml", MAP.encode()) == SurveyMap(
        source="svy-1",
        date="2012-11",
        respondents="vcs",
        questions=(
            Question("Do you vote?", "guidance/votes", ("Yes", "Strongly agree"), ("Don't know",)),
            Question("Late", "late", ("1",), (), "q9"),
        ),
        lsp="north",
        only_where={"Partnership": ("North",), "Sector": ("A", "B")},
        texts=("More",),
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("respondents: vcs\n", "", "line 1 of the map: a survey map has no `respondents`"),
        ("respondents", "respondent", "line 4 of the map: "),
        ("2012-11", "11/2012", "line 3 of the map: `11/2012` is no date as dates are written here"),
        ("[More]", "[More", ""),
        ("met: [1]", "met: []", ""),
        ("north", "n\udcffrth", ""),
    ],
)
def test_a_map_that_is_wrong_says_where(old: str, new: str, message: str) -> None:
    data = MAP.replace(old, new).encode(errors="surrogateescape")
    with pytest.raises(Unfit) as caught:
        read_survey_map("map.yaml", data)
    assert caught.value.message.startswith(message or "line ")


def test_a_draft_counts_answers_and_repeats_nobodys_words() -> None:
    [grid] = read_grids("s.xlsx", DATA)
    draft = draft_survey_map(grid)
    assert (
        draft
        == """\
# A map of the survey. Fill in `imperative` and `met` of the questions that bear on one,
# and delete the others. Numbers are how often an answer was given.
source: svy-example
date: 2012 # when it was held
respondents: vcs # the sector of those who answered
# lsp: northtown
# only_where: {Partnership: Northtown}
not_counted: ["Don't know", "Not sure", "Not applicable", "N/A", "Prefer not to say"]
questions:
  - column: "Partnership"
    imperative:
    met: []
    # 4 x "North"
    # 1 x "South"
  - column: "Does a voluntary-sector member vote on the board?"
    imperative:
    met: []
    # 3 x "Yes"
    # 1 x "no"
  - column: "Papers arrive in time"
    imperative:
    met: []
    # 2 x "Strongly agree"
    # 1 x "Agree"
    # 1 x "Disagree"
    # 1 x "Don’t know"
# Free text: name a column under `texts` to make an excerpt of each of its answers.
texts: []
# - "What would help most"
# Never taken, because they may say who somebody is or when they answered:
# - "ID"
# - "Start time"
# - "Email"
# - "Name"
"""
    )


def test_a_draft_that_is_filled_in_is_a_map() -> None:
    [grid] = read_grids("s.xlsx", DATA)
    draft = draft_survey_map(grid)
    filled = draft.replace("imperative:", "imperative: votes").replace("met: []", "met: [Yes]")
    plan = read_survey_map("map.yaml", filled.encode())
    assert [each.column for each in plan.questions] == [HEADS[4], HEADS[5], HEADS[6]]
    read_survey("s.xlsx", DATA, plan)


def test_a_draft_of_free_texts_alone() -> None:
    [grid] = read_grids("s.csv", b"Why?\nBecause of the fog.\nNo idea at all.\n")
    assert "questions: []\n" in draft_survey_map(grid)
    assert "fog" not in draft_survey_map(grid)
