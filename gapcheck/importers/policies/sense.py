"""Whether a trigger means an obligation here, or something else that the same words can mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from gapcheck.importers.policies.permission import is_month, permits
from gapcheck.importers.policies.reasons import Reason
from gapcheck.importers.policies.sectors import named
from gapcheck.importers.policies.triggers import Trigger


@dataclass(frozen=True, slots=True)
class Setting:
    """A trigger with the words around it: all before and after it, and those that say who acts.

    `first` marks the first word of a sentence.
    """

    trigger: Trigger
    first: bool
    before: str
    after: str
    actor: str


_PERFECT: Final = re.compile(
    r"\s+(?:also\s+|already\s+)?have\s+(?:been|had|given|taken|made|come|gone|felt|met|seen|become|"
    r"done|said|told|known|led|left|won|lost|\w{2,}ed)\b(?!\s+(?:\w+\s+){0,2}(?:polic|procedure|"
    r"representative|member|arrangement))",
    re.IGNORECASE,
)
_UNCERTAIN: Final = re.compile(
    r"\s+(?:surely|presumably)\b|\s+be\s+(?:joking|kidding|some|true|wrong|doubt|because|due)\b",
    re.IGNORECASE,
)
_EFFECT: Final = re.compile(
    r"\s+(?:also\s+|then\s+|in\s+turn\s+)?(?:help|lead|mean|result|bring|enable|reduce|improve|"
    r"make\s+it|save|be\s+(?:available|ready|complete|possible|easier|surprised|enough|"
    r"sufficient))\b",
    re.IGNORECASE,
)
_FORECAST: Final = re.compile(
    r"\b(?:trends?|results?|figures?|targets?|savings?|estimates?|forecasts?)\b", re.IGNORECASE
)
_AIM: Final = re.compile(
    r"\b(?:aims?|purposes?|intentions?|objectives?|roles?|goals?|steps?|tasks?|ideas?|points?|"
    r"challenges?|functions?|remits?|jobs?|needs?|questions?|answers?|ways?|priorit(?:y|ies)|"
    r"problems?|remains|this|that|ambitions?|hopes?|focus|approach|thing|reason|effect|test|key|"
    r"vision|mission|option|alternative|temptation|access|solution|here)\b",
    re.IGNORECASE,
)
_IDIOM: Final = re.compile(
    r"\s+(?:be\s+(?:found|seen|welcomed|hoped|congratulated|expected|regretted|commended|sure|"
    r"read|treated|taken|understood|regarded)|blame|come|date|scale|hand|succeed)\b",
    re.IGNORECASE,
)
_CHANGE: Final = re.compile(
    r"\s+(?:grow|rise|fall|increase|decrease|decline|cost|result|last|remain|lead|reach|continue|"
    r"benefit|save|take|begin|start|end|emerge|come|double|amount|be\s+(?:small|large|high|low|"
    r"minimal|modest|available|complete[d]?))\b",
    re.IGNORECASE,
)
_NO_ACTOR: Final = re.compile(
    r"\b(?:permission|licen[cs]e|consent|approval|work|effort|funding|time|more|research|money|"
    r"resources?|skills?|training|qualification|authorisation|legislation)$",
    re.IGNORECASE,
)
_ONCE: Final = re.compile(
    r"\b(?:was|were|been|had|would|may|might|could|previously)\s*$", re.IGNORECASE
)
_NOUN: Final = re.compile(
    r"(?:^|\b(?:an?|the|no|any|their|this|little|special|particular|urgent|clear|pressing|"
    r"real|continuing)\s*)$",
    re.IGNORECASE,
)


def other_sense(sentence: str, trigger: Trigger, begin: int, actor: str) -> Reason | None:
    """Why a trigger is no obligation where it stands; None where it is one.

    `begin` is where its clause begins, `actor` the words that say who acts in it.
    """
    if trigger.released:
        return Reason.RELEASED
    look = _LOOKS.get(trigger.kind)
    if look is None:
        return None
    setting = Setting(
        trigger,
        not sentence[: trigger.start].strip(),
        sentence[begin : trigger.start],
        sentence[trigger.end :],
        actor,
    )
    return look(setting)


def _must(at: Setting) -> Reason | None:
    if _NOUN.search(at.before) and at.before.strip():
        return Reason.OTHER
    if _UNCERTAIN.match(at.after) or at.actor.lower() == "there" or _PERFECT.match(at.after):
        return Reason.POSSIBLE
    return None


def _should(at: Setting) -> Reason | None:
    if at.first:
        return Reason.OTHER
    if _PERFECT.match(at.after):
        return Reason.PAST
    if _EFFECT.match(at.after) and not named(at.actor):
        return Reason.POSSIBLE
    return Reason.POSSIBLE if _FORECAST.search(at.before) and _met(at.after) else None


def _met(after: str) -> bool:
    return bool(re.match(r"\s+be\s+(?:met|reached|exceeded|known|out)\b", after))


def _is_to(at: Setting) -> Reason | None:
    if _IDIOM.match(at.after):
        return Reason.PURPOSE
    if re.match(r"\s+(?:the|an?|\d|both|one|its|every|each)\b", at.after):
        return Reason.OTHER
    return Reason.PURPOSE if _AIM.search(at.actor) or not at.actor else None


def _required(at: Setting) -> Reason | None:
    if _ONCE.search(at.before):
        return Reason.PAST
    return Reason.OTHER if _NO_ACTOR.search(at.before.strip()) else None


def _expected(at: Setting) -> Reason | None:
    if _ONCE.search(at.before):
        return Reason.PAST
    return None if named(at.actor) and not _CHANGE.match(at.after) else Reason.POSSIBLE


def _agreed(at: Setting) -> Reason | None:
    return None if named(at.trigger.agent) else Reason.OTHER


def _past(_: Setting) -> Reason:
    return Reason.PAST


def _undertaken(at: Setting) -> Reason | None:
    return None if named(at.actor) else Reason.OTHER


def _noun(at: Setting) -> Reason | None:
    return Reason.OTHER if _NOUN.search(at.before) else None


def _may(at: Setting) -> Reason | None:
    if is_month(at.trigger.words, at.before, at.after):
        return Reason.OTHER
    return None if permits(at.actor, at.before, at.after) else Reason.POSSIBLE


_LOOKS: Final[Mapping[str, Callable[[Setting], Reason | None]]] = MappingProxyType(
    {
        "must": _must,
        "should": _should,
        "ought": _should,
        "is to": _is_to,
        "required": _required,
        "expected": _expected,
        "expects": _agreed,
        "undertakes": _undertaken,
        "past": _past,
        "encourages": _agreed,
        "expected that": _agreed,
        "need": _noun,
        "have to": _required,
        "may": _may,
    }
)
