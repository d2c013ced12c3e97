"""A line of a study's file as a diagnostic shows it: its form, but nobody's words.

Consent may not cover showing an excerpt's words, and a file that cannot be read cannot say so.
What breaks YAML is punctuation, so that stays, and every letter of prose becomes a dot.
"""

from __future__ import annotations

import re
from functools import cache

from gapcheck.model.settings import Vocabulary
from gapcheck.schema.kinds import KINDS, schema
from gapcheck.source.shape import prose_keys, shape_of

_WORD = re.compile(r"\w")
_KEY = re.compile(r"[\s{,-]*(?P<key>[A-Za-z_]\w*)\s*:(?=\s|$)")


def mask(line: str) -> str:
    """The line with the letters of people's words replaced by dots, each in its place."""
    found = _KEY.match(line)
    if not found and not line.strip().startswith(("#", "- {", "---")):
        return _WORD.sub("·", line)
    end = len(line)
    for key in _keys():
        inside = re.search(rf"(?<!\w){key}\s*:(?=\s|$)", line)
        end = min(end, inside.end()) if inside else end
    return line[:end] + _WORD.sub("·", line[end:])


@cache
def _keys() -> frozenset[str]:
    vocabulary = Vocabulary()
    return frozenset[str]().union(
        *(prose_keys(shape_of(schema(kind, vocabulary))) for kind in KINDS)
    )
