"""A quote is almost in its transcript, but not quite.

Between 88 and 95 of 100 letters agree, or more do and the two differ in a figure or in a word
that denies: `19 of 38` and `19 of 88` are nearly the same letters, and so are what somebody did
and did not say. Or a quote with marks of omission stands there, but one of its parts does not.
Most often it is a slip while typing.

Compare the excerpt with the passage whose place is given, and mend whichever is wrong. Where they
are meant to differ, say why under `ignore:`.

Wrong:

    # transcripts/int.txt
    P03: The papers came the night before, for 19 of the 38 meetings.
    # evidence/north/int.yaml
    transcript: transcripts/int.txt
    excerpts:
      - id: x1
        text: The papers came the night before, for 19 of the 88 meetings.
        codes: {papers: absent}

Right:

    # transcripts/int.txt
    P03: The papers came the night before, for 19 of the 38 meetings.
    # evidence/north/int.yaml
    transcript: transcripts/int.txt
    excerpts:
      - id: x1
        text: The papers came the night before, for 19 of the 38 meetings.
        codes: {papers: absent}
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.checks.quotes import of_outcome, passage
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.choices import Outcome
from gapcheck.model.quoted import Quote
from gapcheck.model.study import Source

RULE = "quote-in-doubt"
_DIFFERING = {"figure": "a figure", "negation": "a word that denies"}
_ADVICE = "Compare the two and mend the wrong one, or say under `ignore:` why they differ."


def check(source: Source, around: Around) -> Iterator[Hit]:
    """Find quotes of which a person has to say whether they are the passage."""
    for excerpt, quote in of_outcome(source, around, Outcome.DOUBTFUL):
        found = Diagnostic(
            excerpt.location,
            Severity.WARNING,
            RULE,
            f"excerpt {excerpt.id} {_how(quote)}",
            _ADVICE,
            passage(quote, "the passage"),
        )
        yield Hit(found, excerpt)


def _how(quote: Quote) -> str:
    named = " and ".join(_DIFFERING[one] for one in quote.differences)
    if not named:
        return "is almost in its transcript, but not quite"
    return f"differs from its transcript in {named}"
