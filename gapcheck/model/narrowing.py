"""What of a report was asked for, where that is not all of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The policies (ids), topics, verdicts and groups that were named, and what is left with them.

    Of the `of` imperatives `imperatives` are left. `shown` findings of `out_of` have a verdict or
    a group that was named; both are 0 where none was named, or where whole imperatives were chosen
    by it.
    """

    policies: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    imperatives: int = 0
    of: int = 0
    shown: int = 0
    out_of: int = 0
