"""What of a speaker is told beside the words: the sector and the year, and what enough share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from gapcheck.model.finding import Statement

T = TypeVar("T")
_Told = tuple[str | None, str | None]
"""A role and a tier."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The roles, tiers and languages that may be told; `every` where all of them may.

    `roles` holds sector, role and tier, `tiers` sector and tier, each as far as enough share it.
    """

    every: bool = False
    roles: frozenset[tuple[str, _Told]] = frozenset()
    tiers: frozenset[tuple[str, str | None]] = frozenset()
    languages: frozenset[str] = frozenset()

    def of(self, statement: Statement) -> _Told:
        """The role and the tier of who speaks, each None where it is not told."""
        both = statement.role, statement.tier
        if self.every or (statement.sector, both) in self.roles:
            return both
        known = (statement.sector, statement.tier) in self.tiers
        return None, statement.tier if known else None

    def spoken(self, language: str) -> bool:
        """Whether it may be told that somebody speaks a language: one that few speak tells who."""
        return self.every or language in self.languages


EVERY = Fields(every=True)
NONE = Fields()


def shared(statements: Iterable[Statement], least: int) -> Fields:
    """The fields that at least so many of those who speak in one partnership have in common."""
    said = tuple(statements)
    return Fields(
        roles=_common(said, least, lambda each: (each.sector, (each.role, each.tier))),
        tiers=_common(said, least, lambda each: (each.sector, each.tier)),
        languages=_common(said, least, lambda each: each.language),
    )


def _common(said: Iterable[Statement], least: int, field: Callable[[Statement], T]) -> frozenset[T]:
    voices: dict[T, set[tuple[str, ...]]] = {}
    for each in said:
        voices.setdefault(field(each), set()).add(each.voice)
    return frozenset(told for told, who in voices.items() if len(who) >= least)
