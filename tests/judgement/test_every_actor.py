"""Every way of saying whom an imperative obliges, against the oracle."""

from __future__ import annotations

from itertools import combinations_with_replacement, product

import pytest

from .builders import an_imperative
from .oracle import Said, obliged_by
from .walks import Walk, in_own_sources

SECTORS = ("council", "vcs", "residents", "partnership", "audit", "research")
ACTORS = (
    ("council",),
    ("council", "vcs"),
    ("partnership",),
    ("partnership", "vcs"),
    ("council", "audit"),
)
BENEFICIARIES = ((), ("vcs",), ("residents", "vcs"), ("council",))
SAID = tuple(
    Said(stance, None, None, sector, None, kind, "")
    for stance, sector, kind in product(("happens", "absent"), SECTORS, ("interview", "survey"))
)


@pytest.mark.parametrize("actors", ACTORS, ids="-".join)
@pytest.mark.parametrize("beneficiaries", BENEFICIARIES, ids=lambda each: "-".join(each) or "none")
def test_two_statements_are_decided_as_the_page_does_whoever_is_obliged(
    actors: tuple[str, ...], beneficiaries: tuple[str, ...]
) -> None:
    walk = Walk()
    obliged = obliged_by(actors, beneficiaries, SECTORS)
    asks = [an_imperative("ask", actors=actors, beneficiaries=beneficiaries)]
    for pair in combinations_with_replacement(SAID, 2):
        told = [one._replace(voice=f"P{n}") for n, one in enumerate(pair)]
        walk.by_report(told, in_own_sources(told, asks), asks, obliged)
    assert walk.differences == []
    assert {"done", "self-report", "absent", "sectors-disagree"} <= walk.rules
