"""Small studies for tests, written from text into a folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

SHIPPED = Path(__file__).parents[2]
"""The study that lies in the repository itself."""

SETTINGS = "study: A small study\n"

POLICY = """\
policy: guidance-2001
title: Guidance on partnerships
publisher: A ministry
published: 2001
force: guidance
nation: england
in_force: {from: 2001-01}
imperatives:
  - id: sectors-together
    locator: para 1
    text: Bring the sectors together.
    actor: council
    beneficiary: [vcs]
    modality: should
    indicators:
      - {id: seats, text: There are seats.}
  - id: pay-in-advance
    locator: para 2
    text: Pay grants ahead of spending.
    actor: council
    modality: must
  - id: women-in-the-chair
    locator: para 3
    text: Balance the chairs.
    actor: partnership
    modality: may
"""

COMPACT = """\
policy: compact-1998
title: Compact
publisher: A ministry
published: 1998
force: compact
nation: scotland
in_force: {from: 1998}
imperatives:
  - id: pay-in-advance
    locator: para 9
    text: Pay ahead.
    actor: council
    modality: should
"""

NORTHTOWN = """\
lsp: northtown
name: Northtown Strategic Partnership
illustrative: true
kind: lsp
nation: england
partnerships:
  - {id: board, tier: strategic}
members: {vcs: 6, council: 9}
"""

SOUTHBY = """\
lsp: southby
name: Southby Partnership
illustrative: true
kind: lsp
nation: england
"""


def interview(
    name: str,
    sector: str = "vcs",
    codes: str = "{sectors-together: absent, pay-in-advance: absent}",
    *,
    text: str = "We come and sit there.",
    consent: str = "{analysis: true}",
    more: str = "",
) -> str:
    """A source with one speaker and one excerpt; `more` is further lines of the excerpt."""
    return f"""\
source: {name}
kind: interview
date: 2004-05-12
speaker: {{id: P-{name}, sector: {sector}, role: officer, tier: strategic}}
consent: {consent}
excerpts:
  - id: x1
    text: >
      {text}
    codes: {codes}
{more}"""


SOUND: Mapping[str, str] = {
    "gapcheck.yaml": SETTINGS,
    "policies/guidance-2001.yaml": POLICY,
    "evidence/northtown/lsp.yaml": NORTHTOWN,
    "evidence/northtown/int-vcs-01.yaml": interview(
        "int-vcs-01", more="    themes: [paper flow]\n"
    ),
    "evidence/northtown/int-council-01.yaml": interview("int-council-01", "council"),
    "evidence/southby/lsp.yaml": SOUTHBY,
    "evidence/southby/int-vcs-02.yaml": interview(
        "int-vcs-02", codes="{sectors-together: happens}"
    ),
}
"""A study without a problem: seven files, four imperatives' worth of gaps, one thing that works."""

FIVE_ERRORS = """\
source: int-vcs-03
kind: interview
date: 2004-11-05
speaker: {id: P09, sector: vcs, role: treasurer of a small group}
consent: {analysis: true}
excerpts:
  - id: x1
    at: "00:02:10"
    text: >
      We sit on the board, but the money has been settled by then.
    codes:
      - {imperative: sector-together, stance: absent}
      - {imperative: pay-in-advance, stance: denies}
  - id: x2
    speaker: P9
    text: >
      Nobody asked us.
    codes: []
  - id: x3
    about: 2004-13
    text: "It comes the night before."
    codes: []
  - id: x4
    at: "00:21:10"
    text: >
      They pay us late.
    at: "00:24:02"
    codes: []
"""
"""A file with five errors of different kinds, each of which leaves out no more than an excerpt."""

CONTRADICTION = interview(
    "int-vcs-01",
    codes="""
      - {imperative: pay-in-advance, stance: happens}
      - {imperative: pay-in-advance, stance: absent}""",
)


def study(root: Path, *changes: Mapping[str, str | bytes | None]) -> Path:
    """The sound study in a folder, with files changed, added or (None) left away."""
    files: dict[str, str | bytes | None] = dict(SOUND)
    for change in changes:
        files.update(change)
    for name, held in files.items():
        if held is not None:
            put(root / name, held)
    return root


def put(path: Path, held: str | bytes) -> None:
    """Write a file and the folders that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(held if isinstance(held, bytes) else held.encode())
