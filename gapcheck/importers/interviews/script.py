"""The turns of a file in their order, with what stood before them and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field

from gapcheck.importers.interviews.head import Head
from gapcheck.importers.interviews.turn import Turn


@dataclass(frozen=True, slots=True)
class Script:
    """A transcript taken apart.

    `named` says whether anybody is named before a turn; `once` are the labels that stand but once
    and may be none. `spoiled` are the lines of captions whose times could not be read. `running`
    says that what the same person says next belongs to the same turn, as it does in captions.
    """

    turns: tuple[Turn, ...] = field(repr=False)
    head: Head = field(default_factory=Head, repr=False)
    named: bool = True
    once: tuple[str, ...] = field(default=(), repr=False)
    spoiled: tuple[int, ...] = ()
    running: bool = False
