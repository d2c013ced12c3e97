"""The passage that is to be coded: who says it, where, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gapcheck.model.choices import Words
from gapcheck.model.suggestion import Cue
from gapcheck.reports import phrases
from gapcheck.reports.terminal.sheet import Sheet
from gapcheck.reports.wrapping import Line, Run
from gapcheck.review.card import Card
from gapcheck.review.view import View

MOST_LINES = 30
"""Of a longer passage so many lines are shown until all are asked for."""

_BAR, _ASIDE = " ┃ ", "   "


def lines(card: Card, view: View, sheet: Sheet) -> list[Line]:
    """The ids, the speaker, the place, and the words between what stands around them."""
    who = phrases.speaker(card.suggestion, view.settings)
    found = sheet.wrap(
        [(f"{card.source.id} {card.excerpt.id}", "bold"), (f"  {who}", "")], indent=" "
    )
    found += sheet.wrap([(_where(card, view), "dim")], indent=" ")
    for said in _remarks(card):
        found += sheet.wrap([(said, "dim")], indent=" ")
    found.append([])
    context = view.context
    if context and context.before:
        found += sheet.wrap([(f"… {context.before}", "dim")], indent=_ASIDE)
    found += _words(card, view, sheet)
    if context and context.after:
        found += sheet.wrap([(f"{context.after} …", "dim")], indent=_ASIDE)
    return found


def _where(card: Card, view: View) -> str:
    parts = [str(card.excerpt.location)]
    if card.excerpt.at:
        parts.append(f"at {card.excerpt.at}")
    if view.context:
        parts.append(view.context.place)
    return " · ".join(parts)


def _remarks(card: Card) -> Iterable[str]:
    """What a coder has to know of the words before they are read."""
    if not card.quotable:
        yield "These words may not be quoted. They are shown to you alone, and in no report."
    if card.source.words is Words.NOTES:
        yield "Notes, not the speaker’s own words."
    if card.excerpt.question:
        yield f"Asked: {' '.join(card.excerpt.question.split())}"
    if card.excerpt.memo:
        yield f"Memo: {card.excerpt.memo.strip()}"


def _words(card: Card, view: View, sheet: Sheet) -> list[Line]:
    translation, cues = card.suggestion.translation, card.suggestion.cues
    found = _behind(_highlighted(card.excerpt.text, () if translation else cues), sheet)
    if translation:
        found += sheet.wrap([("In translation", "dim")], indent=_ASIDE)
        found += _behind(_highlighted(translation, cues), sheet)
    if view.whole or len(found) <= MOST_LINES:
        return found
    more = f"{len(found) - MOST_LINES:,} more lines: v shows them"
    return found[:MOST_LINES] + sheet.wrap([(more, "dim")], indent=_ASIDE)


def _behind(runs: Sequence[Run], sheet: Sheet) -> list[Line]:
    return sheet.wrap(list(runs), indent=sheet.clean(_BAR))


def _highlighted(text: str, cues: Sequence[Cue]) -> list[Run]:
    """The words, with cues of a no in bold."""
    runs: list[Run] = []
    at = 0
    for cue in cues:
        runs += [(text[at : cue.start], ""), (text[cue.start : cue.end], "cue")]
        at = cue.end
    return [*runs, (text[at:].rstrip(), "")]
