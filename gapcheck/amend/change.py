"""What is to be added to one excerpt, as plain values: the same for composing and for proving."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from gapcheck.model.choices import Basis, Rung, Stance
from gapcheck.model.study import Share

Fields = Mapping[str, Any]
"""A code by the format's keys, in the format's order: texts, and numbers within `share`."""

LISTS: Final = ("themes", "barriers", "enablers", "tensions")
"""The keys of an excerpt that hold a list of words, in the format's order."""

CODE_KEYS: Final = (
    "imperative",
    "stance",
    "share",
    "basis",
    "rung",
    "tier",
    "indicator",
    "memo",
    "agreed",
)
EXCERPT_KEYS: Final = (
    "id",
    "at",
    "about",
    "speaker",
    "question",
    "text",
    "translation",
    "codes",
    *LISTS,
    "cmo",
    "memo",
    "cleared",
    "ignore",
)


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who settled a disagreement over a code, and on what day: `2026-11-24`."""

    by: str
    on: str


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code to add: `imperative` in full; `short` is its last part where no other shares it."""

    imperative: str
    short: str = ""
    stance: Stance | None = None
    share: Share | None = None
    basis: Basis | None = None
    rung: Rung | None = None
    tier: str | None = None
    indicator: str | None = None
    memo: str | None = None
    agreed: Agreed | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that a file may give the imperative."""
        return (self.imperative, self.short) if self.short else (self.imperative,)

    def fields(self, *, full: bool) -> Fields:
        """What is to be typed, with the imperative's name in full or, where it has one, short."""
        name = self.imperative if full else self.short or self.imperative
        typed = {
            "imperative": name,
            "stance": self.stance and str(self.stance),
            "share": self.share and self.share.typed,
            "basis": self.basis and str(self.basis),
            "rung": self.rung and str(self.rung),
            "tier": self.tier,
            "indicator": self.indicator,
            "memo": prose(self.memo or "") or None,
            "agreed": self.agreed and {"by": self.agreed.by.strip(), "on": self.agreed.on},
        }
        return {key: value for key, value in typed.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be added to the excerpt of that id.

    With `speaks_to_none` it is marked as reviewed, with no code. With `replace`, a code on an
    imperative that is coded already, and a memo where there is one, takes the place of the old:
    of a code, the parts that are given; the others stay.
    """

    excerpt: str
    codes: tuple[NewCode, ...] = ()
    speaks_to_none: bool = False
    themes: tuple[str, ...] = ()
    barriers: tuple[str, ...] = ()
    enablers: tuple[str, ...] = ()
    tensions: tuple[str, ...] = ()
    memo: str | None = None
    replace: bool = False

    def words(self, key: str) -> tuple[str, ...]:
        """What is to be added to one of the lists, on one line each."""
        given: tuple[str, ...] = getattr(self, key)
        return tuple(" ".join(one.split()) for one in given)

    @property
    def beyond_codes(self) -> bool:
        """Whether it adds anything that a second coder's file has no place for."""
        return bool(self.memo or any(self.words(key) for key in LISTS))


def prose(text: str) -> str:
    """A memo without blanks around it or at the ends of its lines."""
    return re.sub(r"[ \t]*(?:\r\n|\r|\n)", "\n", text).strip()
