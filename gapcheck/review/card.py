"""One excerpt as it lies before a coder, with its words and what is suggested for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from gapcheck.matchers.wording import words_of
from gapcheck.model.study import Excerpt, Imperative, Source
from gapcheck.model.suggestion import Candidate, Matchable, Matching, Suggestion

Key = tuple[str, str, str]
"""The ids of a partnership, a source and an excerpt."""


@dataclass(frozen=True, slots=True)
class Card:
    """An excerpt to be reviewed, with its words whatever `quote:` says: its coder is at work.

    `applies` are the imperatives that a code on it may name, in the order of the policies;
    `quotable` says whether its words may be seen by anybody else.
    """

    source: Source
    excerpt: Excerpt
    sector: str
    suggestion: Suggestion
    applies: tuple[Imperative, ...]
    quotable: bool

    @property
    def key(self) -> Key:
        """The ids by which it is known again."""
        return self.source.lsp, self.source.id, self.excerpt.id

    @property
    def name(self) -> str:
        """The source as the command line calls it: `partnership/source`."""
        return f"{self.source.lsp}/{self.source.id}"

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """What is suggested, best first."""
        return self.suggestion.candidates


def cards(
    given: Iterable[Matchable], matching: Matching, imperatives: Mapping[str, Imperative]
) -> tuple[Card, ...]:
    """The excerpts that wait, as a reader comes upon them: file after file, from top to bottom."""
    suggested = {(one.lsp, one.source, one.excerpt): one for one in matching.suggestions}
    found = []
    for one in given:
        key = (one.source.lsp, one.source.id, one.excerpt.id)
        if key in suggested:
            applies = tuple(each for name, each in imperatives.items() if name in one.applies)
            told = _told(suggested[key], one)
            found.append(Card(one.source, one.excerpt, one.sector, told, applies, one.quotable))
    return tuple(sorted(found, key=_order))


def _told(suggestion: Suggestion, given: Matchable) -> Suggestion:
    """The suggestion with the words that it was kept from showing to others."""
    if suggestion.quote is not None:
        return suggestion
    text, words = given.excerpt.text, words_of(given)
    return replace(suggestion, quote=text, translation=words if words != text else None)


def _order(card: Card) -> tuple[str, int, int]:
    place = card.excerpt.location
    return place.path, place.line, place.column
