"""A quote is not in the transcript that its source names.

A report shows an excerpt as what somebody said. Where the transcript does not hold the words,
they were put together from memory, belong to another interview, or were changed beyond what a
slip of the hand explains. Case, punctuation, line ends, names of speakers and sounds like `um`
make no difference, and neither do an editor's marks: `[...]` and `...` stand for words that were
left out, `[laughs]` and `[a councillor]` for what was put in. Passages are compared letter by
letter; below 88 of 100 nothing is taken for the quote, and fewer than 25 letters (about five words)
have to stand there as they are. Words that are `words: notes` are no quotes, and nobody looks for
them. What consent shuts out is not looked for either.

Open the nearest passage, whose place is given, and take the words from there, or name the right
transcript. Of the quote no word is shown here. Where the recording itself was heard otherwise,
say so under `ignore:`.

Wrong:

    # transcripts/int.txt
    P03: The papers came late, the night before, and nobody had read them.
    # evidence/north/int.yaml
    transcript: transcripts/int.txt
    excerpts:
      - id: x1
        text: They sent everything a week ahead and asked what we thought of it.
        codes: {papers: absent}

Right:

    # transcripts/int.txt
    P03: The papers came late, the night before, and nobody had read them.
    # evidence/north/int.yaml
    transcript: transcripts/int.txt
    excerpts:
      - id: x1
        text: The papers came late [...] and nobody had read them.
        codes: {papers: absent}
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.checks.quotes import of_outcome, passage
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.choices import Outcome
from gapcheck.model.study import Source

RULE = "quote-not-found"
_NEAR = "Take the words from the transcript, or name the right one."
_NOWHERE = "Nothing in it comes near: is it the transcript of this source?"


def check(source: Source, around: Around) -> Iterator[Hit]:
    """Find quotes that are not in the transcript."""
    for excerpt, quote in of_outcome(source, around, Outcome.MISSING):
        found = Diagnostic(
            excerpt.location,
            Severity.ERROR,
            RULE,
            f"excerpt {excerpt.id} is not in its transcript",
            _NEAR if quote.place else _NOWHERE,
            passage(quote, "the nearest passage"),
        )
        yield Hit(found, excerpt)
