"""The words of a sentence that say who acts, without what was put before them."""

from __future__ import annotations

import re
from typing import Final

from gapcheck.importers.policies.sectors import named
from gapcheck.importers.policies.triggers import Trigger

FRONTED: Final = re.compile(
    r"(?:where|if|unless|when|whenever|before|after|in|on|for|subject|except|under|without|within|"
    r"at|from|by|with|once|while|until|as|to|having|following|wherever|despite|so|save|during)\b",
    re.IGNORECASE,
)
"""What a phrase begins with that stands before the subject."""

_JOINED: Final = re.compile(r"(?:and|or)\b", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"\b(?:the|each|every|an?)\b", re.IGNORECASE)


def subject(sentence: str, trigger: Trigger, begin: int = 0) -> str:
    """The subject of a trigger in a clause that begins at `begin`."""
    before = sentence[begin : trigger.start].strip(" ,")
    parts = [part.strip() for part in before.split(",")]
    if len(parts) > 1 and FRONTED.match(parts[0]):
        # "Where a council, having heard the parish, objects, the board must": the last part.
        parts = parts[1:] if _JOINED.match(parts[-1]) else parts[-1:]
    if len(parts) == 1 and FRONTED.match(parts[0]):
        return _last_body(parts[0])
    return ", ".join(parts)


def _last_body(phrase: str) -> str:
    """Of "before making rules under this section the council" what is left without a comma."""
    bodies = named(phrase)
    if bodies:
        return phrase[bodies[-1].start :]
    article = _ARTICLE.search(phrase)
    return phrase[article.start() :] if article else phrase
