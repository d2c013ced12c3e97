"""What a coder has decided of one excerpt so far, key by key; nothing is preset."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from gapcheck.amend.change import Change, NewCode
from gapcheck.model.choices import Basis, Rung, Stance
from gapcheck.model.study import Imperative, Share

Option = TypeVar("Option")


@dataclass(frozen=True, slots=True)
class Decision:
    """A code in the making, or that the passage speaks to none, and what is noted beside it."""

    imperative: Imperative | None = None
    speaks_to_none: bool = False
    stance: Stance | None = None
    share: Share | None = None
    basis: Basis | None = None
    rung: Rung | None = None
    indicator: str | None = None
    memo: str | None = None
    barriers: tuple[str, ...] = ()
    enablers: tuple[str, ...] = ()

    def on(self, imperative: Imperative) -> Decision:
        """On this imperative; an indicator of another one is dropped."""
        same = self.imperative is not None and self.imperative.name == imperative.name
        kept = self.indicator if same else None
        return replace(self, imperative=imperative, speaks_to_none=False, indicator=kept)

    def on_none(self) -> Decision:
        """That the passage speaks to no imperative; what belongs to a code is dropped."""
        return Decision(
            speaks_to_none=True, memo=self.memo, barriers=self.barriers, enablers=self.enablers
        )

    def saying(self, stance: Stance) -> Decision:
        """With this stance, in the place of a share."""
        return replace(self, stance=stance, share=None, speaks_to_none=False)

    def sharing(self, share: Share) -> Decision:
        """With this share, in the place of a stance."""
        return replace(self, share=share, stance=None, speaks_to_none=False)

    def next_basis(self) -> Decision:
        """With the next basis there is; after the last comes the one by the kind of source."""
        return replace(self, basis=_next(self.basis, tuple(Basis)))

    def next_rung(self) -> Decision:
        """With the next rung there is; after the last comes the one by the kind of source."""
        return replace(self, rung=_next(self.rung, tuple(Rung)))

    def next_indicator(self) -> Decision:
        """With the imperative's next indicator; after the last comes none."""
        known = [one.id for one in self.imperative.indicators] if self.imperative else []
        return replace(self, indicator=_next(self.indicator, known))

    @property
    def begun(self) -> bool:
        """Whether anything was decided yet."""
        return self != NOTHING

    @property
    def missing(self) -> str:
        """What has to be decided before it can be written; empty where nothing has."""
        if self.speaks_to_none:
            return ""
        if self.imperative is None:
            return "Choose an imperative first, or 0 where it speaks to none."
        if self.stance is None and self.share is None:
            return "Say first what it says about practice: h, p, a, o or u."
        return ""

    def change(self, excerpt: str, *, short: bool) -> Change:
        """What is to be written. `short`: the imperative's short name means it alone.

        A memo belongs to the code; where there is none, to the excerpt.
        """
        if self.imperative is None or self.speaks_to_none:
            return Change(
                excerpt,
                speaks_to_none=True,
                memo=self.memo,
                barriers=self.barriers,
                enablers=self.enablers,
            )
        code = NewCode(
            self.imperative.name,
            self.imperative.id if short else "",
            stance=self.stance,
            share=self.share,
            basis=self.basis,
            rung=self.rung,
            indicator=self.indicator,
            memo=self.memo,
        )
        return Change(excerpt, (code,), barriers=self.barriers, enablers=self.enablers)


NOTHING: Final = Decision()
"""Nothing is decided yet."""


def _next(current: Option | None, options: Sequence[Option]) -> Option | None:
    """The option after the current one; None stands before the first and after the last."""
    every: list[Option | None] = [None, *options]
    return every[(every.index(current) + 1) % len(every)] if current in every else None
