"""An embargo ends before the day of its source, so that it never held anything back.

`embargo_until` is the first day on which the words may be used. A day before the interview
protects nobody, although somebody was promised something. Most often it is last year's date in
a copied file.

Write the day that was promised, or leave the key out where nothing was.

Wrong:

    # evidence/north/int.yaml
    consent: {quote: anonymised, embargo_until: 2003-06-01}

Right:

    # evidence/north/int.yaml
    consent: {quote: anonymised, embargo_until: 2005-06-01}
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.study import Source

RULE = "idle-embargo"


def check(source: Source, _around: Around) -> Iterator[Hit]:
    """Find embargoes of a source or one of its speakers that were over when it was made."""
    consents = (source.consent, *(one.consent for one in source.speakers))
    for day in dict.fromkeys(day for one in consents for day in one.embargo_until):
        if day.last < source.date.first:
            message = f"the embargo until {day} was over before {source.id} of {source.date}"
            advice = "Write the day that was promised, or leave the embargo out."
            yield Hit(Diagnostic(source.location, Severity.WARNING, RULE, message, advice))
