"""What a foreign code means: as the code map says, else as its own name plainly does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from gapcheck.interchange.marks import GROUPS, SHARE
from gapcheck.load.names import Ambiguous, Imperatives
from gapcheck.model.brought import ForeignCode
from gapcheck.model.choices import Stance
from gapcheck.model.codemap import CodeMap

_FULL_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]*/[a-z0-9][a-z0-9._-]*")
_LIST_OF: Final = {"theme": "themes", "barrier": "barriers", "enabler": "enablers"} | {
    "tension": "tensions"
}


@dataclass(frozen=True, slots=True)
class Meant:
    """An imperative, a stance, both, words for the lists of an excerpt; or nothing at all.

    `decided` is false where neither the map nor the code's own name tells anything.
    """

    imperative: str = ""
    stance: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    decided: bool = True
    share: bool = False


@dataclass(frozen=True, slots=True)
class Dictionary:
    """What every code of a foreign codebook means in a study."""

    codemap: CodeMap
    imperatives: Imperatives

    def meaning(self, code: ForeignCode) -> Meant:
        """What the map says of a code; where it says nothing, what its name and text do."""
        told = self.codemap.codes.get(code.name)
        if told is not None and told.decided:
            words = {_LIST_OF[key]: word for key, word in told.words.items()}
            return Meant(told.imperative, told.stance, words)
        return self.by_itself(code)

    def short(self, name: str) -> str:
        """The last part of an imperative's name, where no other has it; else all of it."""
        last = name.partition("/")[2]
        found = self.imperatives.known.get(last)
        return last if found is not None and found.name == name else name

    def by_itself(self, code: ForeignCode) -> Meant:
        """What a code's own name, those above it and its description plainly say."""
        stance = _stance(code.path[-1])
        imperative = next(self._named(code), "")
        share = code.path[-1].strip().casefold() == SHARE and bool(imperative)
        if imperative or stance:
            return Meant(imperative, stance, share=share)
        for key, name in GROUPS.items():
            if len(code.path) > 1 and code.path[0].strip().casefold() == name.casefold():
                return Meant(words={key: code.path[-1]})
        return Meant(decided=False)

    def _named(self, code: ForeignCode) -> Iterator[str]:
        """The imperatives that are named: the nearest first, and only by names that are theirs."""
        for name in reversed(code.path):
            plain = name.strip().casefold()
            if found := self._known(plain):
                yield found
            yield from self._within(plain)
        yield from self._within(code.description.casefold())

    def _within(self, text: str) -> Iterator[str]:
        for found in _FULL_NAME.finditer(text):
            if known := self._known(found[0].rstrip(".-")):
                yield known

    def _known(self, name: str) -> str:
        try:
            found = self.imperatives.find(name)
        except Ambiguous:
            return ""
        return found.name if found else ""


def _stance(name: str) -> str:
    plain = name.strip().casefold()
    return plain if plain in {str(each) for each in Stance} else ""
