"""The second time: the unreviewed excerpts of each partnership, with what may bear on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from gapcheck.judging.by_name import heard, told
from gapcheck.matchers.bands import narrowed
from gapcheck.matchers.explain import Lexical
from gapcheck.matchers.pairs import Pairs
from gapcheck.matchers.run import suggestions
from gapcheck.matchers.suggesting import Ranking
from gapcheck.matchers.texts import Integers, Texts
from gapcheck.matching.reading import Gleaned, Waiting
from gapcheck.model.study import Imperative
from gapcheck.model.suggestion import Band
from gapcheck.sweep.parts import Parcel, kept, without_collecting


@dataclass(frozen=True, slots=True)
class Offer:
    """What all suggestions are made by; the ranking has no pairs in it.

    With `least` only candidates of that band or a better one are told.
    """

    root: Path
    ranking: Ranking | None
    named: Mapping[str, Imperative]
    least: Band | None


@dataclass(frozen=True, slots=True)
class Scored:
    """The unreviewed excerpts of one partnership, with their words as numbers and their scores.

    `numbers` are the numbers in their part of the excerpts in the rows of `pairs` and `texts`.
    """

    lsp: str
    waiting: bytes
    numbers: Integers
    texts: Texts | None = None
    pairs: Pairs | None = None


def unscored(one: Gleaned) -> Scored:
    """Of a study in which nothing can be compared, the excerpts that wait all the same."""
    return Scored(one.lsp, one.waiting, np.arange(0))


Told = tuple[int, bytes]
"""How many suggestions there are for one partnership, and these as `heard` reads them."""


def offer_part(offer: Parcel, parts: Sequence[Scored]) -> list[Told]:
    """The suggestions for each of some partnerships."""
    with without_collecting():
        return [kept(offer, Offering).of(each) for each in parts]


class Offering:
    """Whoever makes suggestions, for one partnership after the other."""

    def __init__(self, offer: Offer) -> None:
        self._offer = offer

    def of(self, part: Scored) -> Told:
        """The suggestions for one partnership."""
        offer = self._offer
        rows = {number: row for row, number in enumerate(part.numbers.tolist())}
        waiting: Waiting = heard(part.waiting, offer.named)
        found = suggestions(
            ((one, None if number is None else rows.get(number)) for one, number in waiting),
            _ranking(offer.ranking, part),
        )
        if offer.least:
            found = tuple(narrowed(found, offer.least))
        return len(found), told(found)


def _ranking(whole: Ranking | None, part: Scored) -> Ranking | None:
    """The ranking with the pairs of this part alone."""
    if whole is None or part.pairs is None or part.texts is None:
        return None
    (evidence,) = whole.pairs.evidence
    assert isinstance(evidence, Lexical)
    return replace(whole, pairs=replace(part.pairs, evidence=(evidence.of(part.texts),)))
