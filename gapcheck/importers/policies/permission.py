"""Whether "may" allows somebody something, or only says what may come to pass."""

from __future__ import annotations

import re
from typing import Final

from gapcheck.importers.policies.sectors import named
from gapcheck.importers.policies.voice import PASSIVE

_SOMEBODY: Final = re.compile(
    r"\b(?:persons?|anyone|anybody|members?|applicants?|courts?|tribunals?|committees?|officers?|"
    r"landlords?|owners?|parents?|carers?|you|he|she|bod(?:y|ies)|groups?|organi[sz]ations?|teams?|"
    r"panels?|forums?|trusts?|commissions?|commissioners?|recipients?|funders?|provider|providers|"
    r"holders?|bidders?|volunteers?|staff|clerks?|secretary|monitor|individuals?|it|they|areas|"
    r"agenc(?:y|ies)|nominees?|deput(?:y|ies)|working\s+groups?)\b",
    re.IGNORECASE,
)
_STATE: Final = re.compile(
    r"\s+(?:(?:well|even|also|already|still|only|sometimes|often|then|therefore|soon|simply|just|"
    r"yet|not|never)\s+)*(?:feel|think|have(?!\s+regard)|lead|seem|appear|depend|know|want|prefer|"
    r"lack|suffer|face|experience|become|result|vary(?!\s+(?:the|an?|its|their|any)\b)|differ|help|"
    r"cause|remain|exist|contain|mean|last|need|find(?!\s+it\s+useful)|work|struggle|come|go|fall|"
    r"rise|reflect|indicate|suggest|look|arise|occur|happen|prove|take\s+(?:time|longer|place)|be)\b",
    re.IGNORECASE,
)
_AN_OFFICE: Final = re.compile(r"\s+(?:not\s+)?be\s+an?\s+(?:member|trustee|party|chair)", re.I)
_ACCIDENT: Final = re.compile(
    r"seen|found|obtained|affected|caused|influenced|discouraged|reduced|lost|needed|required|"
    r"missed|hidden|explained|linked|related|associated|driven|based|experienced|perceived|"
    r"confused|concerned|interested|left|delayed|placed|drafted|tempted|limited|reflected|helped",
    re.IGNORECASE,
)
_DATED: Final = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|\b(?:in|since|from|of|by|until|before|after|last|next|early|late|mid"
    r"|and|to|this))[\s-]+$",
    re.IGNORECASE,
)
_VERY: Final = frozenset("it this that there what they".split())  # noqa: SIM905


def is_month(words: str, before: str, after: str) -> bool:
    """Whether these words are the name of a month, or a wish ("May I thank")."""
    if not words.startswith("May"):
        return False
    return not before.strip() or bool(_DATED.search(before) or re.match(r",?\s+\d", after))


def permits(actor: str, before: str, after: str) -> bool:
    """Whether "may" is a permission: somebody may act, or something may be done to a thing."""
    passive = PASSIVE.match(after)
    if passive:
        return not _ACCIDENT.fullmatch(passive["done"]) and actor.lower() != "it"
    if actor.lower() in _VERY and actor.lower() not in ("it", "they"):
        return False
    if _AN_OFFICE.match(after):
        return True
    if _STATE.match(after):
        return False
    bodies = named(actor)
    return bool(bodies or _SOMEBODY.search(actor)) and "seem" not in before
