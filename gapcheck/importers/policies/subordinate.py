"""Whether a trigger stands in a clause that depends on another, where it asks for nothing.

"If the plan must be revised, the board may meet": *may* obliges and *must* does not. There is no
parser behind this, only commas, and the word after a relative pronoun.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

_CASE: Final = re.compile(
    r"\b(?:if|where|unless|when|whenever|wherever|once|whether|how|why|whatever|however|whichever|"
    r"what|so\s+that|in\s+order\s+that|than|until|while|although|though|because|lest|as)\b",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(r"(?P<comma>,\s*)?\b(?P<word>which|who|whom|that)\b", re.IGNORECASE)
_MAIN_THAT: Final = re.compile(
    r"\b(?:means?|ensures?|requires?|provides?|clear|follows?|important|essential|vital|is|"
    r"expects?|recommends?|proposes?|states?|specif(?:y|ies)|so|now|directs?|agreed?|"
    r"condition|conditions?|rule|principle)$",
    re.IGNORECASE,
)
_NOUN_BEGINS: Final = re.compile(
    r"\s*(?:an?|the|each|every|any|all|some|it|they|we|you|he|she|its|their|our|local|such|these|"
    r"those|members|people|authorities|councils|partnerships|groups|bodies|schools|boards|in)\b",
    re.IGNORECASE,
)
_WHICH: Final = re.compile(
    r"\b(?:to|of|in|by|for|from|with|within|under|on|at|about|against)\s*$", re.IGNORECASE
)
_NEAR = 8
_SHORT: Final = MappingProxyType({"as": 2, "than": 4})
"""Words that govern what follows next, and no more: "as may be", "than they have to"."""

_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|can|cannot|would|could)\b|"
    r"\b\w{3,}(?:ed|es)\b",
    re.IGNORECASE,
)
_IDIOM: Final = re.compile(
    r"\s+(?:(?:it\s+is\s+)?(?:possible|appropriate|necessary|practicable|relevant|needed|required|"
    r"applicable|not|any|so)\b)",
    re.IGNORECASE,
)
_CONTENT: Final = re.compile(
    r"\b(?:may|must|shall|should|can)\b[^;]*\b(?:provide|specify|direct|determine|agree|state|"
    r"require|prescribe|decide)\s+that\b[^;]*$",
    re.IGNORECASE,
)
_CLAUSES: Final = frozenset({"where", "when", "if", "once", "until", "while", "because"})
_SUBJECT: Final = re.compile(r"\b(?:the|an?|each|every|it|they|its)\b", re.IGNORECASE)
_AS_MAIN: Final = re.compile(r"^as\s+(?:part|soon|well|far|long|a|an|the|of|from)\b", re.IGNORECASE)


def subordinate(sentence: str, start: int) -> bool:
    """Whether the words at `start` stand in a subordinate clause."""
    begin = max(sentence.rfind(";", 0, start), sentence.rfind(":", 0, start)) + 1
    before = sentence[begin:start]
    return _in_case(before) or _in_relative(before) or bool(_CONTENT.search(before))


def _in_case(before: str) -> bool:
    return any(_governs(found, before) for found in _CASE.finditer(before))


def _governs(found: re.Match[str], before: str) -> bool:
    """Whether a conjunction governs all that stands between it and the trigger."""
    word, between = found[0].lower(), before[found.end() :]
    if "," in between or _AS_MAIN.match(before[found.start() :]):
        return False
    if word in _SHORT and len(between.split()) > _SHORT[word]:
        return False
    if _IDIOM.match(between):
        return False
    # "In areas where deprivation is high the council must": a verb, and then another subject.
    verb = _VERB.search(between) if word in _CLAUSES else None
    return verb is None or not _SUBJECT.search(between[verb.end() :])


def _in_relative(before: str) -> bool:
    last = next(reversed(list(_RELATIVE.finditer(before))), None)
    if last is None or "," in (between := before[last.end() :]):
        return False
    if _WHICH.search(before[: last.start()]) and last["word"].lower() != "that":
        return len(between.split()) <= _NEAR
    if last["word"].lower() == "that" and _MAIN_THAT.search(before[: last.start()].strip()):
        return False
    words = between.split()
    if not words or (len(words) == 1 and words[0].lower() in ("also", "then", "either", "only")):
        return last["comma"] is None
    if not _NOUN_BEGINS.match(between):
        return False
    return len(words) <= 4 and not _VERB.search(between)
