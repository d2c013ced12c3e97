"""A sound study to report on, of any number of partnerships and imperatives, the same each time.

As in the study that is shipped, a passage is about 190 letters long and of about half of the
imperatives nobody speaks in a partnership. Nobody agrees with anybody: stances are drawn by lot, so
that more findings are mixed, fragile and contested than in any real study.
"""

from __future__ import annotations

import random
from pathlib import Path

from made_study import words, write

IMPERATIVES_EACH = 10
"""Imperatives of one policy."""

_SPEAKERS = (
    ("int-vcs-01", "vcs", "network coordinator", "strategic"),
    ("int-vcs-02", "vcs", "advice centre manager", "delivery"),
    ("int-council-01", "council", "partnership manager", "strategic"),
    ("int-council-02", "council", "neighbourhood manager", "neighbourhood"),
    ("int-health-01", "health", "public health manager", "thematic"),
    ("int-police-01", "police", "inspector", "thematic"),
    ("int-resident-01", "residents", "resident", "neighbourhood"),
)
_HEARD = 0.55
_EXCERPTS = 12
_STANCES = ("happens", "happens", "partly", "absent", "absent", "opposite", "unaware")
_NATIONS = ("england", "scotland", "wales")
_POLICY = """\
policy: guidance-{number:02}
title: Guidance to boards, part {number}
publisher: Ministry
published: {year}-03
force: guidance
nation: uk
in_force: {{from: {year}-03}}
imperatives:
"""
_IMPERATIVE = """\
  - id: point-{number:03}
    locator: para {number}
    text: Let those who live and work here have a say in point {number} before it is decided.
    actor: {actor}
    beneficiary: [residents]
    modality: {modality}
    topics: [{topic}]
"""
_MINUTES = """\
source: min-board-2004
kind: minutes
date: 2004-09-14
author: council
excerpts:
"""
_SURVEY = """\
source: svy-groups-2004
kind: survey
date: 2004-11
respondents: vcs
of: 46
excerpts:
"""


def make(root: Path, partnerships: int, imperatives: int) -> None:
    """Write a study of so many partnerships and imperatives below `root`."""
    write(root / "gapcheck.yaml", "study: A made study of many places\n")
    for first in range(0, imperatives, IMPERATIVES_EACH):
        number = first // IMPERATIVES_EACH
        points = range(first, min(first + IMPERATIVES_EACH, imperatives))
        text = _POLICY.format(number=number, year=1998 + number % 5)
        text += "".join(map(_imperative, points))
        write(root / "policies" / f"guidance-{number:02}.yaml", text)
    for number in range(partnerships):
        _partnership(root / "evidence", number, imperatives)


def _imperative(number: int) -> str:
    return _IMPERATIVE.format(
        number=number,
        actor=("council", "health", "partnership")[number % 3],
        modality=("must", "should", "may")[number % 3],
        topic=("membership", "money", "consultation", "plans")[number % 4],
    )


def _partnership(evidence: Path, number: int, imperatives: int) -> None:
    chance = random.Random(number)
    lsp = f"place-{number:03}"
    write(
        evidence / lsp / "lsp.yaml",
        f"lsp: {lsp}\nname: Board of Place {number}\nkind: lsp\nillustrative: true\n"
        f"nation: {_NATIONS[number % 3]}\nmembers: {{vcs: 6, council: 9, health: 4, police: 2}}\n",
    )
    heard = chance.sample(range(imperatives), k=round(_HEARD * imperatives))
    for speaker in _SPEAKERS:
        write(evidence / lsp / f"{speaker[0]}.yaml", _interview(speaker, heard, chance))
    write(evidence / lsp / "min-board-2004.yaml", _MINUTES + _said(heard, 6, chance))
    write(evidence / lsp / "svy-groups-2004.yaml", _SURVEY + _said(heard, 4, chance))


def _interview(speaker: tuple[str, str, str, str], heard: list[int], chance: random.Random) -> str:
    name, sector, role, tier = speaker
    return (
        f"source: {name}\nkind: interview\ndate: {chance.randint(2003, 2006)}-05-12\n"
        f"speaker: {{id: P-{name}, sector: {sector}, role: {role}, tier: {tier}}}\n"
        "consent: {quote: anonymised}\ncoder: ab\nexcerpts:\n"
    ) + _said(heard, _EXCERPTS, chance)


def _said(heard: list[int], number: int, chance: random.Random) -> str:
    return "".join(_excerpt(each, heard, chance) for each in range(1, number + 1))


def _excerpt(number: int, heard: list[int], chance: random.Random) -> str:
    lines = (" ".join(words(chance, 12)) for _ in range(3))
    spoken = "\n      ".join(line.capitalize() + "." for line in lines)
    codes = "".join(
        f"      - {{imperative: point-{point:03}, stance: {chance.choice(_STANCES)}}}\n"
        for point in chance.sample(heard, k=chance.choice((1, 1, 2)))
    )
    barrier = "    barriers: [late papers]\n" if number % 7 == 0 else ""
    return f"  - id: x{number}\n    text: >\n      {spoken}\n    codes:\n{codes}{barrier}"
