"""The excerpts of a sitting: which one lies on top, which are done, and which were put aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Pile(Generic[Item]):
    """The cards in order; `at` is the place of the one on top, None where nothing is left.

    `done` are the places of those that were decided in this sitting, `aside` of those skipped.
    """

    cards: tuple[Item, ...]
    at: int | None = None
    done: frozenset[int] = frozenset()
    aside: frozenset[int] = frozenset()

    @classmethod
    def of(cls, cards: Sequence[Item]) -> Pile[Item]:
        """A pile of which nothing is decided."""
        return cls(tuple(cards), 0 if cards else None)

    @property
    def top(self) -> Item | None:
        """The card before the coder."""
        return None if self.at is None else self.cards[self.at]

    @property
    def left(self) -> int:
        """How many are not decided yet, those put aside too."""
        return len(self.cards) - len(self.done)

    def decided(self) -> Pile[Item]:
        """The one on top is done: the next comes up."""
        if self.at is None:
            return self
        return replace(self, done=self.done | {self.at}, aside=self.aside - {self.at})._upwards()

    def skipped(self) -> Pile[Item]:
        """The one on top is put aside: the next comes up."""
        if self.at is None:
            return self
        return replace(self, aside=self.aside | {self.at})._upwards()

    def back_at(self, place: int) -> Pile[Item]:
        """A card that was done lies on top again, undecided."""
        return replace(self, at=place, done=self.done - {place})

    def again(self) -> Pile[Item]:
        """Those that were put aside come up once more."""
        return replace(self, at=min(self.aside, default=None), aside=frozenset())

    def turned(self, step: int) -> Pile[Item]:
        """The next card (or with -1 the one before) that is not done, whether put aside or not."""
        if self.at is None:
            return self
        size = len(self.cards)
        places = [(self.at + step * n) % size for n in range(1, size + 1)]
        return replace(self, at=next((one for one in places if one not in self.done), None))

    def with_card(self, card: Item) -> Pile[Item]:
        """The card on top as it is now."""
        if self.at is None:
            return self
        cards = (*self.cards[: self.at], card, *self.cards[self.at + 1 :])
        return replace(self, cards=cards)

    def _upwards(self) -> Pile[Item]:
        """The next that is neither done nor aside, from here to the end and then from the top."""
        here = self.at or 0
        places = (*range(here, len(self.cards)), *range(here))
        waiting = (one for one in places if one not in self.done | self.aside)
        return replace(self, at=next(waiting, None))
