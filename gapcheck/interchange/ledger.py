"""What became of each kind of thing in a foreign file, counted while it is read or written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from gapcheck.model.brought import Fate, Tally

_EXAMPLES: Final = 5

_Key = tuple[Fate, str, str]


@dataclass(slots=True)
class Ledger:
    """Counts by fate, kind of thing and reason; of each a few examples, the first that came."""

    _counts: Counter[_Key] = field(default_factory=Counter)
    _examples: dict[_Key, list[str]] = field(default_factory=dict)

    def note(self, fate: Fate, what: str, why: str = "", example: str = "", count: int = 1) -> None:
        """Count some things; `example` is a name or a place, never anybody's words."""
        key = (fate, what, why)
        self._counts[key] += count
        held = self._examples.setdefault(key, [])
        if example and example not in held and len(held) < _EXAMPLES:
            held.append(example)

    def taken(self, what: str, count: int = 1) -> None:
        """Count what was taken as it is."""
        if count:
            self.note(Fate.TAKEN, what, count=count)

    def left(self, what: str, why: str, example: str = "", count: int = 1) -> None:
        """Count what was left out."""
        self.note(Fate.LEFT, what, why, example, count)

    def changed(self, what: str, why: str, example: str = "", count: int = 1) -> None:
        """Count what was taken, and is not what it was."""
        self.note(Fate.CHANGED, what, why, example, count)

    def add(self, other: Ledger) -> None:
        """Count what another has counted, as if it had come here after all the rest."""
        for (fate, what, why), count in other._counts.items():
            self.note(fate, what, why, count=count)
            for example in other._examples[fate, what, why]:
                self.note(fate, what, why, example, 0)

    def tallies(self) -> tuple[Tally, ...]:
        """All counts: what was taken first, what was left out last, each in the order met."""
        order = list(Fate)
        return tuple(
            Tally(fate, what, count, why, tuple(self._examples[fate, what, why]))
            for (fate, what, why), count in sorted(
                self._counts.items(), key=lambda each: order.index(each[0][0])
            )
        )
