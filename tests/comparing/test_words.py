"""How a cause and the ways it works are said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gapcheck.model.choices import Verdict
from gapcheck.model.comparison import Cause, CauseKind, Change, Outcome, State, StateKind
from gapcheck.reports.diff_words import _SAID, LABELS, detail, state, together

K = CauseKind


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (Cause(K.NEW_EVIDENCE, "added"), "was added"),
        (Cause(K.WITHDRAWN_EVIDENCE, "refused"), "analysis is not consented to"),
        (Cause(K.RECODING, "recoded", before="absent", after="19/38"), "absent → 19/38"),
        (Cause(K.RECODING, "recoded"), "was coded otherwise"),
        (Cause(K.RECODING, "first-coded"), "was coded for the first time"),
        (Cause(K.RECODING, "code-added", after="happens"), "was coded for it: happens"),
        (Cause(K.RECODING, "code-removed"), "is no longer coded for it"),
        (
            Cause(K.RECODING, "code-removed", before="absent"),
            "is no longer coded for it (was: absent)",
        ),
        (Cause(K.RECODING, "second-coder"), "was coded by a second person"),
        (Cause(K.EDITED_SOURCE, "date", before="2004", after="2005"), "date: 2004 → 2005"),
        (Cause(K.EDITED_SOURCE, "speaker"), "who speaks, or for whom"),
        (
            Cause(K.EDITED_SOURCE, "earliest", after="2001-01-01"),
            "the first day that other sources speak of: none → 2001-01-01",
        ),
        (Cause(K.EDITED_IMPERATIVE, "text"), "text"),
        (Cause(K.EDITED_IMPERATIVE, "due", before="2004"), "due: 2004 → none"),
        (Cause(K.CHANGED_SETTING, "tiers", before="a", after="a, b"), "tiers: a → a, b"),
        (
            Cause(K.PASSING_OF_TIME, "as-at", before="2004-05-12", touches=("force",)),
            "the as-at day moved: its force begins between the two days",
        ),
        (
            Cause(
                *(K.PASSING_OF_TIME, "as-at"),
                before="2012-01-01",
                after="2004-01-01",
                touches=("fresh a x1", "stale b x1", "fresh c x1", "fresh d x1", "fresh e x1"),
            ),
            "the as-at day moved from 1 January 2012 to 1 January 2004: a x1 is no longer stale, "
            "b x1 is stale, c x1 is no longer stale and 2 more",
        ),
        (
            Cause(K.NEW_RULES, "rules", before="0.1", after="0.2"),
            "judged by gapcheck 0.2, before by 0.1",
        ),
    ],
)
def test_what_came_of_a_cause(cause: Cause, said: str) -> None:
    assert detail(cause) == said


def test_every_kind_has_a_label_and_no_phrase_is_a_key_of_the_format() -> None:
    assert set(LABELS) == set(CauseKind)
    assert not {"due", "demands", "tier", "modality", "nation"} & set(_SAID)


CHANGE = Change(
    "here",
    "guidance/join-up",
    Outcome(Verdict.UNTESTED),
    Outcome(Verdict.TRANSLATED),
    (Cause(K.NEW_EVIDENCE, "added"),) * 3,
)


@pytest.mark.parametrize(
    ("enough", "complete", "said"),
    [
        (((0,),), True, ""),
        (((0,),), False, "There may be other ways."),
        (((0, 1),), True, "Only together."),
        (((0, 1),), False, "Only together. There may be other ways."),
        (((0,), (1,), (2,)), True, "Each of them alone is enough."),
        (((0,), (1,)), False, "Each of them alone is enough. There may be other ways."),
        (((0, 1), (0, 2)), True, "Each of these is enough: 1 and 2; 1 and 3."),
        (((0,), (1, 2)), True, "Each of these is enough: 1; 2 and 3."),
        ((), True, "What made it change could not be told apart."),
    ],
)
def test_how_causes_work(enough: tuple[tuple[int, ...], ...], complete: bool, said: str) -> None:
    assert together(replace(CHANGE, enough=enough, complete=complete)) == said


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (State(StateKind.FOLDER, "../old"), "../old"),
        (State(StateKind.FOLDER, "old", as_at=date(2004, 1, 2)), "old (as at 2 January 2004)"),
        (
            State(StateKind.REVISION, "v1", "a" * 40, date(2004, 1, 2)),
            "v1 (aaaaaaaaa, 2 January 2004)",
        ),
        (State(StateKind.REPORT, "kept.json", program="0.1"), "kept.json (by gapcheck 0.1)"),
        (
            State(StateKind.WORKING_TREE, "the working tree", uncommitted=1),
            "the working tree (uncommitted changes in 1 file)",
        ),
    ],
)
def test_a_state(one: State, said: str) -> None:
    assert state(one) == said
