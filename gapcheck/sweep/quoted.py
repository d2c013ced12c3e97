"""What came of looking for quotes as plain data, and back."""

from __future__ import annotations

from gapcheck.diagnostic import Location
from gapcheck.model.choices import Outcome, Sight
from gapcheck.model.quoted import Quote, Quoted
from gapcheck.sweep.written import Plain


def plain(one: Quoted) -> list[Plain]:
    """One source as lists and texts: its quotes come last."""
    head = [one.lsp, one.source, one.file, one.transcript, str(one.sight), one.sha256, one.noted]
    return [*head, one.why, one.help, [_quote(each) for each in one.quotes]]


def again(told: Plain) -> Quoted:
    """One source from the lists and texts that it was written as."""
    lsp, source, file, path, sight, sha256, noted, why, advice, quotes = told
    found = tuple(_quoted(each, path) for each in quotes)
    return Quoted(lsp, source, file, path, Sight(sight), sha256, noted, why, advice, found)


def _quote(one: Quote) -> Plain:
    at = one.place
    place = [at.line, at.column, at.end_line, at.end_column] if at else []
    told = [one.excerpt, str(one.outcome), one.score, one.start, one.end]
    return [*told, place, one.time, list(one.differences)]


def _quoted(told: Plain, path: str) -> Quote:
    excerpt, outcome, score, start, end, place, time, differences = told
    at = Location(path, *place) if place else None
    return Quote(excerpt, Outcome(outcome), score, start, end, at, time, tuple(differences))
