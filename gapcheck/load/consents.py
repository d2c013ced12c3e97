"""What participants were promised: forms by name, and the stricter of two promises."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gapcheck.load.reading import Reading
from gapcheck.model.choices import QuoteConsent
from gapcheck.model.dates import PartialDate
from gapcheck.model.study import Consent
from gapcheck.near import did_you_mean, listed
from gapcheck.source.document import Path

_STRICTEST_LAST = tuple(QuoteConsent)


def consent_of(value: Mapping[str, Any]) -> Consent:
    """A consent as typed, with its defaults."""
    embargo = value.get("embargo_until")
    return Consent(
        analysis=value.get("analysis", True),
        quote=QuoteConsent(value.get("quote", QuoteConsent.ANONYMISED)),
        archive=value.get("archive", False),
        withdrawn=value.get("withdrawn", False),
        embargo_until=(PartialDate.parse(embargo),) if embargo else (),
    )


def stricter(one: Consent, other: Consent) -> Consent:
    """Both promises kept."""
    return Consent(
        analysis=one.analysis and other.analysis,
        quote=max(one.quote, other.quote, key=_STRICTEST_LAST.index),
        archive=one.archive and other.archive,
        withdrawn=one.withdrawn or other.withdrawn,
        embargo_until=tuple(dict.fromkeys((*one.embargo_until, *other.embargo_until))),
    )


def read_consent(
    reading: Reading, path: Path, value: object, forms: Mapping[str, Consent]
) -> Consent:
    """The consent typed at `path`: a mapping, the name of a form, or nothing at all."""
    if isinstance(value, dict):
        return consent_of(value)
    if isinstance(value, str):
        if value in forms:
            return forms[value]
        known = f"Forms in gapcheck.yaml: {listed(forms) or 'none yet'}."
        advice = f"{did_you_mean(value, forms)} {known}".strip()
        reading.error(path, "unknown-consent", f"`{value[:60]}` is no consent form", advice)
    return Consent()
