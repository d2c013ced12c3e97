"""One excerpt's scores made a suggestion: candidates in order, with reasons, bands and chances.

Words that may not be shown are kept out here, so that no format can forget it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gapcheck.matchers.bands import band_of
from gapcheck.matchers.calibration import Curve, leads
from gapcheck.matchers.cues import cues_in
from gapcheck.matchers.evidence import Brought, shares
from gapcheck.matchers.explain import spellings
from gapcheck.matchers.pairs import Pairs
from gapcheck.matchers.texts import Floats, Integers
from gapcheck.matchers.wording import text_of, words_of
from gapcheck.model.study import Imperative
from gapcheck.model.suggestion import Candidate, Matchable, SharedWord, Suggestion, Unmatched

_LEAST = 0.01
"""A word whose share of the score is below this is not told."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """All that a suggestion is made from; `top` candidates are told, all where it is nought."""

    imperatives: Sequence[Imperative]
    spelt: Sequence[dict[str, str]]
    pairs: Pairs
    curve: Curve | None
    top: int

    @classmethod
    def of(
        cls, imperatives: Sequence[Imperative], pairs: Pairs, curve: Curve | None, top: int
    ) -> Ranking:
        """Look up once how each imperative spells its words."""
        spelt = [spellings(text_of(one)) for one in imperatives]
        return cls(imperatives, spelt, pairs, curve, top)

    def suggestion(self, given: Matchable, row: int) -> Suggestion:
        """The candidates of an excerpt, whose scores stand in that row of the pairs."""
        scores = self.pairs.scores[row]
        may = np.isfinite(scores)
        columns = np.flatnonzero(may & self.pairs.touched[row])
        if not len(columns):
            return bare(given, Unmatched.NOTHING_SHARED if may.any() else Unmatched.NO_IMPERATIVE)
        own = scores[columns]
        order = np.lexsort((columns, -own))
        ahead = leads(own[None, :])[0]
        chosen = order[: self.top or None]
        candidates = self._candidates(given, row, columns[chosen], own[chosen], ahead[chosen])
        lead = round(float(ahead[order[0]]), 4) if len(columns) > 1 else None
        return bare(given, None, candidates, lead)

    def _candidates(
        self, given: Matchable, row: int, columns: Integers, scores: Floats, ahead: Floats
    ) -> tuple[Candidate, ...]:
        own = int(self.pairs.rows[row])
        brought = [each.brought(own, columns) for each in self.pairs.evidence]
        chances = self.curve.chance(scores, ahead) if self.curve else None
        said = spellings(words_of(given) or "") if given.quotable else {}
        found = []
        for n, column in enumerate(columns):
            share = shares(each[n] for each in brought)
            score, lead = float(scores[n]), float(ahead[n])
            found.append(
                Candidate(
                    self.imperatives[column],
                    round(score, 4),
                    band_of(score, lead),
                    _terms(share, said, self.spelt[column]),
                    _told(float(chances[n])) if chances is not None else None,
                    round(share.letters, 3),
                    round(share.meaning, 3),
                    self._confirmed(row, int(column)),
                )
            )
        return tuple(found)

    def _confirmed(self, row: int, column: int) -> float:
        near = self.pairs.confirmed
        return round(float(near[row, column]), 3) if near is not None else 0


def bare(
    given: Matchable,
    off: Unmatched | None,
    candidates: tuple[Candidate, ...] = (),
    lead: float | None = None,
) -> Suggestion:
    """What a suggestion says of its excerpt, beside its candidates or why there are none."""
    source, excerpt = given.source, given.excerpt
    words = words_of(given)
    return Suggestion(
        lsp=source.lsp,
        source=source.id,
        excerpt=excerpt.id,
        location=excerpt.location,
        kind=source.kind,
        sector=given.sector,
        role=given.role,
        source_date=source.date,
        about=excerpt.about or source.date,
        population=source.population,
        words=source.words,
        language=source.language,
        quote=excerpt.text if given.quotable else None,
        translation=words if given.quotable and words != excerpt.text else None,
        candidates=candidates,
        lead=lead,
        cues=cues_in(words) if words else (),
        off=off,
    )


def _told(chance: float) -> float:
    """A chance to two decimals; no coding is enough to be certain."""
    return min(max(round(chance, 2), 0.01), 0.99)


def _terms(share: Brought, said: dict[str, str], asked: dict[str, str]) -> tuple[SharedWord, ...]:
    """The shared words in each side's spelling; none where the excerpt's are not to be shown."""
    return tuple(
        SharedWord(said[root], "" if lent else asked.get(root, ""), round(amount, 3), lent)
        for root, amount, lent in share.words
        if root in said and amount >= _LEAST
    )
