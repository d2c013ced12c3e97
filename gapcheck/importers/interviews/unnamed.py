"""The paragraphs of a text in which nobody is named, as turns of one voice."""

from __future__ import annotations

import re

from gapcheck.importers.interviews.head import heads, read_head
from gapcheck.importers.interviews.script import Script
from gapcheck.importers.interviews.sheet import Sheet
from gapcheck.importers.interviews.turn import Piece, Turn, turn_of

_FULL = re.compile(r"[.?!…][\"'”’)\]]*\Z")
_INNER = re.compile(r"[.?!…]\s+[^\W\d_a-z]")
_MOST = 0.8
"""Of all lines: where so many end a sentence, each of them is a paragraph."""


def paragraphs(sheet: Sheet) -> Script:
    """The paragraphs below a head, which is what does not look like speech at the top."""
    pieces = list(sheet.pieces(0, len(sheet.text)))
    below: list[Piece | None] = [*pieces[1:], None][: len(pieces)]
    first = next(
        (n for n, (one, two) in enumerate(zip(pieces, below, strict=True)) if not _above(one, two)),
        0,
    )
    head = read_head(one.words for one in pieces[:first])
    return Script(tuple(_turns(pieces[first:])), head, named=False)


def _above(piece: Piece, below: Piece | None) -> bool:
    """Whether a piece belongs to a head: it has no time, and no sentence of it goes on below."""
    if piece.time or below is None or _INNER.search(piece.words):
        return False
    goes_on = not below.ends and below.words[:1].islower()
    return heads(piece.words) and not goes_on


def _turns(pieces: list[Piece]) -> list[Turn]:
    every = not any(one.ends for one in pieces[1:]) and _each_line(pieces)
    groups: list[list[Piece]] = []
    for piece in pieces:
        if not groups or every or piece.ends:
            groups.append([])
        groups[-1].append(piece)
    return [turn_of("", group) for group in groups]


def _each_line(pieces: list[Piece]) -> bool:
    full = sum(1 for one in pieces if _FULL.search(one.words))
    return full >= _MOST * len(pieces)
