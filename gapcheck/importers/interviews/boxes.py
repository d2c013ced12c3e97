"""Names in brackets before the words and no colon between, as in `[P1] We sat`."""

from __future__ import annotations

import re
from typing import Final

from gapcheck.importers.interviews.labels import known_as
from gapcheck.transcripts.marks import SOUNDS

_BOX: Final = re.compile(
    r"^[ \t]*(?:\[(?P<square>[^\W\d_][^\[\]\n:]{0,38})\]|\{(?P<curly>[^\W\d_][^{}\n:]{0,38})\})"
    r"(?=[ \t]+\S)",
    re.MULTILINE,
)
_NOBODY: Final = frozenset(SOUNDS) | {
    *("silent", "unintelligible", "music", "cries", "interrupted", "phone"),
    *("redacted", "anonymised", "removed", "omitted"),
}
"""What stands in brackets before words and speaks not."""
_SHARE: Final = 0.6
"""Of all paragraphs: so many have to begin so."""


def unboxed(text: str) -> tuple[str, frozenset[str]]:
    """The text with a colon for the closing bracket, each sign in its place, and the names.

    Where too few paragraphs begin so, or no name stands twice, it is left as it is.
    """
    found = [one for one in _BOX.finditer(text) if not _sound(_name(one))]
    names = [known_as(_name(one)) for one in found]
    if len(set(names)) == len(names) or len(found) < _SHARE * _paragraphs(text):
        return text, frozenset()
    parts, at = [], 0
    for one in found:
        label = one[0].replace("[", " ").replace("{", " ")[:-1]
        parts += [text[at : one.start()], label, ":"]
        at = one.end()
    return "".join([*parts, text[at:]]), frozenset(map(_name, found))


def _name(found: re.Match[str]) -> str:
    return found["square"] or found["curly"]


def _sound(name: str) -> bool:
    return bool(_NOBODY.intersection(name.casefold().split()))


def _paragraphs(text: str) -> int:
    """How many there are: apart by blank lines, or where there are none a line each."""
    blocks = [one for one in re.split(r"\n[ \t]*\n", text) if one.strip()]
    return len(blocks) if len(blocks) > 1 else sum(map(bool, map(str.strip, text.split("\n"))))
