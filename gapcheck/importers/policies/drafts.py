"""Sentences that oblige as drafts of imperatives, one for each thing that is asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from gapcheck.importers.policies.actors import NOBODY, Actor
from gapcheck.importers.policies.modality import Asked, Judgement, judged
from gapcheck.importers.policies.naming import Unique, identifier, title
from gapcheck.importers.policies.passages import Passage
from gapcheck.importers.policies.reasons import Reason
from gapcheck.importers.policies.subjects import subject
from gapcheck.importers.policies.voice import passive
from gapcheck.model.choices import Modality

LONGEST = 2_000
"""Characters of one sentence; longer ones are tables, or lists whose stops are lost."""

_PRONOUN: Final = re.compile(r"(?:it|they|he|she)$", re.IGNORECASE)
_TWO_VERBS: Final = re.compile(r"\s*(?:\w+ly\s+)?(?!be\b)[a-z]+,?\s+and\s+[a-z]+\b(?!\s+of\b)")


@dataclass(frozen=True, slots=True)
class Draft:
    """One thing that a document asks for, with what a person has to check.

    `actor` is empty where nobody was named; `carried` where the sentence before named them.
    `part` marks one of several things that a sentence asks for, `several` one that may be two.
    `again` are other places where the same words stand.
    """

    id: str
    title: str
    locator: str
    text: str
    modality: Modality
    actor: Actor
    trigger: str
    page: int = 0
    negated: bool = False
    conditional: bool = False
    carried: bool = False
    choice: bool = False
    several: bool = False
    part: bool = False
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sifted:
    """The drafts of a document, and how many sentences gave none for which reason."""

    drafts: tuple[Draft, ...]
    read: int
    obliging: int
    reasons: Counter[Reason]
    too_long: int = 0
    repeated: int = 0


def sifted(passages: Iterable[Passage]) -> Sifted:
    """What a document asks for, in its order."""
    names, reasons = Unique(), Counter[Reason]()
    drafts: list[Draft] = []
    seen: dict[str, tuple[int, list[str]]] = {}
    read = obliging = too_long = repeated = 0
    last = NOBODY
    for passage in passages:
        read += 1
        if len(passage.text) > LONGEST:
            too_long += 1
            continue
        judgement = judged(passage.text)
        if judgement.reason:
            reasons[judgement.reason] += 1
            continue
        obliging += 1
        if passage.text in seen:
            repeated += 1
            seen[passage.text][1].append(_locator(passage))
            continue
        seen[passage.text] = len(drafts), []
        found = list(_drafts(passage, judgement, names, last))
        drafts += found
        last = next((one.actor for one in found if one.actor.sectors), last)
    for number, places in seen.values():
        if places:
            drafts[number] = replace(drafts[number], again=tuple(places))
    return Sifted(tuple(drafts), read, obliging, reasons, too_long, repeated)


def _drafts(passage: Passage, judgement: Judgement, names: Unique, last: Actor) -> Iterator[Draft]:
    # A sentence with its list in it is left whole: its clauses need each other.
    every = judgement.asked[:1] if passage.cases else judgement.asked
    many = len(every) > 1
    for asked in every:
        who, carried = asked.actor, False
        subj = subject(passage.text, asked.trigger, asked.begin)
        if not who.sectors and last.sectors and _PRONOUN.match(subj):
            who, carried = last, True
        action = passage.text[asked.trigger.end : asked.end]
        acted = passive(passage.text[asked.trigger.end :])
        stands = {"negated": asked.negated, "passive": acted}
        yield Draft(
            names.of(identifier(subj, action, **stands)),
            title(subj, action, **stands),
            _locator(passage),
            _text(passage.text, asked, judgement) if many else _finished(passage.text),
            asked.modality,
            who,
            asked.trigger.words,
            passage.page,
            asked.negated,
            asked.conditional,
            carried,
            passage.choice,
            bool(_TWO_VERBS.match(action)),
            many,
        )


def _text(sentence: str, asked: Asked, judgement: Judgement) -> str:
    """The clause of one trigger; where it has no subject, behind the one it shares."""
    clause = sentence[asked.begin : asked.end]
    if asked.begin and not sentence[asked.begin : asked.trigger.start].strip(" ,"):
        first = judgement.asked[0]
        clause = f"{subject(sentence, first.trigger, first.begin)} {clause}"
    return _finished(clause)


def _finished(text: str) -> str:
    bare = re.sub(r"(?:[,;:—–-]|\s|,?\s+\b(?:and|but|or))+$", "", text.strip())
    ended = bare if bare.endswith((".", "!", ".”", '."')) else f"{bare}."
    return ended[:1].upper() + ended[1:]


def _locator(passage: Passage) -> str:
    place = passage.locator
    if not place:
        place = f"under “{passage.heading[:80]}”" if passage.heading else ""
    if passage.page:
        return f"{place}, p. {passage.page}" if place else f"p. {passage.page}"
    return place or f"paragraph {passage.number} of the text"
