"""What an edition for the public is asked to leave out beyond what every one leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Sizes = Mapping[str, int]
"""How many people each sector has that somebody speaks for."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Whether role and tier of speakers are left out, and where that would not be enough.

    `sizes` holds, by partnership, the sizes of the sectors where one is so small that its name
    alone singles people out. `places_unread`: nobody could look for real place names.
    """

    coarsen: bool = False
    sizes: Mapping[str, Sizes] = field(default_factory=lambda: MappingProxyType({}))
    places_unread: bool = False
