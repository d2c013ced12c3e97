"""What may stand before a turn of speech: a role, a code, or somebody's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gapcheck.importers.interviews.known_words import (
    ASKING,
    NEVER,
    OFFICES,
    PARTICLES,
    ROLES,
    SPOKEN,
    TITLES,
)

_MARKUP = re.compile(r"[*#>]+|(?<![^\W_])_+|_+(?![^\W_])")
_RUN = re.compile(r"[^\W\d_]+")
_NOTE = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_ASIDE = re.compile(r"\s+[-–—|/]\s+.*\Z|\s*[|/].*\Z")


@dataclass(frozen=True, slots=True)
class Label:
    """A label in its parts: who it names, and what stood in brackets behind that."""

    name: str
    note: str = ""


def taken_apart(label: str) -> Label:
    """The parts of a label, without marks of layout."""
    plain = _MARKUP.sub(" ", label).strip(" \t:-–—•.")
    notes = " ".join(one.strip() for one in _NOTE.findall(plain))
    name = _ASIDE.sub("", _NOTE.sub("", plain))
    return Label(" ".join(name.split()) or " ".join(plain.split()), notes)


def firm(names: Iterable[str]) -> set[str]:
    """Those of many labels that are some: roles, codes, and what stands there more than once."""
    every = list(names)
    seen = Counter(map(known_as, every))
    return {
        name
        for name in set(every)
        if is_code(taken_apart(name).name)
        or (seen[known_as(name)] > 1 and plausible(name))
        or (seen[known_as(name)] > 2 and small(name))
    }


def known_as(label: str) -> str:
    """What two spellings of one label have in common."""
    return taken_apart(label).name.casefold()


def is_code(name: str) -> bool:
    """Whether this is a role (`Interviewer`) or a code (`P03`, `Respondent 1`), not a name."""
    runs = _RUN.findall(name)
    if not runs or not identifier(name) or not name.isascii():
        return False
    if all(run.casefold() in ROLES for run in runs):
        return True
    if len(runs) > 1 and runs[0].casefold() in ROLES and len(runs[-1]) == 1 and len(runs) == 2:
        return True
    return any(map(str.isdigit, name)) and all(
        run.casefold() in ROLES or len(run) == 1 or (run.isupper() and len(run) <= 3)
        for run in runs
    )


def asks(label: Label) -> bool:
    """Whether a label says that this is who asks."""
    return any(
        is_code(part) and bool(runs := _RUN.findall(part.casefold())) and bool(ASKING & set(runs))
        for part in (label.name, label.note)
    )


def identifier(name: str) -> str:
    """A code in the form of an id: `Respondent 1` is Respondent-1; empty where none is left."""
    return re.sub(r"[^A-Za-z0-9._]+", "-", name).strip("-._")


def plausible(label: str) -> bool:
    """Whether somebody could be called so: a role, a code, or a few words with capitals."""
    name = taken_apart(label).name
    if is_code(name):
        return True
    words = name.replace(",", " ").split()
    runs = [run.casefold() for run in _RUN.findall(name)]
    if not 1 <= len(words) <= 5 or not runs or runs[0] in NEVER or label.strip()[-1] in ".?!;…":
        return False
    return all(_capital(word) or word.casefold() in PARTICLES for word in words)


def is_office(label: str) -> bool:
    """Whether a label names a body rather than somebody."""
    return bool(OFFICES & {run.casefold() for run in _RUN.findall(label)})


def small(label: str) -> bool:
    """Whether somebody may be called so who is written in small letters."""
    words = taken_apart(label).name.casefold().split()
    runs = [run for word in words for run in _RUN.findall(word)]
    return 0 < len(words) <= 3 and bool(runs) and not (NEVER | SPOKEN).intersection(runs)


def _capital(word: str) -> bool:
    first = next((one for one in word if one.isalpha()), "")
    # A script without capitals has none to show.
    return bool(first) and not first.islower()


def is_name(text: str) -> bool:
    """Whether a text, such as a note in brackets, is somebody's name and no office's."""
    words = text.split()
    stops = any(one[-1] in ".:" and len(one) > 2 and not _titled(one) for one in words)
    figures = any(map(str.isdigit, text))
    named = plausible(text) and not is_code(text) and len(words) <= 4
    return named and not (stops or figures or is_office(text))


def _titled(word: str) -> bool:
    return word.strip(".").casefold() in TITLES


def parts(name: str) -> tuple[str, ...]:
    """The names of which a name is made, in the order in which they are spoken."""
    last, comma, first = name.partition(",")
    ordered = f"{first} {last}" if comma and first.strip() else name
    runs = re.findall(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*", ordered)
    kept = [run for run in runs if run.casefold() not in TITLES]
    return tuple(kept or runs)


def single(part: str) -> bool:
    """Whether a part of a name would be known as somebody's by itself."""
    return len(part) > 1 and part.casefold() not in PARTICLES | TITLES
