"""Marks that editors of the law put into a statute's text, which are no part of its words.

legislation.gov.uk writes `[F1in England]` for words that were put in, `. . . .` for words that were
taken out, `E+W` for where a provision extends, and below it what amended it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from gapcheck.importers.policies.blocks import Block, Kind
from gapcheck.importers.policies.mending import mended

_MARK: Final = re.compile(r"\[F\d{1,4}\s?|\b[FCXMIE]\d{1,4}(?=[\[(A-Za-z\d“‘])")
_OPENED: Final = re.compile(r"\[F\d{1,4}")
_EXTENT: Final = re.compile(r"(?<=[\w.—:;,)])\s?(?:E\+W(?:\+S)?(?:\+N\.I\.)?|S\+N\.I\.)(?=\s|$|\()")
_NOTES: Final = re.compile(
    r"(?:textual amendments|commencement information|modifications etc\.?.*|marginal citations|"
    r"editorial information|extent information|subordinate legislation made|annotations:?)$",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(
    r"(?:[FCXMIE]\d{1,4})(?:words?|s\.|ss\.|sch\.|sub|para|reg|art|by|in|\W)", re.I
)
_GONE: Final = re.compile(r"[.\s]{6,}$")


def annotated(blocks: Iterable[Block]) -> bool:
    """Whether a text has such marks."""
    return any(_OPENED.search(one.text) or _NOTES.match(one.text) for one in blocks)


def without_annotations(blocks: Iterable[Block]) -> Iterator[Block]:
    """A statute's own words."""
    for block in blocks:
        if _NOTES.match(block.text) or _NOTE.match(block.text) or _GONE.fullmatch(block.text):
            continue
        marked = bool(_OPENED.search(block.text))
        text = _EXTENT.sub(" ", _MARK.sub("", block.text))
        text = text.replace("]", "") if marked or text.count("]") > text.count("[") else text
        text = re.sub(r"\s+(?=[;,.)])", "", mended(text))
        if text:
            kind = Kind.TEXT if _GONE.search(text) else block.kind
            yield replace(block, text=text, kind=kind)
