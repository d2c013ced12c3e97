"""Whether a statement may be used: consent first, then time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gapcheck.model.choices import Exclusion, Stance
from gapcheck.model.dates import PartialDate
from gapcheck.model.study import Consent, Imperative, Source, Speaker

DENIALS = frozenset({Stance.ABSENT, Stance.OPPOSITE, Stance.UNAWARE})
"""The stances that deny."""


def consent_exclusion(consents: Iterable[Consent], today: date) -> Exclusion | None:
    """Why consent shuts something out, where any of the promises that bear on it does."""
    # A source and its speaker each promised something: the stricter of the two holds.
    bearing = tuple(consents)
    if any(consent.withdrawn for consent in bearing):
        return Exclusion.WITHDRAWN
    if not all(consent.analysis for consent in bearing):
        return Exclusion.REFUSED
    if any(is_embargoed(until, today) for consent in bearing for until in consent.embargo_until):
        return Exclusion.EMBARGOED
    return None


def promises(source: Source, speaker: Speaker | None) -> tuple[Consent, ...]:
    """The promises that bear on words: the source's and, where it is known, the speaker's."""
    return (source.consent,) if speaker is None else (source.consent, speaker.consent)


def is_embargoed(until: PartialDate, today: date) -> bool:
    """A full date is the first free day; a year or a month must be over."""
    return today < until.first if until.first == until.last else today <= until.last


def speaker_exclusion(source: Source, speaker: Speaker | None, today: date) -> Exclusion | None:
    """Why what one speaker of a source says is shut out by consent."""
    return consent_exclusion(promises(source, speaker), today)


def source_exclusion(source: Source, today: date) -> Exclusion | None:
    """Why consent shuts a whole source out: by its own, or because all its speakers are out."""
    own = consent_exclusion((source.consent,), today)
    if own is not None or not source.speakers:
        return own
    # One speaker left keeps a source in; only when all are out is nothing of it left.
    reasons = {speaker_exclusion(source, speaker, today) for speaker in source.speakers}
    if None in reasons:
        return None
    return next(reason for reason in Exclusion if reason in reasons)


def is_after(source: Source, as_at: date | None) -> bool:
    """Whether a source is dated after the day that is judged: its first day counts."""
    return as_at is not None and source.date.first > as_at


def time_exclusion(stance: Stance, about: PartialDate, imperative: Imperative) -> Exclusion | None:
    """Why the time that a statement speaks of shuts it out."""
    if imperative.in_force.outside(about):
        return Exclusion.OUTSIDE_FORCE
    # What was done early was done; that it was not yet done says nothing.
    due = imperative.due
    if due is not None and stance in DENIALS and about.last < due.first:
        return Exclusion.NOT_YET_DUE
    return None


def is_stale(about: PartialDate, imperative: Imperative, as_at: date | None, years: int) -> bool:
    """Whether it speaks of more than some years before as-at, or before an earlier end of force."""
    end = imperative.in_force.end
    days = [day for day in (as_at, end.last if end else None) if day is not None]
    if not days:
        return False
    until = min(days)
    # Compared as numbers: three years after 29 February there is no such day.
    spoken = (about.last.year + years, about.last.month, about.last.day)
    return spoken < (until.year, until.month, until.day)
