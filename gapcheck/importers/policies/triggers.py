"""The words by which a sentence may oblige, wherever they stand, before anybody asks what for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from gapcheck.model.choices import Modality

_BE = r"(?:is|are|will\s+be|shall\s+be|be|remains?)"
_ADVERB = (
    r"(?:(?:also|both|each|now|legally|jointly|normally|still|therefore|strongly|further)\s+)*"
)
_NO = r"(?:(?P<{0}>not|no\s+longer)\s+)?"
_SOMEBODY = r"[^.;:,]{{2,70}}?"

_FORMS: Final[tuple[tuple[str, Modality, str], ...]] = (
    (
        "duty of",
        Modality.MUST,
        r"it\s+(?:is|shall\s+be)\s+(?:also\s+)?the\s+duty\s+of\s+(?P<agent_duty>[^.;:]{2,120}?)\s+to\b",
    ),
    (
        "duty",
        Modality.MUST,
        r"(?:has|have|is\s+under|are\s+under|owes?)\s+(?:also\s+)?"
        r"(?:an?|the|(?P<no_duty>no))\s+(?:\w+\s+){0,2}(?:duty|obligation)\s+to\b",
    ),
    (
        "required",
        Modality.MUST,
        rf"{_BE}\s+{_ADVERB}{_NO.format('no_required')}{_ADVERB}"
        r"(?:required|obliged|bound|compelled)\s+(?:by\s+law\s+)?to\b",
    ),
    (
        "expected",
        Modality.SHOULD,
        rf"{_BE}\s+{_ADVERB}{_NO.format('no_expected')}{_ADVERB}"
        r"(?:expected|advised|urged|asked|requested)\s+to\b",
    ),
    (
        "expects",
        Modality.SHOULD,
        rf"(?:expects?|urges?|ask|advises?)\s+(?P<agent_expects>{_SOMEBODY.format()})\s+to\b",
    ),
    (
        "expected that",
        Modality.SHOULD,
        rf"it\s+is\s+expected\s+that\s+(?P<agent_that>{_SOMEBODY.format()})\s+(?:will|would)\b",
    ),
    (
        "free",
        Modality.MAY,
        rf"(?:is|are)\s+{_ADVERB}(?:free|encouraged|invited|welcome|at\s+liberty|permitted)\s+to\b",
    ),
    ("undertakes", Modality.MUST, r"undertakes?\s+(?:not\s+)?to\b"),
    ("choose", Modality.MAY, r"can\s+(?:also\s+)?(?:choose|opt|elect|decide)\s+to\b"),
    ("open", Modality.MAY, rf"it\s+is\s+open\s+to\s+(?P<agent_open>{_SOMEBODY.format()})\s+to\b"),
    (
        "encourages",
        Modality.MAY,
        rf"(?:encourages?|invites?)\s+(?P<agent_invites>{_SOMEBODY.format()})\s+to\b",
    ),
    (
        "released",
        Modality.MUST,
        r"(?P<no_need>(?:do|does)\s+not\s+(?:have|need)\s+to|needs?\s+not|"
        r"there\s+is\s+no\s+(?:requirement|obligation|need|duty)|not\s+bound\s+by)\b",
    ),
    (
        "past",
        Modality.MUST,
        r"(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:not\s+)?"
        r"(?:required|obliged|expected|encouraged)\s+to\b",
    ),
    ("have to", Modality.MUST, r"(?:has|have)\s+to\b"),
    ("is to", Modality.MUST, rf"(?:is|are)\s+{_NO.format('forbid')}to\b"),
    ("must", Modality.MUST, r"must\b(?!-)"),
    ("shall", Modality.MUST, r"shall\b"),
    ("should", Modality.SHOULD, r"should\b"),
    ("ought", Modality.SHOULD, r"ought\s+(?:not\s+)?to\b"),
    ("need", Modality.SHOULD, r"needs?\s+to\b"),
    ("may", Modality.MAY, r"may\b"),
)
_NAMED: Final = MappingProxyType(
    {f"form{number}": (kind, modality) for number, (kind, modality, _) in enumerate(_FORMS)}
)
_ANY: Final = re.compile(
    r"\b(?:" + "|".join(f"(?P<form{n}>{form})" for n, (_, _, form) in enumerate(_FORMS)) + ")",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\s*(?:(?:\w+ly|also|therefore|however)\s+)?(?:not|never)\b", re.IGNORECASE)
_AGENTS = tuple(name for name in _ANY.groupindex if name.startswith("agent_"))
_RELEASES = tuple(name for name in _ANY.groupindex if name.startswith("no_"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that may oblige: where they stand, and what they would ask for.

    `agent` is who is named inside them ("it is the duty of the council to"). `released` marks
    a duty denied (*need not*), `negated` one not to do something.
    """

    kind: str
    modality: Modality
    start: int
    end: int
    words: str
    agent: str = ""
    negated: bool = False
    released: bool = False


def triggers(sentence: str) -> Iterator[Trigger]:
    """Every trigger of a sentence, in its order."""
    for found in _ANY.finditer(sentence):
        name = found.lastgroup or next(one for one in _NAMED if found[one])
        kind, modality = _NAMED[_form(found, name)]
        denied = _NEGATION.match(sentence, found.end())
        end = denied.end() if denied else found.end()
        yield Trigger(
            kind,
            modality,
            found.start(),
            end,
            " ".join(sentence[found.start() : end].split()),
            next((found[one] for one in _AGENTS if found[one]), ""),
            bool(denied or found["forbid"]) or "ought not" in found[0].lower(),
            any(found[one] for one in _RELEASES),
        )


def _form(found: re.Match[str], name: str) -> str:
    return name if name in _NAMED else next(one for one in _NAMED if found[one])


def kinds() -> Mapping[str, Modality]:
    """What each kind of trigger asks for where it obliges."""
    return {kind: modality for kind, modality, _ in _FORMS}
