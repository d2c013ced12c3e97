"""Cues of a no: words of negation, absence and refusal, for a coder to see and to judge.

They say nothing of stance: "nobody could complain" denies no duty. Each is marked with the word
that it bears on, where one follows.
"""

from __future__ import annotations

import re

from gapcheck.model.suggestion import Cue, CueKind

_BE = r"(?:is|are|was|were|am|be|been|has|have|had|do|does|did|can|could|will|would|should|must)"
_NEXT = r"(?:\s+(?:really|even|ever|yet|actually|quite|been|being|to|be|have|had|get|got)\b)*\s+\w+"
_ABSENT = r"any(?:body|one|thing|where)?\b"

# What is refused is also negated, and what is absent may be: the more exact name goes first.
_PATTERNS: tuple[tuple[CueKind, str], ...] = (
    (
        CueKind.REFUSAL,
        r"\b(?:refus(?:e|es|ed|ing|al|als)|declin(?:e|es|ed|ing)|reject(?:s|ed|ing|ion)?"
        r"|(?:turn|turns|turned|turning|knock|knocked|vot|vote|voted)\s+(?:\w+\s+)?down"
        r"|(?:block|veto|forbid|forbad|forbade|forbidden|bar|barr)(?:s|ed|ing)?\b(?=\s)"
        r"|(?:wo|would|will)(?:n['’]t|\s+not|\s+never)\s+(?:let|allow|give|pay|hear|have|accept|agree)"
        r"|not\s+allow(?:ed)?|shut\s+out|kept\s+out|left\s+out)\b",
    ),
    (
        CueKind.ABSENCE,
        rf"\b{_BE}(?:n['’]t|\s+not|\s+never)\s+(?:\w+\s+)?{_ABSENT}"
        rf"|\b(?:not|never)\s+(?:\w+\s+)?{_ABSENT}"
        r"|\b(?:nobody|nothing|nowhere|none|no[ -]one|without(?:\s+\w+)?|missing|absent"
        r"|lack(?:s|ed|ing)?(?:\s+of)?|absence\s+of)\b"
        r"|\bno\s+(?!longer\b|doubt\b|matter\b|one\b)\w+",
    ),
    (
        CueKind.NEGATION,
        rf"\b(?:never|not|no\s+longer|hardly|barely|neither|nor)\b(?:{_NEXT})?"
        rf"|\b\w+n['’]t\b(?:{_NEXT})?|\bcannot\b(?:{_NEXT})?",
    ),
)
_CUES = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)


def cues_in(text: str) -> tuple[Cue, ...]:
    """Every cue of a text in the order in which they stand, none over another."""
    found: list[Cue] = []
    for kind, pattern in _CUES:
        for match in pattern.finditer(text):
            start, end = match.span()
            if all(end <= other.start or start >= other.end for other in found):
                found.append(Cue(kind, start, end))
    return tuple(sorted(found, key=lambda cue: cue.start))
