"""Lines of a page as paragraphs and headings, told by gaps, sizes, numbers and full stops."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from gapcheck.importers.policies.blocks import Block, Kind
from gapcheck.importers.policies.furniture import without_furniture
from gapcheck.importers.policies.lines import Line
from gapcheck.importers.policies.mending import joined, mended
from gapcheck.importers.policies.numbering import Rank, division, peeled
from gapcheck.model.brought import Fate, Tally

_ENDS: Final = re.compile(r"[.?!:;—–][\"”’)\]]*(?:\s+(?:and|or|but))?$")
_NOTE = 0.88
_LARGE = 1.12
_GAP = 1.35
_HEADING_WORDS = 16
_HEADING_LINES = 4


@dataclass(frozen=True, slots=True)
class _Body:
    """What is usual in a document: the size of letters, the way between lines, the full line."""

    size: float
    gap: float
    width: int


@dataclass(slots=True)
class _Growing:
    lines: list[Line] = field(default_factory=list)


def paragraphs(
    lines: Sequence[Line], *, paged: bool, gap: float | None = None
) -> tuple[tuple[Block, ...], tuple[Tally, ...]]:
    """The paragraphs of a document, and what was taken for no part of its text.

    `gap` is the way from a line to the next where that is known, and not what is usual.
    """
    kept, dropped, contents = without_furniture(lines) if paged else (list(lines), 0, 0)
    body = _body(kept, gap)
    text = [line for line in kept if not _note(line, body)]
    blocks = tuple(_blocks(text, body))
    counted = (
        (dropped, "lines at the top or foot of pages", "headers, footers and page numbers"),
        (contents, "lines of tables of contents", "they only name what stands elsewhere"),
        (len(kept) - len(text), "lines in small print", "footnotes and captions"),
    )
    return blocks, tuple(Tally(Fate.LEFT, what, many, why) for many, what, why in counted if many)


def _body(lines: Sequence[Line], gap: float | None) -> _Body:
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    gaps = Counter(
        round(one.y - other.y, 1)
        for one, other in pairwise(lines)
        if one.page == other.page and 0 < one.y - other.y < 60
    )
    lengths = sorted(len(line.text) for line in lines)
    usual = min(gaps.most_common(3), key=lambda pair: (-pair[1], pair[0]))[0] if gaps else 0.0
    return _Body(
        max(sizes, key=lambda size: (sizes[size], size), default=0.0),
        usual if gap is None else gap,
        lengths[len(lengths) * 8 // 10] if lengths else 0,
    )


def _note(line: Line, body: _Body) -> bool:
    return 0 < line.size < body.size * _NOTE


def _blocks(lines: Iterable[Line], body: _Body) -> Iterator[Block]:
    growing: list[Line] = []
    for line in lines:
        if growing and _begins(growing, line, body):
            yield _block(growing, body)
            growing = []
        growing.append(line)
    if growing:
        yield _block(growing, body)


def _begins(growing: Sequence[Line], line: Line, body: _Body) -> bool:
    """Whether a line begins a new paragraph."""
    last, text = growing[-1], mended(line.text)
    before = mended(last.text)
    if abs(line.size - last.size) > 0.08 * max(body.size, 1):
        return True
    if _numbered(text, before):
        return True
    if _isolated(growing):
        return not (text[:1].islower() and len(before.split()) > 3)
    if line.page != last.page or line.y > last.y + 1:
        # The same paragraph may go on in the next column, or on the next page.
        return bool(_ENDS.search(before)) or (_heading(growing, body) and not text[:1].islower())
    if body.gap and last.y - line.y > body.gap * _GAP:
        return True
    short = len(before) < 0.72 * body.width
    return short and bool(_ENDS.search(before)) and not text[:1].islower()


def _isolated(growing: Sequence[Line]) -> bool:
    """Whether what grows is the name of a division, such as "Schedule 2" or "Part 1"."""
    text = mended(growing[-1].text)
    return len(growing) == 1 and bool(division(text)) and len(text.split()) <= 4


def _numbered(text: str, before: str) -> bool:
    """Whether a line begins with the number of a paragraph, and not with one of a sentence."""
    labels, rest = peeled(text)
    if not labels:
        return bool(division(text)) and bool(_ENDS.search(before)) and len(text.split()) < 12
    if labels[0].rank is Rank.BULLET:
        return True
    ended = bool(_ENDS.search(before)) or before[-1:] in ",.)" or not before
    if labels[0].rank is Rank.TOP:
        # A line may begin with "12 Members": a number of a sentence that goes on.
        return ended or "." in labels[0].text or len(before.split()) < 10
    return ended or rest[:1].islower() or len(before.split()) < 6


def _block(lines: Sequence[Line], body: _Body) -> Block:
    text = joined(line.text for line in lines)
    kind = Kind.HEADING if _heading(lines, body) else Kind.TEXT
    return Block(text, lines[0].page, kind)


def _heading(lines: Sequence[Line], body: _Body) -> bool:
    if len(lines) > _HEADING_LINES:
        return False
    text = joined(line.text for line in lines)
    words = text.split()
    if not words or len(words) > 2 * _HEADING_WORDS or _ENDS.search(text):
        return False
    if body.size and lines[0].size > body.size * _LARGE:
        return True
    labels, rest = peeled(text)
    if labels and labels[0].rank is not Rank.TOP:
        return False
    plain = rest or text
    return (
        len(lines) <= 2
        and len(words) <= _HEADING_WORDS
        and not plain[:1].islower()
        and len(text) < 0.85 * max(body.width, 60)
    )
