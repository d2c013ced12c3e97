"""A source has no excerpt that could be used.

An interview whose words are still to be typed, or whose every excerpt has an error, is evidence
of nothing. A source that was withdrawn may be empty: that it went stays on record.

Type its excerpts, or delete the file until then.

Wrong:

    # evidence/north/int.yaml
    excerpts: []

Right:

    # evidence/north/int.yaml
    excerpts: [{id: x1, text: The papers came on the night before we met.}]
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.study import Source

RULE = "empty-source"


def check(source: Source, _around: Around) -> Iterator[Hit]:
    """Find sources without an excerpt, but for those that were withdrawn."""
    gone = source.consent.withdrawn or any(one.consent.withdrawn for one in source.speakers)
    if not source.excerpts and not gone:
        message = f"{source.id} has no excerpt that can be used"
        advice = "Nothing rests on it yet."
        yield Hit(Diagnostic(source.location, Severity.WARNING, RULE, message, advice))
