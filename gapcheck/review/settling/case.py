"""One disagreement as it lies before those who settle it, with everybody's codes side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gapcheck.model.agreement import NOT_CODED, Agreement, Disagreement
from gapcheck.model.study import Code, Excerpt, Imperative, Source
from gapcheck.reports import phrases


@dataclass(frozen=True, slots=True)
class Dispute:
    """What is to be settled: an excerpt, an imperative, and who made different things of it."""

    about: Disagreement
    coders: tuple[str, ...]

    @property
    def name(self) -> str:
        """The source as the command line calls it: `partnership/source`."""
        return f"{self.about.lsp}/{self.about.source}"

    @property
    def imperative(self) -> Imperative:
        """The imperative that the codes are on."""
        return self.about.imperative


@dataclass(frozen=True, slots=True)
class Take:
    """What one coder made of it: one code or several, or none."""

    coder: str
    codes: tuple[Code, ...]

    @property
    def said(self) -> str:
        """The stance or share, or that there is no code."""
        return " and ".join(map(_said, self.codes)) or NOT_CODED

    @property
    def memo(self) -> str:
        """What the coder noted with it."""
        return "\n".join(one.memo.strip() for one in self.codes if one.memo)


@dataclass(frozen=True, slots=True)
class Case:
    """A dispute as the files have it now: the source's own coder is the first of the takes."""

    dispute: Dispute
    source: Source
    excerpt: Excerpt
    takes: tuple[Take, ...]
    quotable: bool

    @property
    def own(self) -> Take:
        """What the source's own coder made of it: what a verdict rests on."""
        return self.takes[0]


def disputes(found: Agreement) -> tuple[Dispute, ...]:
    """What is open, imperative after imperative; an excerpt comes up once, whoever disagrees."""
    grouped: dict[tuple[str, ...], list[Disagreement]] = {}
    for one in found.open:
        key = (one.imperative.name, one.lsp, one.source, one.excerpt)
        grouped.setdefault(key, []).append(one)
    return tuple(Dispute(own[0], _coders(own)) for own in grouped.values())


def _coders(own: Iterable[Disagreement]) -> tuple[str, ...]:
    return tuple(sorted({coder for one in own for coder in one.coders}))


def _said(code: Code) -> str:
    parts = [str(code.stance or (phrases.share(code.share) if code.share else ""))]
    parts += [str(part) for part in (code.basis, code.rung, code.tier, code.indicator) if part]
    return ", ".join(parts)
