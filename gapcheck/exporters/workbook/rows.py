"""Rows of a sheet as texts by the heads of their columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from gapcheck.model.choices import QuoteConsent
from gapcheck.model.study import Consent, Excerpt, Source

Row = Mapping[str, str]
"""Texts by head; what is not there is an empty cell."""

MayShow = Callable[[Source, Excerpt], bool]
"""Whether the words of an excerpt may stand in the workbook."""


def said(value: object) -> str:
    """A value as it is typed into a cell."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


def listed(values: Iterable[str]) -> str:
    """Several words in a cell: a line each where one of them holds the sign between them."""
    words = [" ".join(value.split()) for value in values]
    if any(";" in word for word in words):
        return "\n".join([*words, ""])
    return "; ".join(words)


def keeps_silent(consent: Consent) -> bool:
    """Whether a consent keeps notes about a source out too: they may repeat what was said."""
    never = consent.quote is QuoteConsent.NONE
    return never or consent.withdrawn or not consent.analysis


def notes_may_show(source: Source, may_show: MayShow) -> bool:
    """Whether what was noted about a source may stand there: nothing of it is withheld."""
    spoken = (source.consent, *(each.consent for each in source.speakers))
    if any(keeps_silent(consent) for consent in spoken):
        return False
    return all(may_show(source, each) for each in source.excerpts)
