"""The names of an interview as they may stand in its words, and what each is replaced by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gapcheck.importers.interviews.known_words import EQUIVOCAL, OFFICES, ROLES
from gapcheck.importers.interviews.labels import parts, single, taken_apart
from gapcheck.importers.interviews.people import Person

WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
"""A run of letters, and of the accents on them."""


@dataclass(frozen=True, slots=True)
class Form:
    """Words in a row that name somebody; `equivocal` where they may be no name at all.

    `any_case` says that they do so without capitals too.
    """

    rest: tuple[str, ...] = field(repr=False)
    pseudonym: str
    equivocal: bool = False
    any_case: bool = False


Forms = Mapping[str, tuple[Form, ...]]
"""Forms by their first word, the longest first."""


def folded(word: str) -> str:
    """What two spellings of a word have in common."""
    return unicodedata.normalize("NFC", word).casefold()


def forms_of(people: Iterable[Person], small: frozenset[str]) -> Forms:
    """The forms of everybody's names; `small` are the words that stand uncapitalised somewhere."""
    found: dict[tuple[str, ...], list[str]] = {}
    plain: set[tuple[str, ...]] = set()
    for person in people:
        for words in _spellings(person):
            named = found.setdefault(words, [])
            if person.id not in named:
                named.append(person.id)
        plain |= {_whole(name) for name in person.names if name.islower()}
    table: dict[str, list[Form]] = {}
    for words, named in found.items():
        small_too = words in plain and not EQUIVOCAL.intersection(words)
        unsure = not small_too and len(words) == 1 and _equivocal(words[0], small)
        form = Form(words[1:], "/".join(named), unsure, small_too)
        table.setdefault(words[0], []).append(form)
    return {first: tuple(sorted(every, key=_longest)) for first, every in table.items()}


def _whole(name: str) -> tuple[str, ...]:
    return tuple(folded(one) for one in parts(taken_apart(name).name))


def _longest(form: Form) -> tuple[int, tuple[str, ...]]:
    return -len(form.rest), form.rest


def _spellings(person: Person) -> Iterable[tuple[str, ...]]:
    """The whole name in either order, and each part that is known by itself."""
    for name in person.names:
        own = _whole(name)
        if not own:
            continue
        yield own
        long = [one for one in own if len(one) > 1]
        if len(long) > 1:
            yield tuple(long)
            yield (long[-1], *long[:-1])
        alone = own if len(own) == 1 or own[0] not in ROLES | OFFICES else own[1:]
        for word in taken_apart(name).name.replace(",", " ").split():
            # `O'Invented`, `Anne-Mary`: as one, before each half of it.
            if len(halves := parts(word)) > 1:
                yield tuple(map(folded, halves))
        for one in alone:
            if single(one):
                yield (one,)


def _equivocal(word: str, small: frozenset[str]) -> bool:
    return len(word) < 3 or word in EQUIVOCAL | ROLES | OFFICES or word in small
