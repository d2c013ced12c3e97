"""Headers, footers, page numbers and tables of contents: on every page, and no part of the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from gapcheck.importers.policies.lines import Line
from gapcheck.importers.policies.mending import mended

_NUMBER: Final = re.compile(
    r"(?:page\s+)?[-–—(|\s]*(?:\d{1,4}|[ivxl]{1,6})[-–—)|\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_LEADER: Final = re.compile(r"(?:\.\s?){4,}\s*\d{0,4}\s*$|…{2,}\s*\d{0,4}\s*$")
_EDGE = 3
"""Lines at the top and at the foot of a page in which such things stand."""

_OFTEN = 3


def without_furniture(lines: Sequence[Line]) -> tuple[list[Line], int, int]:
    """The lines of the text; how many were on the edges of pages, how many of contents."""
    pages: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    edges = {number: _edges(page) for number, page in pages.items()}
    often = Counter(key for found in edges.values() for key in {_key(one) for one in found})
    kept: list[Line] = []
    dropped = contents = 0
    for number, page in pages.items():
        edge = {id(one) for one in edges[number]}
        for line in page:
            if id(line) in edge and _is_furniture(line, often):
                dropped += 1
            elif _LEADER.search(line.text):
                contents += 1
            else:
                kept.append(line)
    return kept, dropped, contents


def _edges(page: Sequence[Line]) -> list[Line]:
    ranked = sorted(page, key=lambda line: -line.y)
    return [*ranked[:_EDGE], *ranked[_EDGE:][-_EDGE:]]


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", mended(line.text).lower()), round(line.y / 4)


def _is_furniture(line: Line, often: Counter[tuple[str, int]]) -> bool:
    text = mended(line.text)
    if _NUMBER.fullmatch(text):
        return True
    # A short page may hold nothing but a sentence that stands on others too.
    if text.endswith((".", ";", "—")):
        return False
    name, height = _key(line)
    near: Iterable[int] = (height - 1, height, height + 1)
    return len(text) < 150 and sum(often[name, one] for one in near) >= _OFTEN
