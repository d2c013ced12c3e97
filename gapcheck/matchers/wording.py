"""The text by which an imperative or an excerpt is matched."""

from __future__ import annotations

from gapcheck.model.study import Imperative
from gapcheck.model.suggestion import Matchable

_ENGLISH = frozenset({"en", "eng"})


def text_of(imperative: Imperative) -> str:
    """All words of an imperative: its title and text, indicators, terms and topics."""
    indicators = (each.text for each in imperative.indicators)
    topics = (each.replace("-", " ") for each in imperative.topics)
    parts = (imperative.title, imperative.text, *indicators, *imperative.terms, *topics)
    return "\n".join(part for part in parts if part)


def words_of(given: Matchable) -> str | None:
    """The words of an excerpt in English: as they are, or translated; None where neither is."""
    if is_english(given.source.language):
        return given.excerpt.text
    return given.excerpt.translation


def is_english(language: str) -> bool:
    """Whether a language tag (`en`, `en-GB`) means English."""
    return language.replace("_", "-").split("-")[0].casefold() in _ENGLISH
