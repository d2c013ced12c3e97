"""What a named person decided of a finding, and whether evidence came in since."""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.assess.statements import Said
from gapcheck.model.corpus import Signoff
from gapcheck.model.finding import SignoffView


def signoff(decisions: Iterable[Signoff], admissible: Iterable[Said]) -> SignoffView | None:
    """The newest decision on a finding; the last of the file where two are of one day."""
    latest = max(decisions, key=lambda s: (s.on.last, s.location.line), default=None)
    if latest is None:
        return None
    # A month or a year is over on its last day: what came within it was known.
    changed = any(s.passage.source.date.first > latest.on.last for s in admissible)
    return SignoffView(
        latest.by,
        latest.on.text,
        latest.reason,
        latest.verdict,
        latest.confidence,
        latest.summary,
        changed,
    )
