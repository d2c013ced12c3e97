"""Whether a trigger stands in a clause that depends on another, where it asks for nothing.

"If the plan must be revised, the board may meet": *may* obliges and *must* does not. There is no
parser behind this, only commas, and the word after a relative pronoun.
"""

from __future__ import annotations

import re
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
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|can|cannot|would|could)\b|"
    r"\b\w{3,}(?:ed|es)\b",
    re.IGNORECASE,
)
_AS_MAIN = re.compile(r"^as\s+(?:part|soon|well|far|long|a|an|the|of|from)\b", re.IGNORECASE)


def subordinate(sentence: str, start: int) -> bool:
    """Whether the words at `start` stand in a subordinate clause."""
    begin = max(sentence.rfind(";", 0, start), sentence.rfind(":", 0, start)) + 1
    before = sentence[begin:start]
    return _in_case(before) or _in_relative(before)


def _in_case(before: str) -> bool:
    for found in _CASE.finditer(before):
        word = found[0].lower()
        between = before[found.end() :]
        if "," in between or _AS_MAIN.match(before[found.start() :]):
            continue
        if word == "as" and len(between.split()) > 2:
            continue
        # "In areas where deprivation is high the council must": a verb, and then another subject.
        if word in ("where", "when", "if", "once", "until", "while", "because") and (
            verb := _VERB.search(between)
        ):
            rest = between[verb.end() :].split()
            if len(rest) >= 2 and re.search(
                r"\b(?:the|an?|each|every|it|they|its)\b", between[verb.end() :], re.IGNORECASE
            ):
                continue
        return True
    return False


def _in_relative(before: str) -> bool:
    found = None
    for found in _RELATIVE.finditer(before):
        pass
    if found is None:
        return False
    between = before[found.end() :]
    if "," in between:
        return False
    if found["word"].lower() == "that" and _MAIN_THAT.search(before[: found.start()].strip()):
        return False
    words = between.split()
    if not words or (len(words) == 1 and words[0].lower() in ("also", "then", "either", "only")):
        return found["comma"] is None
    if not _NOUN_BEGINS.match(between):
        return False
    return len(words) <= 4 and not _VERB.search(between)
