"""A source, or what is said in it, is dated after today.

Nobody can have been interviewed tomorrow. A year is quickly mistyped, and the newest source of a
partnership decides as at which day its verdicts hold.

Correct the date. A year or a month is in the future only where all of it is.

Wrong:

    # evidence/north/int.yaml
    date: 2204-05-12

Right:

    # evidence/north/int.yaml
    date: 2004-05-12
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit, warn
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.study import Source

RULE = "date-in-future"
_ADVICE = "Correct the date: is a figure mistyped?"


def check(source: Source, around: Around) -> Iterator[Hit]:
    """Find dates of a source that have not come yet."""
    if around.today is None:
        return
    if source.date.first > around.today:
        message = f"{source.id} is dated {source.date}, which has not come yet"
        yield Hit(Diagnostic(source.location, Severity.WARNING, RULE, message, _ADVICE))
    for excerpt in source.excerpts:
        if excerpt.about and excerpt.about.first > around.today:
            said = f"excerpt {excerpt.id} is about {excerpt.about}, which has not come yet"
            yield warn(RULE, excerpt, said, _ADVICE)
