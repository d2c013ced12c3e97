"""Why nothing was written: a value with its reason and the places that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gapcheck.diagnostic import Location


class Reason(StrEnum):
    """The kinds of reason, for whoever has to act on them."""

    UNREADABLE = "unreadable"
    UNKNOWN_EXCERPT = "unknown-excerpt"
    ERRORS = "errors"
    CODED = "coded"
    THERE_ALREADY = "there-already"
    AGREED = "agreed"
    UNFIT = "unfit"
    UNSAFE = "unsafe"
    CONSENT = "consent"
    CHANGED = "changed"
    UNWRITABLE = "unwritable"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing was written. `message` is one sentence without a full stop, `help` whole ones.

    Neither holds words of an excerpt.
    """

    reason: Reason
    message: str
    help: str = ""
    places: tuple[Location, ...] = ()

    def __str__(self) -> str:
        """All of it in a few lines: what, what to do, and where."""
        lines = [f"{self.message}. {self.help}".strip()]
        return "\n".join([*lines, *(f"  {place}" for place in self.places)])
