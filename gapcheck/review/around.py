"""What stands around an excerpt in its transcript, where that lies in the study."""

from __future__ import annotations

from gapcheck.load.quotes import is_withdrawn
from gapcheck.model.choices import Outcome, Words
from gapcheck.model.study import Source
from gapcheck.review.card import Card
from gapcheck.review.view import Context
from gapcheck.transcripts.located import Located
from gapcheck.transcripts.shelf import Shelf

_SIGNS = ".,;:!?'\"’”) "
LINES = 2
"""Lines of the transcript that are shown before and after the words."""


def context_of(card: Card, shelf: Shelf) -> Context | None:
    """What stands around a quote; None where its transcript cannot be seen, or it is no quote."""
    source = card.source
    if source.transcript is None or source.words is not Words.VERBATIM or is_withdrawn(source):
        return None
    # Imported late: most studies name no transcript.
    from gapcheck.transcripts.context import context  # noqa: PLC0415
    from gapcheck.transcripts.locate import locate  # noqa: PLC0415

    transcript = shelf.look(source.transcript).transcript
    if transcript is None:
        return None
    located = locate(card.excerpt.text, transcript, card.excerpt.at or "")
    if located.outcome is Outcome.MISSING:
        return Context("", "", "not found in its transcript")
    found = context(transcript, located, LINES)
    # The sentence's own sign is shown with the words.
    before, after = (" ".join(part.split()) for part in (found.before, found.after.lstrip(_SIGNS)))
    return Context(*((before, after) if _all_stay(source) else ("", "")), _place(located))


def _all_stay(source: Source) -> bool:
    """Whether nobody withdrew, whose words might be the next ones."""
    return not any(one.consent.withdrawn for one in source.speakers)


def _place(located: Located) -> str:
    where = f"transcript {located.time or f'line {located.line}'}"
    return f"{where}, not word for word" if located.outcome is Outcome.DOUBTFUL else where
