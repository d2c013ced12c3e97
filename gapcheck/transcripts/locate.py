"""Looking for a quote in its transcript."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from gapcheck.model.choices import Outcome
from gapcheck.transcripts.alike import DOUBTFUL, VERIFIED, Passage, alike, nearest
from gapcheck.transcripts.chain import FEW, Chain, chained
from gapcheck.transcripts.differences import differences, hides_denial
from gapcheck.transcripts.located import Difference, Located
from gapcheck.transcripts.quotation import Quotation, quotation
from gapcheck.transcripts.repeated import repeated
from gapcheck.transcripts.transcript import Transcript


def has_words(quote: str) -> bool:
    """Whether a quote holds anything that could be looked for."""
    return bool(quotation(quote).parts)


def locate(quote: str, transcript: Transcript, at: str = "") -> Located:
    """Where a quote stands in a transcript, or what in it is nearest.

    First word for word; then part by part between the marks of omission and insertion, each in
    its order; then the passage whose letters agree most. A quote of fewer than `FEW` letters is
    found word for word or not at all. `at` is where the excerpt says that it stands: where it is
    a time, it decides between several places with the same words.
    """
    sought, row = quotation(quote, transcript.names), transcript.words.row
    if not sought.parts:
        return Located(Outcome.MISSING)
    if whole := repeated(sought.joined, transcript, at):
        return _placed(transcript, Outcome.VERIFIED, (whole,), whole.score)
    chain = chained(sought, row) if sought.gaps else None
    return _found(transcript, sought, chain) if chain else _at_most_near(transcript, sought)


def _at_most_near(transcript: Transcript, sought: Quotation) -> Located:
    """The passage whose letters agree most with all of a quote, be it found or only near."""
    row, enough = transcript.words.row, len(sought.joined) >= FEW
    near = (alike(sought.joined, row) if enough else None) or nearest(sought.joined, row)
    if near is None:
        return Located(Outcome.MISSING)
    if near.score < DOUBTFUL or not enough:
        return _placed(transcript, Outcome.MISSING, (near,), near.score)
    if sought.gaps:
        # Almost the same as if nothing stood between its parts, of which one is missing.
        return _placed(transcript, Outcome.DOUBTFUL, (near,), near.score)
    return _found(transcript, sought, Chain((near,)))


def _found(transcript: Transcript, sought: Quotation, chain: Chain) -> Located:
    row, pairs = transcript.words.row, zip(sought.parts, chain.links, strict=True)
    each = {one for part, at in pairs for one in differences(part, row[at.first : at.last])}
    if any(hides_denial(row[one.last : two.first]) for one, two in pairwise(chain.links)):
        each.add(Difference.NEGATION)
    sure = chain.score >= VERIFIED and not each
    outcome = Outcome.VERIFIED if sure else Outcome.DOUBTFUL
    return _placed(transcript, outcome, chain.links, chain.score, tuple(sorted(each)))


def _placed(
    transcript: Transcript,
    outcome: Outcome,
    links: Sequence[Passage],
    score: float,
    different: tuple[Difference, ...] = (),
) -> Located:
    spans = tuple(transcript.words.span(one.first, one.last) for one in links)
    start, end = spans[0][0], spans[-1][1]
    line, column = transcript.position(start)
    end_line, end_column = transcript.position(end)
    return Located(
        outcome,
        # Cut and not rounded, so that no score looks like one that would have been enough.
        math.floor(score * 10) / 10,
        start,
        end,
        spans,
        line,
        column,
        end_line,
        end_column,
        transcript.time(start),
        different,
    )
