"""A coder at work, as a screen would go about it: look, propose, write, take back, go on."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.studies import interview, put, study

from gapcheck.amend.change import Change, NewCode
from gapcheck.amend.committing import Done, undo
from gapcheck.amend.difference import hunks
from gapcheck.amend.refusal import Reason, Refusal
from gapcheck.amend.run import Amended
from gapcheck.coding.desk import Desk, Opened, desk_in, open_study
from gapcheck.coding.promises import may_be_shown
from gapcheck.coding.run import propose, write
from gapcheck.coding.wishes import share_of
from gapcheck.model.choices import Stance
from gapcheck.model.study import Share

NAME = "int-new"
FILE = f"evidence/northtown/{NAME}.yaml"
TYPED = interview(NAME, codes="{sectors-together: absent}") + (
    "  - {id: x2, text: a}\n  - {id: x3, text: b, codes: []}\n"
)
CODE = NewCode("guidance-2001/pay-in-advance", "pay-in-advance", Stance.UNAWARE)


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    return open_study(study(tmp_path, {FILE: TYPED}))


def desk(opened: Opened, coder: str = "") -> Desk:
    found = desk_in(opened, NAME, coder)
    assert isinstance(found, Desk)
    return found


def written(at: Desk, *changes: Change) -> Done:
    found = propose(at, *changes)
    assert isinstance(found, Amended)
    done = write(at, found)
    assert isinstance(done, Done)
    return done


def test_what_lies_on_the_desk(opened: Opened) -> None:
    at = desk(opened)
    assert [one.id for one in at.source.excerpts] == ["x1", "x2", "x3"]
    assert {name: [one.imperative for one in codes] for name, codes in at.coded.items()} == {
        "x1": ["guidance-2001/sectors-together"],
        "x3": [],
    }
    assert (at.sheet.file, at.new, at.spoilt) == (FILE, False, {})
    other = desk(opened, "cd")
    assert (other.sheet.file, other.new, other.coded) == (
        f"evidence/northtown/{NAME}.cd.yaml",
        True,
        {},
    )


def test_a_sitting(opened: Opened) -> None:
    """Nothing but the source is read again between two steps."""
    path = opened.files.root / FILE
    first = desk(opened)
    found = propose(first, Change("x2", (CODE,), barriers=("late papers",)))
    assert isinstance(found, Amended)
    (hunk,) = hunks(found)
    assert hunk.lines == ("  - …, codes: {pay-in-advance: unaware}, barriers: [late papers]…",)
    assert path.read_text() == TYPED
    done = write(first, found)
    assert isinstance(done, Done)
    # The desk is of the file as it was: what was written in between is never lost.
    refused = write(first, found)
    assert isinstance(refused, Refusal)
    assert refused.reason is Reason.CHANGED
    second = desk(opened)
    assert [one.stance for one in second.coded["x2"]] == [Stance.UNAWARE]
    again = written(second, Change("x3", (CODE,)))
    assert undo(done) is not None
    assert undo(again) is None
    assert undo(done) is None
    assert path.read_text() == TYPED


def test_a_second_coder_at_work(opened: Opened) -> None:
    path = opened.files.root / f"evidence/northtown/{NAME}.cd.yaml"
    made = written(desk(opened, "cd"), Change("x1", (CODE,)))
    more = written(desk(opened, "cd"), Change("x2", speaks_to_none=True))
    assert path.read_text() == (
        f"source: {NAME}\ncoder: cd\ncodes:\n  x1: {{pay-in-advance: unaware}}\n  x2: []\n"
    )
    at = desk(opened, "cd")
    assert {name: len(codes) for name, codes in at.coded.items()} == {"x1": 1, "x2": 0}
    assert desk(opened).coded.keys() == {"x1", "x3"}
    assert undo(more) is None
    assert undo(made) is None
    assert not path.exists()


def test_a_source_that_is_gone_or_broken_meanwhile(opened: Opened) -> None:
    path = opened.files.root / FILE
    put(path, "{")
    broken = desk_in(opened, NAME)
    assert isinstance(broken, Refusal)
    assert broken.reason is Reason.ERRORS
    path.unlink()
    gone = desk_in(opened, NAME)
    assert str(gone) == f"{FILE} is gone: it vanished while the study was read."


def test_what_may_be_shown(opened: Opened) -> None:
    source = desk(opened).source
    assert may_be_shown(source, "x1")
    for consent in ("{quote: none}", "{embargo_until: 2999}"):
        put(opened.files.root / FILE, interview(NAME, consent=consent))
        assert not may_be_shown(desk(opened).source, "x1")


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("19/38", Share(19, 38)),
        (" 19 of 38 ", Share(19, 38)),
        ("9.5/38", Share(9.5, 38)),
        ("28%", Share(percent=28)),
        ("28.5 % of 60", Share(None, 60, 28.5)),
        ("28%/60", Share(None, 60, 28)),
        ("28", None),
        ("a/b", None),
        ("1/2/3", None),
        ("-1/2", None),
        ("1/2%", None),
        ("", None),
    ],
)
def test_a_share_as_it_is_said(typed: str, share: Share | None) -> None:
    assert share_of(typed) == share
