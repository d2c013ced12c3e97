"""Paragraphs into sentences: a full stop after "s." or "e.g." ends none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_END: Final = re.compile(r"[.?!]+[\"”’)\]]*(?:\[?\d{1,2}\]?)?(?=\s+[\"“‘(\[]?[A-Z0-9]|\s*$)")
_SHORT: Final = re.compile(
    r"(?:\b(?:s|ss|reg|regs|art|arts|para|paras|sch|pt|ch|c|no|nos|p|pp|vol|ed|eds|cf|e\.g|i\.e|etc|"
    r"viz|ie|eg|dr|mr|mrs|ms|prof|st|rev|hon|rt|co|ltd|dept|govt|approx|fig|figs|cl)"
    r"|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z])$",
    re.IGNORECASE,
)
_ETC: Final = re.compile(r"\b(?:etc|ltd|co)$", re.IGNORECASE)


def sentences(paragraph: str) -> Iterator[str]:
    """The sentences of a paragraph, in order."""
    begin = 0
    for found in _END.finditer(paragraph):
        if found[0].startswith(".") and _abbreviated(paragraph, begin, found):
            continue
        if sentence := paragraph[begin : found.end()].strip():
            yield sentence
        begin = found.end()
    if rest := paragraph[begin:].strip():
        yield rest


def _abbreviated(paragraph: str, begin: int, found: re.Match[str]) -> bool:
    before = paragraph[begin : found.start()]
    following = paragraph[found.end() :].lstrip()[:1]
    if not _SHORT.search(before) or not following:
        return False
    # "and so on etc. The board" ends; "s. 12" and "Dr. Example" do not.
    return not (_ETC.search(before) and following.isupper())
