"""How much a study holds, as far as a check tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.model.quoted import Quoted


@dataclass(frozen=True, slots=True)
class Held:
    """A study by its title and counts.

    `files` are those from which anything could be used; `read` counts all that were opened.
    `quoted` is what came of looking for quotes in transcripts.
    """

    title: str
    files: tuple[str, ...]
    read: int
    policies: int
    imperatives: int
    partnerships: int
    sources: int
    quoted: tuple[Quoted, ...] = ()
