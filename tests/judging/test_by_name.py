from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from pickle import PicklingError
from typing import Any, ClassVar

import pytest

from gapcheck.judging.by_name import heard, told
from gapcheck.load.study import load_study
from gapcheck.model.study import Imperative

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class One:
    only: object


@dataclass(frozen=True, slots=True)
class Several:
    first: object
    second: object = None
    made: list[int] = field(default_factory=list, init=False)


@dataclass(frozen=True, slots=True)
class Below(Several):
    third: object = 3


@dataclass
class Open:
    value: object


@dataclass(frozen=True, slots=True)
class Own:
    made: ClassVar[list[tuple[object, ...]]] = []
    value: object

    def __new__(cls, *given: object) -> Own:
        cls.made.append(given)
        return object.__new__(cls)


@dataclass(frozen=True, slots=True)
class Empty:
    pass


class Kind(Enum):
    A = "a"


def there_and_back(value: object) -> Any:
    return heard(told(value), {})


@pytest.mark.parametrize(
    "value",
    [
        One(1),
        One((1, 2)),
        One(None),
        Several("a", One("b")),
        Open(Several(Kind.A)),
        Empty(),
        [Several(One(number)) for number in range(3)],
    ],
)
def test_what_is_told_is_heard(value: object) -> None:
    found = there_and_back(value)
    assert found == value
    assert type(found) is type(value)


def test_what_stands_in_slots_that_nobody_gave_comes_along() -> None:
    value = Below(1, third=One(2))
    value.made.append(7)
    found = there_and_back(value)
    assert (found.first, found.second, found.made, found.third) == (1, None, [7], One(2))


def test_a_class_that_makes_its_objects_itself_is_asked_to() -> None:
    Own.made.clear()
    assert there_and_back(Own("so")) == Own("so")
    assert Own.made == [("so",), (), ("so",)]


def test_one_thing_in_two_places_is_one_thing_there_too() -> None:
    shared = One("x")
    first, second = there_and_back([One(shared), One(shared)])
    assert first.only is second.only


def test_what_no_process_can_be_told_is_refused() -> None:
    with pytest.raises((AttributeError, PicklingError)):
        told(One(lambda: None))


def test_imperatives_are_those_of_whoever_hears() -> None:
    corpus, _ = load_study(ROOT)
    every = [one for policy in corpus.policies for one in policy.imperatives]
    named = {one.name: one for one in every}
    data = told([Several(one, one.name) for one in every])
    assert len(data) < len(told([(one.name, one.text) for one in every]))
    for found, one in zip(heard(data, named), every, strict=True):
        assert isinstance(found.first, Imperative)
        assert found.first is one
