"""Who speaks in an interview, under which id, and which names stand for whom."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from gapcheck.importers.interviews.interview import Key
from gapcheck.importers.interviews.labels import (
    Label,
    asks,
    identifier,
    is_code,
    is_name,
    known_as,
    parts,
    taken_apart,
)
from gapcheck.importers.interviews.script import Script
from gapcheck.model.unfit import Unfit

_MOST = 300
_NUMBERED = re.compile(r"[Pp]-?0*(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in an interview: the id that stands for them, and the names to be taken out."""

    id: str
    asks: bool = False
    names: tuple[str, ...] = field(default=(), repr=False)
    speaks: bool = True


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody in an interview, in the order in which they first speak.

    `ids` says who is meant by a label of the file; `merged` are ids that stand for several labels.
    """

    people: tuple[Person, ...]
    ids: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    key: Key = field(default=(), repr=False)
    merged: tuple[str, ...] = ()


class _Draft:
    """A person while labels are still being read."""

    __slots__ = ("asks", "code", "labels", "names", "speaks")

    def __init__(self, code: str = "", *, speaks: bool = True) -> None:
        self.code = code
        self.asks = False
        self.labels: list[str] = []
        self.names: list[str] = []
        self.speaks = speaks

    def named(self, name: str) -> None:
        if name and name not in self.names:
            self.names.append(name)


def cast(script: Script, known: Key = (), asking: Collection[str] = ()) -> Cast:
    """Everybody in a transcript; `known` are pairs of earlier files, `asking` ids of who asks."""
    labels = list(dict.fromkeys(turn.label for turn in script.turns))
    if len(labels) > _MOST:
        raise Unfit(
            f"more than {_MOST} names seem to stand before turns of speech",
            "Look whether it is the transcript of one interview.",
        )
    found = _labelled(labels)
    for role, name in script.head.people:
        _introduced(found, role, name)
    drafts = list(dict.fromkeys(found.values()))
    given = _pseudonyms(drafts, known)
    asked = {one.casefold() for one in asking}
    people = tuple(
        Person(given[one], one.asks or given[one].casefold() in asked, tuple(one.names), one.speaks)
        for one in drafts
    )
    return Cast(
        people,
        {label: given[found[known_as(label)]] for label in labels},
        tuple((given[one], name) for one in drafts for name in one.names),
        tuple(given[one] for one in drafts if len(set(map(known_as, one.labels))) > 1),
    )


def _labelled(labels: Iterable[str]) -> dict[str, _Draft]:
    """A draft for each label, by what its spellings have in common; one for one person."""
    found: dict[str, _Draft] = {}
    whole = {known_as(label): taken_apart(label) for label in labels}
    for label in labels:
        apart = taken_apart(label)
        same = _same_person(apart, whole)
        draft = found.get(known_as(label)) or found.get(same) or _draft(apart)
        found[known_as(label)] = found[same] = draft
        draft.labels.append(label)
        draft.asks = draft.asks or asks(apart)
        if not draft.code and label:
            draft.named(label)
        elif is_name(apart.note):
            draft.named(apart.note)
    return found


def _draft(label: Label) -> _Draft:
    return _Draft(identifier(label.name) if is_code(label.name) else "")


def _same_person(label: Label, whole: Mapping[str, Label]) -> str:
    """What the longest label of the same person is known as, if only one can be meant."""
    own = label.name.casefold()
    if is_code(label.name) or not own:
        return own
    longer = [
        other
        for other, one in whole.items()
        if other != own and not is_code(one.name) and _short_for(label.name, one.name)
    ]
    return longer[0] if len(longer) == 1 else own


def _short_for(short: str, name: str) -> bool:
    """Whether one name is a part of another, or its initials."""
    few, many = parts(short), parts(name)
    if not few or len(few) >= len(many):
        return False
    folded = [one.casefold() for one in many]
    inside = all(one.casefold() in folded for one in few)
    initials = "".join(one[0] for one in many).casefold()
    return inside or (short.isupper() and short.casefold() == initials)


def _introduced(found: dict[str, _Draft], role: str, name: str) -> None:
    """A name of the head, given to whoever is meant."""
    draft = found.get(known_as(name)) or _meant(found, role, name)
    if draft is None:
        draft = found[known_as(name)] = _Draft(speaks=False)
    draft.asks = draft.asks or _asking(role)
    draft.named(name)


def _meant(found: dict[str, _Draft], role: str, name: str) -> _Draft | None:
    same = found.get(known_as(role))
    if same:
        return same
    drafts = list(dict.fromkeys(found.values()))
    short = [one for one in drafts if any(_short_for(label, name) for label in one.labels)]
    if len(short) == 1:
        return short[0]
    alike = [one for one in drafts if not one.names and one.asks == _asking(role)]
    # Where the head has a list of people, nobody knows which of them is which voice.
    listed = known_as(role).endswith("s") or role.casefold() in ("present", "attendance")
    return alike[0] if len(alike) == 1 and not listed else None


def _asking(role: str) -> bool:
    return asks(Label(role)) or role.casefold().endswith(" by")


def _pseudonyms(drafts: list[_Draft], known: Key) -> dict[_Draft, str]:
    """The id of everybody: their code, the one of an earlier file, or the next that is free."""
    earlier = {name.casefold(): pseudonym for pseudonym, name in known}
    taken = {*earlier.values(), *(one.code for one in drafts if one.code)}
    numbers = {int(found[1]) for name in taken if (found := _NUMBERED.fullmatch(name))}
    given: dict[_Draft, str] = {}
    number = 0
    for one in drafts:
        before = next((earlier[n.casefold()] for n in one.names if n.casefold() in earlier), "")
        if one.code or before:
            given[one] = one.code or before
            continue
        number = next(n for n in range(number + 1, number + len(numbers) + 2) if n not in numbers)
        given[one] = f"P{number:02}"
    return given
