"""The oracle held against cases that a reader of the page can settle by hand."""

from __future__ import annotations

import pytest

from .oracle import TABLE, Said, decide

# Each statement as "stance basis rung sector tier kind voice", `-` where nothing was coded.
CASES = [
    ("must enacted", [], "no_evidence nothing-said"),
    ("must enacted", ["happens claim - vcs - interview A"], "untested paper-untested"),
    ("must enacted", ["happens - - vcs - document A"], "untested paper-untested"),
    # A minuted decision is a record on paper, so it shows adoption but no practice.
    ("must enacted", ["happens - - vcs - minutes A"], "untested paper-untested"),
    # "on rung `adopted` and not hearsay"
    ("must enacted", ["happens hearsay adopted vcs - interview A"], "insufficient thin"),
    ("must enacted", ["absent claim - vcs - interview A"], "insufficient thin"),
    ("must enacted", ["partly - effective vcs - interview A"], "insufficient thin"),
    ("must enacted", ["happens - - vcs - interview A"], "insufficient single-voice"),
    # "one voice only, whatever it says": forty quotes from one person are one position.
    ("must enacted", ["happens - - vcs - interview A"] * 40, "insufficient single-voice"),
    ("must enacted", ["happens - - vcs - survey A"], "translated done"),
    # An evaluation that an obliged body wrote of itself is a claim.
    ("must enacted", ["happens - - council - evaluation A"], "untested paper-untested"),
    ("must enacted", ["happens - enacted vcs - accounts A"], "insufficient single-voice"),
    # The paper itself, where a paper is what was asked for.
    ("must adopted", ["happens - - council - document A"], "translated done"),
    ("must adopted", ["happens - - council - minutes A"], "translated done"),
    # What was done was adopted, but that it was not done says nothing of the paper.
    ("must adopted", ["absent - enacted vcs - survey A"], "insufficient thin"),
    (
        "must enacted",
        ["happens - - council - interview A", "absent - - vcs - interview B"],
        "contested sectors-disagree",
    ),
    # "a board that says yes and a forum that says no are two tiers: partly"
    (
        "must enacted",
        ["happens - - council strategic interview A", "absent - - vcs neighbourhood interview B"],
        "partly_translated mixed-practice",
    ),
    # An untiered denial stands in every tier, the board's too.
    (
        "must enacted",
        ["happens - - council strategic interview A", "absent - - vcs - interview B"],
        "contested sectors-disagree",
    ),
    # One sector that is of two minds is partly, and there is no other sector to disagree with.
    (
        "must enacted",
        ["happens - - vcs - interview A", "absent - - vcs - interview B"],
        "partly_translated mixed-practice",
    ),
    # One voice of two minds, beside one that says yes.
    (
        "must enacted",
        [
            "happens - - vcs - interview A",
            "absent - - vcs - interview A",
            "happens - - council - interview B",
        ],
        "partly_translated mixed-practice",
    ),
    # `unaware` gives way, and takes its voice with it.
    (
        "must enacted",
        ["happens - - council - interview A", "unaware - - vcs - interview B"],
        "insufficient single-voice",
    ),
    (
        "must enacted",
        ["unaware - - council - interview A", "unaware - - vcs - interview B"],
        "not_translated absent",
    ),
    (
        "may enacted",
        ["opposite - - council - interview A", "unaware - - vcs - survey B"],
        "insufficient single-voice",
    ),
    (
        "may enacted",
        ["opposite - - council - interview A", "absent - - vcs - interview B"],
        "not_taken_up optional-unused",
    ),
    (
        "should enacted",
        ["opposite - - council - interview A", "absent - - vcs - interview B"],
        "contrary opposite",
    ),
    (
        "must enacted",
        [
            "absent - - council - interview A",
            "absent - - vcs - interview B",
            "happens - - council - document C",
        ],
        "paper_only paper-only",
    ),
    (
        "must enacted",
        ["happens - - council - interview A", "happens - - council - interview B"],
        "untested self-report",
    ),
    (
        "must enacted",
        ["happens - - council - interview A", "happens record - council - interview B"],
        "translated done",
    ),
    (
        "must enacted",
        ["happens - - council - interview A", "happens - - vcs - interview B"],
        "translated done",
    ),
    # "done, effect not shown"
    (
        "must effective",
        ["happens - - council - interview A", "happens - - vcs - interview B"],
        "partly_translated mixed-practice",
    ),
    (
        "must effective",
        ["happens - enacted council - interview A", "absent - enacted vcs - interview B"],
        "partly_translated mixed-practice",
    ),
]


def said(words: str) -> Said:
    """One statement of the table above."""
    stance, basis, rung, sector, tier, kind, voice = words.split()
    return Said(
        stance,
        None if basis == "-" else basis,
        None if rung == "-" else rung,
        sector,
        None if tier == "-" else tier,
        kind,
        voice,
    )


@pytest.mark.parametrize(("imperative", "told", "expected"), CASES)
def test_the_table_decides_as_a_reader_would(
    imperative: str, told: list[str], expected: str
) -> None:
    modality, demanded = imperative.split()
    answer = decide([said(words) for words in told], modality, demanded, frozenset({"council"}))
    assert " ".join(answer) == expected


def test_every_line_of_the_table_is_reached_by_a_case() -> None:
    reached = {expected.split()[1] for _, _, expected in CASES}
    assert reached == {rule for rule, *_ in TABLE}
