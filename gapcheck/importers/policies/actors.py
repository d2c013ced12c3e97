"""Who is obliged, guessed from the words that stand where the actor of a sentence stands.

In the active voice that is the subject; in the passive whoever stands behind "by", or nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from gapcheck.importers.policies.sectors import Named, named
from gapcheck.importers.policies.subjects import subject
from gapcheck.importers.policies.triggers import Trigger
from gapcheck.importers.policies.voice import passive

_BY: Final = re.compile(r"\bby\s+([^.;:,]{2,80})", re.IGNORECASE)
_HEAD_END: Final = re.compile(
    r"\b(?:of|for|in|to|by|with|from|on|at|under|which|who|that|whose|where|listed|named|using|"
    r"receiving|concerned|within|between)\b",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"\band\s+(?:(?:the|an?|each|every|any|its|local)\s+)*$", re.IGNORECASE)
_THING: Final = re.compile(
    r"\b(?:plan|strategy|strategies|report|statement|scheme|code|notice|policy|policies|summary|"
    r"agreement|framework|assessment|minutes|accounts|decision|proposal|application|meeting|paper|"
    r"fund|grant|cost|data|information|training|consultation|budget|quorum|member|function|power|"
    r"duty|duties|list|register|document|order|regulation|direction|request|vacancy|person)s?$",
    re.IGNORECASE,
)
_IT: Final = re.compile(r"it|they", re.IGNORECASE)
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Actor:
    """Sectors that seem obliged, and the words that say so; no sector where nobody is named."""

    sectors: tuple[str, ...] = ()
    words: str = ""


NOBODY: Final = Actor()


def actor(sentence: str, trigger: Trigger, begin: int = 0) -> Actor:
    """Who is obliged by a trigger of a sentence whose clause begins at `begin`."""
    if trigger.agent:
        return _of(_headed(trigger.agent))
    after = sentence[trigger.end :]
    if passive(after):
        return _of(_agents(after))
    words = subject(sentence, trigger, begin)
    if _IT.fullmatch(words):
        # "Where a council revises its plan, it must publish it": whom the words before name first.
        return _of(named(sentence[begin : trigger.start])[:1])
    return _of(_headed(words))


def _headed(text: str) -> tuple[Named, ...]:
    """The bodies that the head of a phrase names; one behind a preposition if there is no other."""
    bodies = named(text)
    hidden = _masked(text, bodies)
    cut = _HEAD_END.search(hidden)
    end = cut.start() if cut else len(text)
    ahead = tuple(one for one in bodies if one.start < end)
    if not ahead:
        return () if _THING.search(text[:end].strip()) else bodies[:1]
    last = ahead[-1].end
    # "The accountable officer of the council and the trust" have the same head.
    beside = (one for one in bodies if one.start >= end and _AND.search(hidden[: one.start]))
    return ahead if last > end else (*ahead, *beside)


def _masked(text: str, bodies: tuple[Named, ...]) -> str:
    letters = list(text)
    for one in bodies:
        letters[one.start : one.end] = "#" * (one.end - one.start)
    return "".join(letters)


def _agents(after: str) -> tuple[Named, ...]:
    for found in _BY.finditer(after):
        bodies = _headed(found[1])
        if bodies and bodies[0].start <= _NEAR:
            return bodies
    return ()


def _of(bodies: tuple[Named, ...]) -> Actor:
    sectors = tuple(dict.fromkeys(one.sector for one in bodies))
    return Actor(sectors, ", ".join(dict.fromkeys(one.words for one in bodies)))
