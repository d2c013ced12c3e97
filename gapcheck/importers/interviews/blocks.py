"""Paragraphs and tables of a word processor as the lines of a typed transcript."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from gapcheck.importers.interviews.labels import firm, plausible
from gapcheck.importers.interviews.tables import turns_of

_CLOCK = re.compile(r"[\[(]?\d{1,2}:\d{2}")
_LONGEST = 60

Run = tuple[str, bool]
"""Text, and whether it is bold."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its texts, some of which are bold."""

    runs: tuple[Run, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the texts of its cells, row by row."""

    rows: tuple[tuple[str, ...], ...] = field(repr=False)


Block = Paragraph | Table


def text_of(blocks: Iterable[Block]) -> str:
    """The lines of a document; between two paragraphs stands an empty one."""
    every = list(blocks)
    leads = firm(lead for one in every if isinstance(one, Paragraph) and (lead := _bold(one)))
    lines: list[str] = []
    for block in every:
        if isinstance(block, Table):
            lines += turns_of(block.rows)
        else:
            lines.append(_line(block, leads))
    return "\n\n".join(line for line in lines if line.strip())


def _line(paragraph: Paragraph, leads: set[str]) -> str:
    whole = "".join(text for text, _ in paragraph.runs)
    lead = _bold(paragraph)
    if lead not in leads:
        return whole
    return f"{lead}: {whole.lstrip()[len(lead) :].lstrip()}"


def _bold(paragraph: Paragraph) -> str:
    """A name in bold letters at the beginning, which nothing but that parts from the words."""
    lead = ""
    for text, bold in paragraph.runs:
        if text.strip() and not bold:
            break
        lead += text
    name = lead.strip()
    rest = "".join(text for text, _ in paragraph.runs).lstrip()[len(name) :]
    first = rest.partition("\n")[0].strip()
    if not name or len(name) > _LONGEST or "\n" in lead.rstrip("\n") or not first:
        return ""
    parted = name.endswith(":") or first.startswith(":") or _CLOCK.match(first)
    return "" if parted or not plausible(name) else name
