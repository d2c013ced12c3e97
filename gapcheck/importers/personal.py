"""Columns that say who somebody is: their heads and what stands in them are never taken."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HEAD = re.compile(
    r"\b(?:e-?mail(?: address)?|(?:first|last|given|family|full|middle|user|sur|contact|your"
    r"|participant|respondent|nick)[ -]?names?|surname|forename|name|telephone|phone|mobile"
    r"|address|post ?code|zip|date of birth|birthday|dob|ni number|nhs number|ip address"
    r"|nachname|vorname|adresse|telefon|e-?mail-adresse|twitter|facebook|signature)\b",
    re.IGNORECASE,
)
_NOT_OF_PEOPLE = re.compile(
    r"\b(?:organi[sz]ation|partnership|group|project|file|document|policy|district|council|area"
    r"|forum|board)('s)? names?\b|\bname of (?:the |your )?(?:organi[sz]ation|partnership|group"
    r"|project|forum|board|council|area|district)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_CLOCK = re.compile(
    r"\b(?:time ?stamp|start time|completion time|end time|last modified(?: time)?|submitted(?: on"
    r"| at)?|date submitted|start date|end date|zeitstempel|startzeit|fertigstellungszeit"
    r"|response id|respondent id|ip)\b",
    re.IGNORECASE,
)
_LONG = 60
"""Characters of a head beyond which it is a question, in which a name may be mentioned."""


def names_people(head: str, cells: Iterable[str]) -> bool:
    """Whether a column holds names, addresses or the like."""
    if len(head) <= _LONG and _HEAD.search(head) and not _NOT_OF_PEOPLE.search(head):
        return True
    return any(_MAIL.fullmatch(cell.strip()) for cell in cells)


def tells_when(head: str) -> bool:
    """Whether a column only says when, or as the how-manieth, a row was sent."""
    return len(head) <= _LONG and (head.strip().casefold() == "id" or bool(_CLOCK.search(head)))
