"""What the person who imports a document knows of it, and what is guessed where they say nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from gapcheck.importers.policies.blocks import Reading
from gapcheck.importers.policies.numbering import Manner
from gapcheck.model.choices import Force, Nation

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_ACT: Final = re.compile(
    r"\bAct\s+(?:\([^)]+\)\s+)?(?:19|20)\d\d\b|\b\d{4}\s+(?:c\.|CHAPTER)\s*\d+"
)
_MANNERS: Final = (
    (re.compile(r"\bRegulations\s+(?:\([^)]+\)\s+)?(?:19|20)\d\d\b"), Manner.REGULATIONS),
    (re.compile(r"\bOrder\s+(?:\([^)]+\)\s+)?(?:19|20)\d\d\b"), Manner.ORDER),
    (re.compile(r"\bRules\s+(?:\([^)]+\)\s+)?(?:19|20)\d\d\b"), Manner.RULES),
    (_ACT, Manner.ACT),
)
_GUIDANCE: Final = re.compile(
    r"\b(?:guidance|guide|handbook|circular|compact|strategy|white\s+paper|notes?|toolkit|letter"
    r"|statement|framework|plan)\b",
    re.IGNORECASE,
)
_NATIONS: Final = (
    (re.compile(r"\bScot(?:land|tish)\b"), Nation.SCOTLAND),
    (re.compile(r"\b(?:Wales|Welsh)\b"), Nation.WALES),
    (re.compile(r"\bNorthern Ireland\b"), Nation.NORTHERN_IRELAND),
)
_FRONT = 12
"""Paragraphs in which a document says what it is."""


@dataclass(frozen=True, slots=True)
class PolicyFacts:
    """What is known of a document; an empty text where nobody said so.

    `first` and `last` limit what is read to these pages, counted from 1; 0 is no limit. `today`
    stands for the date of a document that names no year.
    """

    id: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    force: Force | None = None
    nation: Nation | None = None
    in_force_from: str = ""
    in_force_to: str = ""
    url: str = ""
    first: int = 0
    last: int = 0
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """The facts with every gap filled, and the names of those that were guessed."""

    facts: PolicyFacts
    force: Force
    nation: Nation
    manner: Manner
    guessed: frozenset[str]


def completed(facts: PolicyFacts, name: str, reading: Reading) -> Known:
    """The facts that were given, and guesses from the file's first lines for the others."""
    stem = name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or name
    front = " ".join((facts.title, reading.title, *(one.text for one in reading.blocks[:_FRONT])))
    manner = _manner(facts, front)
    published = (
        facts.published or next(iter(_YEAR.findall(front)), "") or str(facts.today or date.today())
    )
    guesses = {
        "id": slug(facts.title or stem),
        "title": reading.title or stem,
        "publisher": "Name of the publisher",
        "published": published,
        "in_force_from": published,
    }
    missing = {key: value for key, value in guesses.items() if not getattr(facts, key)}
    guessed = {key for key in ("force", "nation") if getattr(facts, key) is None}
    return Known(
        replace(facts, **missing),
        facts.force or (Force.GUIDANCE if manner is Manner.GUIDANCE else Force.STATUTE),
        facts.nation or _nation(front),
        manner,
        frozenset({*missing, *guessed} - {"id"}),
    )


def slug(text: str) -> str:
    """A text as an id: lower-case letters, digits and hyphens."""
    name = re.sub(r"[^a-z0-9]+", "-", text.lower().replace("’", "").replace("'", "")).strip("-")
    return name[:60].rstrip("-") or "policy"


def _manner(facts: PolicyFacts, front: str) -> Manner:
    if facts.force not in (None, Force.STATUTE):
        return Manner.GUIDANCE
    head = facts.title or front[:200]
    if facts.force is None and _GUIDANCE.search(head):
        return Manner.GUIDANCE
    # A statutory instrument names its Act too, so that is looked for last.
    found = next((manner for form, manner in _MANNERS if form.search(head)), None)
    found = found or next((manner for form, manner in _MANNERS if form.search(front)), None)
    return found or (Manner.ACT if facts.force is Force.STATUTE else Manner.GUIDANCE)


def _nation(front: str) -> Nation:
    return next((nation for form, nation in _NATIONS if form.search(front)), Nation.ENGLAND)
