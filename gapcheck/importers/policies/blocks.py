"""A document as its readers give it: paragraphs in order, and what was no part of the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gapcheck.model.brought import Tally


class Kind(StrEnum):
    """What a paragraph is."""

    TEXT = "text"
    HEADING = "heading"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or an item of a list; `page` is 0 where there are none.

    `label` is a number that the file keeps beside the text, as Word does; others stand in it.
    """

    text: str
    page: int = 0
    kind: Kind = Kind.TEXT
    label: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read of a file: its paragraphs, its title where it has one, what was left."""

    blocks: tuple[Block, ...]
    title: str = ""
    pages: int = 0
    tallies: tuple[Tally, ...] = ()
