"""The pile: every card comes up until it is decided, and none twice."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from gapcheck.review.pile import Pile

from .studies import sat_down

Step = Literal["decide", "skip", "forth", "back", "again"]


def blank(size: int) -> Pile[object]:
    """A pile whose cards nobody looks into."""
    return Pile.of([object()] * size)


def walked(pile: Pile[object], *steps: Step) -> Pile[object]:
    for step in steps:
        if step == "decide":
            pile = pile.decided()
        elif step == "skip":
            pile = pile.skipped()
        elif step == "again":
            pile = pile.again() if pile.at is None else pile
        else:
            pile = pile.turned(1 if step == "forth" else -1)
    return pile


def _forth(times: int) -> list[Step]:
    return ["forth"] * times


def test_files_are_read_from_top_to_bottom(tmp_path: Path) -> None:
    ids = [card.key for card in sat_down(tmp_path).pile.cards]
    assert ids == [
        ("north", "closed", "c1"),
        ("north", "closed", "c2"),
        ("north", "talk", "t1"),
        ("north", "talk", "t2"),
        ("north", "talk", "t3"),
        ("north", "talk", "t4"),
    ]


def test_an_empty_pile() -> None:
    pile = walked(blank(0), "decide", "skip", "forth", "back")
    assert (pile.at, pile.top, pile.left) == (None, None, 0)
    assert pile.with_card(object()) == pile


def test_what_is_skipped_comes_up_when_nothing_else_waits() -> None:
    pile = walked(blank(3), "skip", "decide", "decide")
    assert (pile.at, pile.left, pile.aside) == (None, 1, frozenset({0}))
    pile = pile.again()
    assert (pile.at, pile.aside) == (0, frozenset())
    assert pile.decided().left == 0


def test_turning_leaves_out_what_is_done() -> None:
    pile = walked(blank(3), "decide")
    assert pile.at == 1
    assert [walked(pile, *_forth(n)).at for n in (1, 2)] == [2, 1]
    assert walked(pile, "back").at == 2


def test_after_the_last_the_first_comes_up() -> None:
    assert walked(blank(3), "back", "decide").at == 0


def test_a_card_that_was_done_is_back() -> None:
    pile = walked(blank(2), "decide").back_at(0)
    assert (pile.at, pile.left) == (0, 2)


@given(st.integers(1, 6), st.lists(st.sampled_from(["decide", "skip", "forth", "back", "again"])))
def test_nothing_is_lost(size: int, steps: list[Step]) -> None:
    pile = walked(blank(size), *steps)
    assert pile.left == size - len(pile.done)
    assert not pile.done & pile.aside
    assert pile.at not in pile.done
    # Where nothing lies on top, all that is left was put aside.
    if pile.at is None:
        assert pile.done | pile.aside == set(range(size))
    # And in the end everything comes up.
    for _ in range(2 * size):
        pile = walked(pile, "decide", "again")
    assert pile.left == 0
