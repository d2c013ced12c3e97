"""What was decided of one disagreement so far, and the code that it means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from gapcheck.amend.change import Agreed, Change, NewCode
from gapcheck.model.choices import Stance
from gapcheck.reports.phrases import joined
from gapcheck.review.settling.case import Case

SEVERAL: Final = "There are several codes on it: settle that by hand, in the file."


@dataclass(frozen=True, slots=True)
class Settlement:
    """Whose code is to stand (a place among the takes), or another stance; nothing is preset."""

    take: int | None = None
    stance: Stance | None = None
    memo: str | None = None

    def taking(self, place: int) -> Settlement:
        """With the code of one of the coders."""
        return replace(self, take=place, stance=None)

    def saying(self, stance: Stance) -> Settlement:
        """With another stance, in the place of any coder's."""
        return replace(self, stance=stance, take=None)

    @property
    def begun(self) -> bool:
        """Whether anything was decided yet."""
        return self != OPEN

    def missing(self, case: Case) -> str:
        """What keeps it from being written; empty where nothing does."""
        if self.take is None and self.stance is None:
            return "Say whose code stands, by its number, or another stance: h, p, a, o or u."
        taken = None if self.take is None else case.takes[self.take]
        if taken is not None and not taken.codes:
            return _no_code(case)
        if len(case.own.codes) > 1 or (taken is not None and len(taken.codes) > 1):
            return SEVERAL
        return ""

    def change(self, case: Case, agreed: Agreed, *, short: bool) -> Change:
        """What is to be written. `short`: the imperative's short name means it alone."""
        imperative = case.dispute.imperative
        code = NewCode(imperative.name, imperative.id if short else "", agreed=agreed)
        if self.stance is not None:
            code = replace(code, stance=self.stance)
        elif self.take:
            (one,) = case.takes[self.take].codes
            code = replace(
                code,
                stance=one.stance,
                share=one.share,
                basis=one.basis,
                rung=one.rung,
                tier=one.tier,
                indicator=one.indicator,
            )
        return Change(case.excerpt.id, (replace(code, memo=self.memo),), replace=True)


def _no_code(case: Case) -> str:
    places = joined(str(code.location) for take in case.takes for code in take.codes)
    return f"That it is no code cannot be written: delete it by hand, where it stands: {places}."


OPEN: Final = Settlement()
"""Nothing is decided yet."""
