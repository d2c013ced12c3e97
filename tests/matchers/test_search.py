"""Imperatives by what is typed."""

from __future__ import annotations

import pytest

from gapcheck.diagnostic import Location
from gapcheck.matchers.search import search
from gapcheck.model.choices import Modality, Nation
from gapcheck.model.dates import PartialDate, Period
from gapcheck.model.study import Imperative, Indicator


def imperative(name: str, text: str, **more: object) -> Imperative:
    return Imperative(
        id=name,
        policy="guidance",
        locator="1",
        text=text,
        actors=("council",),
        modality=Modality.MUST,
        nation=Nation.ENGLAND,
        in_force=Period(PartialDate.parse("2001")),
        location=Location("policies/guidance.yaml"),
        **more,  # type: ignore[arg-type]
    )


ALL = (
    imperative("train-and-support", "Give local people the training they need."),
    imperative("sectors-together", "Bring the sectors together.", terms=("third sector",)),
    imperative(
        "pay-in-advance",
        "Pay grants ahead of spending.",
        title="Up-front money",
        indicators=(Indicator("cheque", "The cheque comes in April."),),
    ),
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("train", "train-and-support"),
        ("trainning", "train-and-support"),
        ("third sector", "sectors-together"),
        ("pay-in-advance", "pay-in-advance"),
        ("in adv", "pay-in-advance"),
        ("UP-FRONT", "pay-in-advance"),
        ("cheque", "pay-in-advance"),
        ("guidance/sec", "sectors-together"),
        ("grants ahed", "pay-in-advance"),
    ],
)
def test_it_finds_what_was_meant(typed: str, first: str) -> None:
    assert search(typed, ALL)[0].id == first


def test_nothing_typed_shows_all_in_order() -> None:
    assert [one.id for one in search("  ", ALL)] == sorted(one.id for one in ALL)


@pytest.mark.parametrize("typed", ["zzzz", "qwx uvw"])
def test_what_is_like_nothing_finds_nothing(typed: str) -> None:
    assert search(typed, ALL) == ()


def test_the_order_given_changes_nothing() -> None:
    for typed in ("e", "local", "the", "s"):
        assert search(typed, ALL) == search(typed, ALL[::-1])


def test_without_imperatives_there_are_none() -> None:
    assert search("train", ()) == ()
