"""A source as it stood on one side: embargoes decided, and silent where it was still to come.

After that one judgement can mix sources of both sides: none needs a day of its own any more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from gapcheck.assess.admissible import (
    is_after,
    is_embargoed,
    source_exclusion,
    speaker_exclusion,
)
from gapcheck.model.choices import Exclusion
from gapcheck.model.dates import PartialDate
from gapcheck.model.study import Consent, Source

_FOR_EVER = (PartialDate.parse("9999"),)
NO_DAY = date.min
"""The day of a run over settled sources: no embargo hangs on it any more."""


@dataclass(frozen=True, slots=True)
class Held:
    """A source as typed and settled; it is `to_come` where it is dated after the as-at day."""

    raw: Source
    source: Source
    to_come: bool

    @property
    def shut(self) -> Exclusion | None:
        """Why consent shuts all of it out."""
        return source_exclusion(self.source, NO_DAY)

    @property
    def shut_speakers(self) -> dict[str, Exclusion]:
        """The speakers whom consent shuts out, and why."""
        speakers = self.source.speakers
        found = {one.id: speaker_exclusion(self.source, one, NO_DAY) for one in speakers}
        return {name: why for name, why in found.items() if why is not None}

    @property
    def promises(self) -> tuple[Consent, ...]:
        """All consents in it, as typed."""
        return (self.raw.consent, *(one.consent for one in self.raw.speakers))


def settled(source: Source, today: date, as_at: date | None) -> Held:
    """A source on the day of a run, as at the day that was asked for (None: it has its own)."""
    decided = replace(
        source,
        consent=_decided(source.consent, today),
        speakers=tuple(
            replace(one, consent=_decided(one.consent, today)) for one in source.speakers
        ),
    )
    if not is_after(source, as_at):
        return Held(source, decided, to_come=False)
    # Its dates stay: a later look back shows that the time is within memory.
    silent = tuple(replace(one, codes=None) for one in decided.excerpts)
    return Held(source, replace(decided, excerpts=silent, asked=()), to_come=True)


def _decided(consent: Consent, today: date) -> Consent:
    running = any(is_embargoed(until, today) for until in consent.embargo_until)
    return replace(consent, embargo_until=_FOR_EVER if running else ())
