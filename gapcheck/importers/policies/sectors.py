"""What bodies are called in British policy documents, and which sector of gapcheck they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

_BODY = r"(?:organi[sz]ation|group|bod(?:y|ie)|association|network|communit(?:y|ie))s?"

_PHRASES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "vcs": (
            rf"(?:voluntary|community|charitable|third[- ]sector)(?:(?: and|,| or) "
            rf"(?:voluntary|community|charitable))*(?:[- ]sector)? {_BODY}",
            r"(?:voluntary|community|third)(?: and (?:voluntary|community))?[- ]sector"
            r"(?: representatives?)?",
            r"vcse?(?: sector)?",
            r"charit(?:y|ies)",
            r"social enterprises?",
            r"community empowerment networks?",
            r"councils? (?:for|of) voluntary services?",
            rf"(?:infrastructure|umbrella|civil society) {_BODY}",
            r"trustees",
            r"volunteer (?:bureaux?|centres?)",
        ),
        "council": (
            r"(?:(?:local|county|district|borough|city|town|parish|unitary|metropolitan|community"
            r"|full) )*councils?",
            r"(?:(?:local|unitary|combined|billing|charging|planning|responsible|relevant|lead"
            r"|best[- ]value|principal|housing|social services|education|waste|highways?|licensing"
            r"|administering|public|other|two) )*authorit(?:y|ies)",
            r"local government",
            r"(?:district|borough)s?",
            r"count(?:y|ies)",
            r"parishes",
            r"councillors?",
            r"(?:overview and )?scrutiny (?:committee|panel)s?",
            r"directors? of (?:children['’]s|adult social) services",
        ),
        "health": (
            r"(?:integrated care|local health|health|nhs) (?:board|system|partnership)s?",
            r"(?:primary care|nhs foundation|nhs|foundation|hospital|care|acute|mental health"
            r"|ambulance)(?: trusts? and foundation)? trusts?",
            r"clinical commissioning groups?",
            r"(?:strategic |special |district |local )?health authorit(?:y|ies)",
            r"nhs(?: england| bod(?:y|ies)| commissioners?| providers?)?",
            r"hospitals?",
            r"(?:general )?practitioners",
            r"general practi(?:tioner|ce)s?",
            r"(?:gp|pct|icb|ccg|ics)s?",
            r"health (?:service|bod(?:y|ie)|visitor|professional)s?",
            r"directors? of public health",
        ),
        "police": (
            r"police(?: forces?| service| authorit(?:y|ies)| officers?)?",
            r"chief (?:constable|officer)s?(?: of police)?",
            r"police and crime commissioners?",
            r"constables?",
        ),
        "education": (
            r"(?:maintained )?schools?",
            r"governing bod(?:y|ies)",
            r"(?:school )?governors",
            r"(?:further education |sixth form )?colleges?",
            r"universit(?:y|ies)",
            r"head ?teachers?",
            r"academ(?:y|ies)(?: trusts?)?",
            r"(?:further|higher) education institutions?",
        ),
        "business": (
            r"employers?",
            r"compan(?:y|ies)",
            r"(?:local )?business(?:es)?",
            r"chambers? of commerce",
            r"private sector",
            r"firms?",
        ),
        "government-office": (
            r"secretar(?:y|ies) of state",
            r"(?:welsh |scottish |prime )?ministers?",
            r"government offices?",
            r"(?:central |national )?government(?: departments?)?",
            r"(?:government )?departments?",
            r"treasury",
            r"lord chancellor",
        ),
        "residents": (
            r"(?:local )?residents?",
            r"tenants?",
            r"citizens",
            r"local people",
            r"members of the public",
        ),
        "faith": (
            rf"(?:faith|religious) {_BODY}",
            r"church(?:es)?",
            r"mosques?",
            r"synagogues?",
        ),
        "partnership": (
            r"(?:local strategic |community planning |community safety |strategic |local enterprise"
            r" )?partnerships?",
            r"(?:lsp|cpp|lsb|psb|lep)s?",
            r"partners",
            r"community planning partners?",
            r"(?:public|local) services? boards?",
            r"health and well-?being boards?",
            r"(?:partnership |management |programme |neighbourhood |project |executive )?boards?",
            r"(?:steering|thematic) groups?",
            r"chair(?:person|s)?",
        ),
        "research": (
            r"evaluat(?:or|ion team)s?",
            r"research(?:er| team)s?",
        ),
        "audit": (
            r"auditors?(?: general)?",
            r"audit (?:commission|office)",
            r"inspector(?:ate)?s?",
            r"ombudsman",
        ),
    }
)
_FINDERS: Final = tuple(
    (
        sector,
        re.compile(rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b", re.IGNORECASE),
    )
    for sector, words in _PHRASES.items()
)


@dataclass(frozen=True, slots=True)
class Named:
    """A body named in a text: its sector, where, and in which words."""

    sector: str
    start: int
    end: int
    words: str


def named(text: str) -> tuple[Named, ...]:
    """The bodies named in a text, in order; of two readings of the same words the longest."""
    found = [
        Named(sector, one.start(), one.end(), one[0])
        for sector, finder in _FINDERS
        for one in finder.finditer(text)
    ]
    kept: list[Named] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)
