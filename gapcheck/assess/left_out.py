"""Why a statement is left out, in a sentence."""

from __future__ import annotations

from gapcheck.assess.wording import at_time, time
from gapcheck.model.choices import Exclusion
from gapcheck.model.dates import PartialDate
from gapcheck.model.study import Imperative, Source

_BY_CONSENT = {
    Exclusion.WITHDRAWN: "Consent was withdrawn.",
    Exclusion.REFUSED: "Consent to analysis was refused.",
    Exclusion.EMBARGOED: "It is under embargo.",
}
BY_CONSENT = frozenset(_BY_CONSENT)
"""The exclusions under which neither words nor stance are told."""


def left_out(
    exclusion: Exclusion | None, source: Source, about: PartialDate, imperative: Imperative
) -> str:
    """The sentence for an exclusion; nothing where there is none."""
    if exclusion is None:
        return ""
    if exclusion in _BY_CONSENT:
        return _BY_CONSENT[exclusion]
    if exclusion is Exclusion.AFTER_AS_AT:
        return f"It is dated {time(source.date)}, after the as-at day."
    return f"It speaks of {time(about)}, {_compared(exclusion, about, imperative)}."


def _compared(exclusion: Exclusion, about: PartialDate, imperative: Imperative) -> str:
    force = imperative.in_force
    if exclusion is Exclusion.NOT_YET_DUE and imperative.due is not None:
        return f"and a denial counts from {time(imperative.due)} only"
    if force.end is None or about.last < force.start.first:
        return f"before its force began {at_time(force.start)}"
    return f"after its force ended {at_time(force.end)}"
