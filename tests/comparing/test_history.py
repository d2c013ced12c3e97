"""A scripted history: between any two of its commits exactly the causes that were put in."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from gapcheck.comparing.reading import Asked, revision
from gapcheck.comparing.run import compare
from gapcheck.comparing.side import Read
from gapcheck.model.comparison import Cause, CauseKind, Comparison

from . import history
from .history import STEPS, TAGS
from .repo import commit, put

Found = dict[tuple[str, str], tuple[tuple[object, ...], ...]]


@pytest.fixture(scope="module")
def reads(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Read]:
    root = history.written(tmp_path_factory.mktemp("history") / "study")
    asked = Asked(root, date(2026, 1, 1))
    return {tag: revision(tag, asked) for tag in TAGS}


def named(cause: Cause) -> tuple[object, ...]:
    return cause.kind, cause.what, cause.source, cause.excerpt


def causes(found: Comparison) -> Found:
    return {
        (one.lsp, one.imperative): tuple(named(each) for each in one.causes)
        for one in found.changes
    }


@pytest.mark.parametrize(("first", "last"), list(combinations(range(len(TAGS)), 2)))
def test_between_any_two_commits(reads: dict[str, Read], first: int, last: int) -> None:
    put_in = [step for step in STEPS[first:last] if step.finding]
    found = compare(reads[TAGS[first]], reads[TAGS[last]])
    assert causes(found) == {step.finding: (step.cause,) for step in put_in}
    assert all(one.enough == ((0,),) and one.complete for one in found.changes)
    assert (found.appeared, found.vanished) == ((), ())
    assert found.unchanged == len(history.PLACES) * 4 - len(put_in)


@pytest.mark.parametrize(
    ("first", "last"),
    [(0, last) for last in range(2, len(TAGS))] + [(n, n + 1) for n in range(len(STEPS))],
)
def test_and_back(reads: dict[str, Read], first: int, last: int) -> None:
    put_in = [step for step in STEPS[first:last] if step.finding]
    found = compare(reads[TAGS[last]], reads[TAGS[first]])
    assert causes(found) == {step.finding: (step.backwards,) for step in put_in}


def test_a_cause_tells_its_values_and_its_place(reads: dict[str, Read]) -> None:
    found = compare(reads["beginning"], reads["scope"])
    told = {one.lsp: (one.causes[0].before, one.causes[0].after) for one in found.changes}
    assert told == {
        "added": ("", ""),
        "recoded": ("absent", "happens"),
        "withdrawn": ("", ""),
        "due": ("", "2008"),
        "option": ("should", "may"),
        "cuts": ("[10, 90]", "[20, 80]"),
        "stale": ("3", "6"),
        "aged": ("2004-05-12", "2012-01-01"),
        "removed": ("", ""),
        "embargo": ("", ""),
        "scope": ("", "nrf-88"),
    }
    places = {one.lsp: str(one.causes[0].location) for one in found.changes}
    assert places["recoded"] == "evidence/recoded/int-vcs.yaml:7"
    assert places["due"] == "policies/guidance.yaml:10"
    aged = next(one for one in found.changes if one.lsp == "aged")
    assert aged.causes[0].touches == ("stale int-council x1", "stale int-vcs x1")


def test_a_rename_is_no_cause_even_where_something_else_is(tmp_path: Path) -> None:
    root = history.written(tmp_path / "study")
    put(
        root,
        {
            "evidence/removed/int-vcs.yaml": None,
            "evidence/removed/talk.yaml": history.source("talk", history.YES),
        },
    )
    commit(root, "more", "2015-03-01")
    asked = Asked(root, date(2026, 1, 1))
    found = compare(revision("renamed", asked), revision("more", asked))
    assert causes(found)["removed", "guidance/join-up"] == (STEPS[9].cause,)
    assert [named(one) for one in found.idle] == [
        (CauseKind.RECODING, "recoded", "talk", "x1"),
        (CauseKind.EDITED_SOURCE, "speaker", "talk", ""),
    ]
