"""What a sentence asks for: must, should or may, of whom, and under which condition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gapcheck.importers.policies.actors import NOBODY, Actor, actor
from gapcheck.importers.policies.excluded import unquoted, whole
from gapcheck.importers.policies.reasons import Reason
from gapcheck.importers.policies.sense import other_sense
from gapcheck.importers.policies.subjects import subject
from gapcheck.importers.policies.subordinate import subordinate
from gapcheck.importers.policies.triggers import Trigger, triggers
from gapcheck.model.choices import Modality

_CONDITION: Final = re.compile(
    r"\b(?:if(?!\s+(?:any|not|anything)\b)|unless|subject\s+to|provided\s+that|except|save\s+(?:where|as|that)|so\s+long\s+as|"
    r"as\s+long\s+as|in\s+the\s+(?:case|event)\s+of|in\s+cases?\s+where|on\s+condition\s+that|"
    r"wherever|whenever)\b",
    re.IGNORECASE,
)
_WHERE: Final = re.compile(
    r"(?:^|[,;—–(]\s*|\b(?:must|shall|should|may),?\s+)(?:where|when)\s+(?!\w+ing\b)", re.IGNORECASE
)
_LATE_WHERE: Final = re.compile(
    r"\bwhere\s+(?:there|it|they|a|an|the|this|appropriate|possible|necessary|relevant)\b|"
    r"\bwhen\s+(?:directed|asked|requested|required|there)\b",
    re.IGNORECASE,
)
_ONLY_IF: Final = re.compile(r"\b(?:as\s+if|even\s+if|what\s+if)\b", re.IGNORECASE)
_NOBODY_SHALL: Final = re.compile(
    r"\b(?:no|neither|nor|none\s+of|under\s+no\s+circumstances)\b(?!\s+(?:later|more|fewer|less)\b)[^,;]*$",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"(?:[;:—]|,?\s+(?:and|but|or)(?=\s)|,)\s*", re.IGNORECASE)
_WILL: Final = re.compile(r"\bwill\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a sentence asks for.

    `begin` and `end` bound its clause. `actor` is a guess from the words in it.
    """

    trigger: Trigger
    modality: Modality
    negated: bool
    conditional: bool
    actor: Actor
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a sentence asks for, or why it asks for nothing; `denied` marks a duty denied."""

    asked: tuple[Asked, ...] = ()
    reason: Reason | None = None
    denied: bool = False
    conditional: bool = False


def judged(sentence: str) -> Judgement:
    """What one sentence obliges to."""
    bare = unquoted(sentence)
    found = tuple(triggers(bare))
    conditional = _conditional(bare)
    if not found:
        reason = Reason.REPORTED if any(triggers(sentence)) else _without_trigger(bare)
        return Judgement(reason=reason, conditional=conditional)
    denied = any(one.released for one in found) or bare.lower().startswith("nothing in")
    if excluded := whole(sentence):
        return Judgement((), excluded, denied, conditional)
    asked = tuple(_asked(bare, found, conditional))
    if asked:
        return Judgement(asked, None, False, conditional)
    return Judgement((), _why_not(bare, found, 0) or Reason.OTHER, denied, conditional)


def _without_trigger(sentence: str) -> Reason:
    return Reason.WILL if _WILL.search(sentence) else Reason.NO_WORD


def _asked(bare: str, found: tuple[Trigger, ...], conditional: bool) -> Iterator[Asked]:
    shared = NOBODY
    begins = [_begin(bare, found, number) for number in range(len(found))]
    for number, trigger in enumerate(found):
        begin = begins[number]
        if _why_not(bare, found, number):
            continue
        who = actor(bare, trigger, begin)
        if begin and not bare[begin : trigger.start].strip() and not who.sectors:
            who = shared
        shared = who
        later = (one for one in begins[number + 1 :] if one > trigger.start)
        modality, negated = _sense(bare, trigger, begin)
        end = next(later, len(bare))
        yield Asked(trigger, modality, negated, conditional, who, begin, end)


def _sense(bare: str, trigger: Trigger, begin: int) -> tuple[Modality, bool]:
    """The modality and whether it forbids: who may not do something must not do it."""
    negated = trigger.negated or bool(_NOBODY_SHALL.search(bare[begin : trigger.start]))
    forbids = negated and trigger.modality is Modality.MAY
    return (Modality.MUST if forbids else trigger.modality), negated


def _why_not(bare: str, found: tuple[Trigger, ...], number: int) -> Reason | None:
    trigger = found[number]
    begin, words = _begin(bare, found, number), _subject(bare, found, number)
    if reason := other_sense(bare, trigger, begin, words):
        return reason
    return Reason.SUBORDINATE if subordinate(bare, trigger.start) else None


def _subject(bare: str, found: tuple[Trigger, ...], number: int) -> str:
    """Who acts: "and may charge" has the subject of the trigger before it."""
    while number and not bare[_begin(bare, found, number) : found[number].start].strip(" ,"):
        number -= 1
    return subject(bare, found[number], _begin(bare, found, number))


def _begin(bare: str, found: tuple[Trigger, ...], number: int) -> int:
    """Where the clause of a trigger begins: behind the last join after the trigger before it."""
    least = found[number - 1].end if number else 0
    breaks = [one.end() for one in _CLAUSE.finditer(bare, least, found[number].start + 1)]
    if not number:
        semicolons = [one for one in breaks if bare[one - 2 : one].strip()[-1:] in (";", ":", "—")]
        return semicolons[-1] if semicolons else 0
    return breaks[-1] if breaks else 0


def _conditional(sentence: str) -> bool:
    bare = _ONLY_IF.sub(" ", sentence)
    return bool(_CONDITION.search(bare) or _WHERE.search(bare) or _LATE_WHERE.search(bare))
