"""What is made of the file of one interview, and the key to the names that were in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from gapcheck.model.brought import Brought

Key = tuple[tuple[str, str], ...]
"""Pairs of a pseudonym and the name that it stands for, as the file had it."""


@dataclass(frozen=True, slots=True)
class Interview:
    """What was read, in which nobody has a name, and the key, which stays outside of the study.

    A person whose name was written in several ways has a pair for each of them.
    """

    brought: Brought
    key: Key = field(default=(), repr=False)
