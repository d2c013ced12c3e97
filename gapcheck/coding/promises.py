"""What consent and errors have to say before an excerpt is coded."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.amend.refusal import Reason, Refusal
from gapcheck.assess.admissible import promises
from gapcheck.coding.desk import Desk
from gapcheck.model.choices import QuoteConsent
from gapcheck.model.study import Excerpt, Source
from gapcheck.near import did_you_mean


def objection(desk: Desk, name: str) -> Refusal | None:
    """Why nothing may be added to an excerpt of that id; None where nothing is against it."""
    return next(_all(desk, name), None)


def may_be_shown(source: Source, name: str) -> bool:
    """Whether words about an excerpt may be shown as they are: nobody asked for the contrary."""
    consents = promises(source, source.speaker_of(_excerpt(source, name)))
    return not any(one.quote is QuoteConsent.NONE or one.embargo_until for one in consents)


def _all(desk: Desk, name: str) -> Iterator[Refusal]:
    source = desk.source
    if name in desk.spoilt:
        message = f"Excerpt {name} of {source.id} has errors"
        advice = "Mend them first; `gapcheck check` shows them."
        yield Refusal(Reason.ERRORS, message, advice, desk.spoilt[name])
    excerpt = _excerpt(source, name)
    yield from _withdrawn(source, excerpt)
    if excerpt is None:
        known = [one.id for one in source.excerpts]
        advice = did_you_mean(name, known) or f"It has: {', '.join(known) or 'none'}."
        message = f"{source.id} has no excerpt {name}"
        yield Refusal(Reason.UNKNOWN_EXCERPT, message, advice)


def _withdrawn(source: Source, excerpt: Excerpt | None) -> Iterator[Refusal]:
    bearing = promises(source, source.speaker_of(excerpt))
    place = (excerpt.location if excerpt else source.location,)
    if any(one.withdrawn for one in bearing):
        message = f"Consent for these words of {source.id} was withdrawn"
        yield Refusal(Reason.CONSENT, message, "Delete them; nothing more is coded.", place)
    if not all(one.analysis for one in bearing):
        message = f"Consent for {source.id} does not cover analysis"
        yield Refusal(Reason.CONSENT, message, "So nothing of it is coded.", place)


def _excerpt(source: Source, name: str) -> Excerpt | None:
    return next((one for one in source.excerpts if one.id == name), None)
