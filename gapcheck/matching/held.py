"""The suggestions of a large study, of which those for one partnership are read at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from gapcheck.judging.by_name import heard
from gapcheck.matching.offering import Told
from gapcheck.model.study import Imperative
from gapcheck.model.suggestion import Suggestion


class Suggestions(Collection[Suggestion]):
    """Suggestions that are held pressed: a hundred thousand in the room of some thousands."""

    def __init__(self, parts: Sequence[Told], named: Mapping[str, Imperative]) -> None:
        self._parts = parts
        self._named = named

    def __len__(self) -> int:
        return sum(count for count, _ in self._parts)

    def __iter__(self) -> Iterator[Suggestion]:
        for _, data in self._parts:
            yield from heard(data, self._named)

    def __contains__(self, one: object) -> bool:
        return any(each == one for each in self)
