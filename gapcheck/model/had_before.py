"""What a coder had before them, as a mark: it tells whether an imperative has changed since."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from gapcheck.model.study import Imperative

_NAME: Final = 6
_CONTENT: Final = 8


def mark_of(imperative: Imperative) -> str:
    """Fourteen digits: six for the name, eight for what it says, demands and applies to.

    How it is typed, its locator and its title are no part of it, nor is anything that a coder may
    add to it later (indicators, terms, topics).
    """
    scope = imperative.applies_to
    text = unicodedata.normalize("NFC", " ".join(imperative.text.split()))
    where = [str(imperative.nation), sorted(scope.kinds), sorted(scope.designations)]
    content = json.dumps([text, str(imperative.demands), where])
    return _digits(imperative.name, _NAME) + _digits(content, _CONTENT)


def same_imperative(mark: str, other: str) -> bool:
    """Whether two marks are of one imperative, as it was at two times."""
    return mark[:_NAME] == other[:_NAME]


def renewed(marks: Iterable[str], now: Iterable[str]) -> tuple[str, ...]:
    """The marks of an excerpt after some imperatives were coded, or confirmed, as they are now."""
    fresh = tuple(dict.fromkeys(now))
    kept = (old for old in marks if not any(same_imperative(old, one) for one in fresh))
    return (*kept, *fresh)


@dataclass(frozen=True, slots=True)
class HadBefore:
    """One file of codes: what was noted by excerpt, and the mark of each imperative now."""

    noted: Mapping[str, tuple[str, ...]]
    now: Mapping[str, str]

    def is_suspect(self, excerpt: str, imperative: str) -> bool:
        """Whether the imperative was another when this was coded.

        After a merge several may be noted; each that is not today's makes the code suspect.
        """
        now = self.now.get(imperative)
        if now is None:
            return False
        noted = self.noted.get(excerpt, ())
        return any(one != now and same_imperative(one, now) for one in noted)


def marks_of(imperatives: Iterable[Imperative]) -> dict[str, str]:
    """The marks of imperatives as they are now, by name."""
    return {one.name: mark_of(one) for one in imperatives}


def marks_in(lines: str) -> dict[str, tuple[str, ...]]:
    """The marks that were noted of one file's codes, by excerpt: a line for each, its id first."""
    parted = (line.split(" ") for line in lines.splitlines())
    return {name: tuple(marks) for name, *marks in parted}


def had_before(lines: str, now: Mapping[str, str]) -> HadBefore | None:
    """What was noted of one file's codes; None where nothing was."""
    return HadBefore(marks_in(lines), now) if lines else None


def _digits(text: str, number: int) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass")).hexdigest()[:number]
