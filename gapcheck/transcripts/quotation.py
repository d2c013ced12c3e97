"""A quote as it is looked for: its parts between editors' marks, each as a row of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gapcheck.transcripts.layout import unlabelled
from gapcheck.transcripts.marks import BRACKET, MENDED, OMISSION, SOUND, Gap
from gapcheck.transcripts.words import row_of

_MARK = re.compile(rf"(?P<omission>{OMISSION.pattern})|(?:{BRACKET.pattern})|(?i:{SOUND.pattern})")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The parts of a quote in their order; `gaps` say what may stand between each two."""

    parts: tuple[str, ...] = field(repr=False)
    gaps: tuple[Gap, ...] = ()

    @property
    def joined(self) -> str:
        """The row of all its words, as if no mark stood in it."""
        return " ".join(self.parts)


def quotation(quote: str, names: re.Pattern[str] | None = None) -> Quotation:
    """The quote that was typed; without parts where it holds nothing but marks."""
    parts: list[str] = []
    gaps: list[Gap] = []
    gap: Gap | None = None
    for piece in _pieces(MENDED.sub(_letters, unlabelled(quote, names))):
        if isinstance(piece, Gap):
            gap = max(gap or piece, piece)
        elif row := row_of(piece):
            if parts and gap:
                gaps.append(gap)
            parts.append(row)
            gap = None
    return Quotation(tuple(parts), tuple(gaps))


def _pieces(text: str) -> Iterator[str | Gap]:
    start = 0
    for found in _MARK.finditer(text):
        yield text[start : found.start()]
        yield Gap.OMISSION if found["omission"] else Gap.INSERTION
        start = found.end()
    yield text[start:]


def _letters(found: re.Match[str]) -> str:
    return found[1] or found[2]
