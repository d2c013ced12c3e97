"""Somebody who has the JSON of an edition, knows the rules by heart, and can add and subtract.

They want the numbers of voices that are not printed. For each they keep the least and the most
that it can be, and narrow both by everything that a finding prints: numbers, positions, the rule
that fired, and how long its lists are. Where the two meet they know it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
Cell = tuple[str, str]
"""A sector and what its voices say."""

SAID = ("happens", "partly", "absent", "unaware")
MANY = 10**6
_UNTOLD = frozenset({"out-of-scope", "nothing-said", "paper-untested", "thin"})
"""The rules without a voice that speaks of practice."""


@dataclass
class Attacker:
    """What can be known of one finding; `least` and `most` narrow until nothing changes.

    `hidden` is the most that a number can be which is not printed, where that is known.
    """

    finding: Json
    hidden: int = MANY
    least: dict[Cell, int] = field(default_factory=dict)
    most: dict[Cell, int] = field(default_factory=dict)
    whole: tuple[int, int] = (0, MANY)

    def known(self) -> dict[Cell, int]:
        """The numbers that were not printed, as far as they can be worked out."""
        for sector, view in self.finding["sectors"].items():
            for said in SAID:
                number = view[said]
                self.least[sector, said] = number or 0
                self.most[sector, said] = self.hidden if number is None else number
            self._by_position(sector, view["position"])
        self.whole = self._voices()
        while self._narrowed():
            pass
        return {
            cell: number
            for cell, number in self.least.items()
            if number == self.most[cell] and self.finding["sectors"][cell[0]][cell[1]] is None
        }

    def _by_position(self, sector: str, position: str | None) -> None:
        """A sector that says yes has somebody who does, and nobody who does not."""
        others = {"happens": ("partly", "absent"), "absent": ("happens", "partly")}
        for said in others.get(position or "", ()):
            self.most[sector, said] = min(self.most[sector, said], 0)
        for said, sign in (("happens", "happens"), ("absent", "absent")):
            if position == sign and self.most[sector, "unaware"] == 0:
                self.least[sector, said] = max(self.least[sector, said], 1)
        if position == "happens":
            self.least[sector, "happens"] = max(self.least[sector, "happens"], 1)

    def _voices(self) -> tuple[int, int]:
        """The least and the most voices that speak of practice in all."""
        least, most = len(self.finding["sectors"]), MANY
        if self.finding["rule"] not in _UNTOLD:
            least = max(least, 1 if self.finding["rule"] == "single-voice" else 2)
        if self.finding["rule"] == "single-voice":
            most = 1
        for concern in self.finding["concerns"]:
            if concern["component"] == "adequacy" and concern["levels"] is not None:
                least = most = 3 - concern["levels"]
        told = [view["voices"] for view in self.finding["tiers"].values()]
        if None not in told and any(told):
            # Whoever speaks from no tier is in none of them; mostly nobody does.
            least, most = max(least, sum(told)), min(most, sum(told))
        for list_ in ("barriers", "enablers", "tensions"):
            least = max([least, *filter(None, self.finding[list_].values())])
        return least, max(least, most)

    def _narrowed(self) -> bool:
        before = dict(self.least), dict(self.most)
        for cell in self.least:
            if cell[1] == "unaware":
                continue
            others = [each for each in self.least if each != cell and each[1] != "unaware"]
            unaware = sum(self.most[s, said] for s, said in self.least if said == "unaware")
            rest = sum(self.most[each] for each in others) + unaware
            self.least[cell] = max(self.least[cell], self.whole[0] - rest)
            taken = sum(self.least[each] for each in others)
            self.most[cell] = max(self.least[cell], min(self.most[cell], self.whole[1] - taken))
        return (self.least, self.most) != before
