"""Between the two times through a study: all excerpts scored together, and shared out again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from gapcheck.matchers import lex
from gapcheck.matchers.explain import Lexical
from gapcheck.matchers.pairs import Pairs
from gapcheck.matchers.run import Judged, Reviewing, judged_by
from gapcheck.matchers.suggesting import Ranking
from gapcheck.matchers.texts import Integers, Texts, joined, spell
from gapcheck.matchers.wording import text_of
from gapcheck.matching.offering import Scored
from gapcheck.matching.reading import Gleaned
from gapcheck.model.study import Imperative
from gapcheck.model.suggestion import Matching

_NONE = np.arange(0)


@dataclass(frozen=True, slots=True)
class Whole:
    """All excerpts that have words, scored; `lexical` explains them, with `texts` as its rows."""

    imperatives: Sequence[Imperative]
    texts: Texts
    lexical: Lexical
    judged: Judged
    coded: int

    def tell(self, matching: Matching) -> Matching:
        """The same with what suggestions rest on."""
        return replace(
            matching,
            coded=self.coded,
            learning=self.judged.pairs.learning,
            calibration=self.judged.calibration,
        )

    def ranking(self, top: int) -> Ranking:
        """What suggestions are made by, with no excerpt in it."""
        evidence = self.lexical.of(self.texts.take(_NONE))
        pairs = replace(self._pairs(_NONE), evidence=(evidence,))
        return Ranking.of(self.imperatives, pairs, self.judged.curve, top)

    def shared_out(self, gleaned: Sequence[Gleaned]) -> Iterator[Scored]:
        """Of each partnership the excerpts that wait, with what is needed to suggest for them."""
        first = 0
        for one in gleaned:
            numbers = np.flatnonzero(~one.seen)
            rows = first + numbers
            texts = self.texts.take(self.texts.places[rows])
            yield Scored(one.lsp, one.waiting, numbers, texts, self._pairs(rows))
            first += len(one.seen)

    def _pairs(self, rows: Integers) -> Pairs:
        """The scores of some excerpts, as the pairs of a study that has no others."""
        pairs = self.judged.pairs
        at = np.searchsorted(pairs.rows, rows)
        near = pairs.confirmed
        return Pairs(
            pairs.scores[at],
            pairs.touched[at],
            np.arange(len(rows)),
            (),
            confirmed=near if near is None else near[at],
        )


def scored(imperatives: Sequence[Imperative], gleaned: Sequence[Gleaned]) -> Whole | None:
    """All excerpts together; None where there is nothing to compare."""
    if not imperatives or not any(len(one.seen) for one in gleaned):
        return None
    texts = joined(spell(map(text_of, imperatives)), [one.spelt for one in gleaned])
    lexical = Lexical(*lex.score_read(texts))
    reviewing = Reviewing(
        [each for one in gleaned for each in one.applies],
        [each for one in gleaned for each in one.confirmed],
        np.concatenate([one.seen for one in gleaned]),
    )
    judged = judged_by((lexical,), imperatives, reviewing)
    # Each table is as large as the study: those of the matcher are added up, and not needed again.
    judged = replace(judged, pairs=replace(judged.pairs, evidence=()))
    coded = sum(map(bool, reviewing.confirmed))
    return Whole(imperatives, texts.excerpts, lexical.of(texts.excerpts), judged, coded)
