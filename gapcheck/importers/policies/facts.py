"""What is known of a document, and what is guessed where nobody said so."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from gapcheck.importers.policies.blocks import Kind, Reading
from gapcheck.importers.policies.mending import mended
from gapcheck.importers.policies.numbering import Manner, peeled
from gapcheck.model.choices import Force, Nation
from gapcheck.model.unfit import Unfit
from gapcheck.schema.parts import DATE, ID

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
_GUESSED: Final = ("title", "publisher", "published", "force", "nation", "in_force_from")
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


def sound(facts: PolicyFacts) -> None:
    """Unfit where something that was given could not stand in a policy's file."""
    if facts.id and not re.fullmatch(ID, facts.id):
        raise Unfit(
            f"`{facts.id}` is no policy id",
            f"Lower-case letters, digits, `-`, `_` and `.` make one: `{slug(facts.id)}`.",
        )
    for given in (facts.published, facts.in_force_from, facts.in_force_to):
        if given and not re.fullmatch(DATE, given):
            raise Unfit(f"`{given}` is no date", "Write YYYY, YYYY-MM or YYYY-MM-DD.")


def completed(facts: PolicyFacts, name: str, reading: Reading) -> Known:
    """The facts that were given, and guesses from the file's first lines for the others."""
    bare = bare_name(name)
    stem = bare.rpartition(".")[0] or bare
    title = facts.title or reading.title or _first_heading(reading) or stem
    front = " ".join(one.text for one in reading.blocks[:_FRONT])
    manner = _manner(facts.force, title, front)
    year = next(iter(_YEAR.findall(f"{title} {front}")), "")
    published = facts.published or year or str(facts.today or date.today())
    full = replace(
        facts,
        id=facts.id or slug(facts.title or stem),
        title=mended(title),
        publisher=mended(facts.publisher) or "Name of the publisher",
        published=published,
        in_force_from=facts.in_force_from or published,
    )
    guessed = frozenset(one for one in _GUESSED if not getattr(facts, one))
    force = Force.GUIDANCE if manner is Manner.GUIDANCE else Force.STATUTE
    return Known(full, facts.force or force, facts.nation or _nation(title), manner, guessed)


def bare_name(name: str) -> str:
    """A file's name without its folders, which may name somebody."""
    return name.replace("\\", "/").rpartition("/")[2]


def _first_heading(reading: Reading) -> str:
    """What a document calls itself: its first heading, unless it only names a part of it."""
    found = next((one.text for one in reading.blocks[:3] if one.kind is Kind.HEADING), "")
    return "" if len(found) > 200 or peeled(found)[0] else found


def slug(text: str) -> str:
    """A text as an id: lower-case letters, digits and hyphens."""
    name = re.sub(r"[^a-z0-9]+", "-", text.lower().replace("’", "").replace("'", "")).strip("-")
    return name[:60].rstrip("-") or "policy"


def _manner(force: Force | None, title: str, front: str) -> Manner:
    if force not in (None, Force.STATUTE) or (force is None and _GUIDANCE.search(title)):
        return Manner.GUIDANCE
    # A statutory instrument names its Act too, so that is looked for last.
    for text in (title, front):
        for form, manner in _MANNERS:
            if form.search(text):
                return manner
    return Manner.ACT if force is Force.STATUTE else Manner.GUIDANCE


def _nation(title: str) -> Nation:
    return next((nation for form, nation in _NATIONS if form.search(title)), Nation.ENGLAND)
