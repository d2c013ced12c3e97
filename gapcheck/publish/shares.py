"""Shares of surveys that count too few: those who said so, or all the others."""

from __future__ import annotations

from gapcheck.model.choices import SourceKind
from gapcheck.model.finding import Statement


def counts_too_few(statement: Statement, least: int) -> bool:
    """Whether a statement gives a number of people that is too small to be told.

    The others count too: 45 of 46 tells of one. Where it is not known of how many a percentage
    is taken, no number of people follows from it.
    """
    share, whole = statement.share, statement.population
    if statement.kind is SourceKind.SURVEY and whole is not None and whole < least:
        return True
    if share is None:
        return False
    whole = share.of or whole
    if whole is None or least < 2:
        return False
    # A percentage was rounded; people are whole.
    met = share.met if share.met is not None else round((share.percent or 0) * whole / 100)
    return min(met, whole - met) < least
