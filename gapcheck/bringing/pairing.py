"""Planned excerpts and those of the study that hold the same words, however they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from gapcheck.bringing.planning import Planned, PlannedExcerpt
from gapcheck.model.study import Excerpt, Source

_LETTERS: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Pairing:
    """Planned excerpts with those of the study that hold the same words, in the order planned.

    `ids` are those of all planned excerpts: of the study's own, else new ones. `gone` are the
    study's excerpts that the foreign file does not have.
    """

    pairs: tuple[tuple[PlannedExcerpt, Excerpt | None], ...]
    ids: tuple[str, ...]
    gone: tuple[str, ...]


def paired(plan: Planned, source: Source | None, typed: Iterable[str] = ()) -> Pairing:
    """Find each planned excerpt in a source: by its id and words, by its words, by its id.

    Of several with the same words the one in the same place (`at`) is taken, else the first.
    `typed` are the ids of all excerpts in the source's file, the wrong ones too.
    """
    held = source.excerpts if source else ()
    found = _Search(plan.excerpts, held).found()
    taken = {*(each.id for each in held), *typed}
    ids = []
    for number, planned in enumerate(plan.excerpts):
        match = found.get(number)
        name = match.id if match else _new_id(planned, taken)
        taken.add(name)
        ids.append(name)
    pairs = tuple((each, found.get(number)) for number, each in enumerate(plan.excerpts))
    matched = {each.id for each in found.values()}
    return Pairing(pairs, tuple(ids), tuple(each.id for each in held if each.id not in matched))


def words_of(text: str) -> str:
    """The letters of some words, by which they are known again however they are typed."""
    return _LETTERS.sub("", text).casefold() or text.strip()


@dataclass(slots=True)
class _Search:
    """Looks for planned excerpts among those of the study, each of which is found once."""

    plan: Sequence[PlannedExcerpt]
    held: Sequence[Excerpt]
    _found: dict[int, Excerpt] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)

    def found(self) -> dict[int, Excerpt]:
        """What was found, by the number of the planned excerpt."""
        by_id = {each.id: each for each in self.held}
        by_words: dict[str, list[Excerpt]] = {}
        for each in self.held:
            by_words.setdefault(words_of(each.text), []).append(each)
        keys = [words_of(str(each.fields.get("text", ""))) for each in self.plan]
        for number, one in self._named(by_id):
            if words_of(one.text) == keys[number]:
                self._take(number, one)
        for same_place in (True, False):
            for number, planned in enumerate(self.plan):
                if _name(planned) not in by_id:
                    self._by_words(number, by_words.get(keys[number], ()), same_place=same_place)
        for number, one in self._named(by_id):
            self._take(number, one)
        return self._found

    def _named(self, by_id: dict[str, Excerpt]) -> Iterator[tuple[int, Excerpt]]:
        for number, planned in enumerate(self.plan):
            if _name(planned) in by_id:
                yield number, by_id[_name(planned)]

    def _by_words(self, number: int, alike: Iterable[Excerpt], *, same_place: bool) -> None:
        place = self.plan[number].fields.get("at")
        for one in alike:
            if one.id not in self._used and (not same_place or one.at == place):
                self._take(number, one)
                return

    def _take(self, number: int, one: Excerpt) -> None:
        if number not in self._found and one.id not in self._used:
            self._found[number] = one
            self._used.add(one.id)


def _name(planned: PlannedExcerpt) -> str:
    return str(planned.fields.get("id") or "")


def _new_id(planned: PlannedExcerpt, taken: set[str]) -> str:
    named = _name(planned)
    if named and named not in taken:
        return named
    number = len(taken) + 1
    while f"x{number}" in taken:
        number += 1
    return f"x{number}"
