"""How the rules on quotes name a passage: by its place, its time and how like it is, by no word."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around
from gapcheck.diagnostic import Related
from gapcheck.model.choices import Outcome
from gapcheck.model.quoted import Quote
from gapcheck.model.study import Excerpt, Source


def of_outcome(source: Source, around: Around, outcome: Outcome) -> Iterator[tuple[Excerpt, Quote]]:
    """The excerpts whose quotes came to this, in the order of the file."""
    found = around.quoted.quotes if around.quoted else ()
    quotes = {one.excerpt: one for one in found if one.outcome is outcome}
    return ((one, quotes[one.id]) for one in source.excerpts if one.id in quotes)


def passage(quote: Quote, what: str) -> tuple[Related, ...]:
    """The place of the passage, so that an editor jumps there; none where nothing is near."""
    if quote.place is None:
        return ()
    time = f", at {quote.time}" if quote.time else ""
    return (Related(quote.place, f"{what} ({quote.score:g} % alike{time})"),)
