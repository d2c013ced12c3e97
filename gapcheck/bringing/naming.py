"""What a source is called after a foreign document, whose own name may be somebody's."""

from __future__ import annotations

import re
from typing import Final

from gapcheck.model.settings import Vocabulary
from gapcheck.schema.evidence import SPOKEN

_ENDING: Final = re.compile(
    r"\.(?:docx?|txt|pdf|rtf|odt|md|vtt|srt|html?|xlsx|csv)$", re.IGNORECASE
)
_NOT_PLAIN: Final = re.compile(r"[^a-z0-9]+")
_NAMELESS: Final = frozenset(
    """
    interview interviews int focus group groups fg observation obs notes note transcript final draft
    participant participants respondent respondents speaker part wave round phone telephone face
    online member members chair officer manager director board meeting minutes min local national
    partnership lsp sector voluntary community vcse vcs the of with and a in no number
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep oct nov dec
    """.split()  # noqa: SIM905  # fifty words are read more easily than fifty strings
)
"""Words that name nobody."""


def source_name(document: str, kind: str, vocabulary: Vocabulary) -> str:
    """The name of a source; of what people said it never holds what may be a name."""
    last = _ENDING.sub("", document.strip()).replace("\\", "/").rpartition("/")[2]
    plain = _NOT_PLAIN.sub("-", last.casefold()).strip("-")[:60].strip("-")
    if kind and kind not in SPOKEN:
        return plain or kind
    known = _NAMELESS | {word for each in vocabulary.sectors for word in each.split("-")}
    parts = plain.split("-") if plain else []
    if parts and all(each in known or re.fullmatch(r"[a-z]{0,3}\d+", each) for each in parts):
        return plain
    return kind or "source"
