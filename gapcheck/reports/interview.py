"""Questions for an interview: open, plain, and leaning neither way.

An indicator says what one would see. It is asked as `whether or not`, so that a no is as easy to
give as a yes, and for what the person saw, so that what comes back is first-hand.
"""

from __future__ import annotations

import re

from gapcheck.model.finding import Finding
from gapcheck.model.study import Imperative
from gapcheck.reports.phrases import clause

OPENING = "What is your part in this partnership, and since when?"
PROBES = (
    "When was that, and where were you?",
    "Who else took part, and in what part? (No names are needed.)",
    "What came of it?",
    "If nothing of the kind happens: what happens instead?",
    "Is it the same at the board, in the theme groups and in the neighbourhoods?",
    "Is there a paper that shows it?",
)
CLOSING = (
    "What should I have asked that I did not?",
    "Who sees this from another side?",
)
_FRAMES = (
    "What have you seen yourself that shows {}?",
    "Tell me about a time that shows {}.",
    "From where you sit: what tells you {}?",
)
_DENIES = re.compile(r"\b(?:not|no|nobody|none|never|without)\b")


def opening(imperative: Imperative) -> str:
    """The first question on an imperative, before anything that it would look like is named."""
    return f"What happens here, if anything, about this: {_begun(imperative.text, imperative)}?"


def questions(imperative: Imperative) -> tuple[str, ...]:
    """A question for each indicator, in their order."""
    return tuple(
        _FRAMES[number % len(_FRAMES)].format(_whether(_begun(each.text, imperative)))
        for number, each in enumerate(imperative.indicators)
    )


def _whether(text: str) -> str:
    # Two denials in one question are one too many to answer.
    return f"whether {text}" if _DENIES.search(text) else f"whether or not {text}"


def _begun(text: str, imperative: Imperative) -> str:
    """The text to go on with inside a question; a name keeps the capital that it has elsewhere."""
    text = clause(text)
    first = re.match(r"\w+", text)
    if first is None or (len(first[0]) > 1 and not first[0][1:].islower()):
        return text
    whole = " ".join((imperative.text, *(each.text for each in imperative.indicators)))
    # A capital in the middle of a sentence is that of a name.
    named = re.search(rf"[\w,;:] {re.escape(first[0])}\b", whole)
    return text if named else text[0].lower() + text[1:]


def topic(finding: Finding) -> str:
    """The first topic of what is asked; empty where it has none."""
    return next(iter(finding.imperative.topics), "")
