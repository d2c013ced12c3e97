"""What an edition for the public says of itself before all else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """Who looked for people to recognise in it, and what it does not tell.

    `least` is the smallest number of people that is told. Counted are the findings whose numbers
    of voices are not told (`uncounted`), the findings with one voice alone, whose words are not
    shown (`alone`), the passages that count too few people (`passages`), the barriers, enablers
    and tensions that too few name (`rare`), and the citations left out (`citations`). `pooled`
    names the partnerships whose small sectors are told as one. `places_unread`: the key list could
    not be read, so nobody looked for its real place names.
    """

    least: int
    reviewed_by: str = ""
    reviewed_on: str = ""
    coarsened: bool = False
    uncounted: int = 0
    alone: int = 0
    passages: int = 0
    rare: int = 0
    citations: int = 0
    pooled: tuple[str, ...] = ()
    places_unread: bool = False
