"""A small sound study, and the six places in it where a hostile file may lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from load.studies import INT, SETTINGS, SOUND, SURVEY, changed, named, write

from gapcheck.model.corpus import Corpus

SECRET = "Qsecret"
"""Stands in what people said: no message about a hostile file may show it."""

STUDY: Mapping[str, str | bytes | None] = {
    **SOUND,
    SETTINGS: "study: A small study\n",
    **changed(INT, "consent: v2", "consent: {archive: true}"),
}
"""The sound study, so that it needs nothing of any file that a hostile one takes the place of."""


@dataclass(frozen=True)
class Role:
    """What a file is to the study: where it lies, how a sound one is typed, what stands without.

    `words` begins the value of a text, and `day` that of a date; both go on to the line's end.
    """

    path: str
    sound: str
    words: str
    day: str = ""
    without: frozenset[str] = frozenset()
    """What of the sound study is gone, because the file lies where another lay."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """What else has to be there for the file to be sound."""


ROLES: Mapping[str, Role] = {
    "settings": Role(
        "gapcheck.yaml",
        f"study: A small study of {SECRET}\nethics:\n  retention_until: 2030-01-01\n",
        "study: ",
        "retention_until: ",
    ),
    "policy": Role(
        "policies/zz.yaml",
        f"""\
policy: zz
title: Another policy
publisher: Ministry
published: 2002-03
force: guidance
nation: england
in_force: {{from: 2002-03}}
imperatives:
  - id: chairs
    locator: para 2
    text: Chairs {SECRET}.
    actor: council
    modality: should
""",
        "text: ",
        "published: ",
    ),
    "partnership": Role(
        "evidence/zz/lsp.yaml",
        f"lsp: zz\nname: Board {SECRET}\nillustrative: true\nkind: lsp\nnation: england\n",
        "name: ",
        beside={"evidence/zz/survey.yaml": str(SOUND[SURVEY])},
    ),
    "source": Role(
        "evidence/north/zz.yaml",
        f"""\
source: zz
kind: interview
date: 2004-06-12
speaker: {{id: P09, sector: vcs, role: officer}}
consent: {{archive: true}}
excerpts:
  - id: z1
    text: They told {SECRET} nothing.
    codes: {{seats: absent}}
""",
        "text: ",
        "date: ",
    ),
    "second": Role(
        "evidence/north/int.zz.yaml",
        f"""\
source: int
coder: zz
codes:
  x1:
    - imperative: seats
      stance: absent
      memo: Said {SECRET} twice.
""",
        "memo: ",
    ),
    "signoff": Role(
        "evidence/north/signoff.yaml",
        f"- imperative: seats\n  reason: Read {SECRET} twice.\n  by: PI\n  on: 2006-01-31\n",
        "reason: ",
        "  on: ",
        without=frozenset({"signed guidance/seats"}),
    ),
}


def lay(root: Path, role: Role, data: bytes) -> Path:
    """The sound study in `root` with a file of that role that holds `data`."""
    write(root, {**STUDY, **role.beside})
    path = root / role.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def missing(corpus: Corpus, role: Role) -> set[str]:
    """What of the sound study was not read, though nothing is wrong with it."""
    return _sound() - role.without - set(named(corpus))


def _sound() -> set[str]:
    return {
        "policy guidance",
        "guidance/seats",
        "guidance/papers",
        "lsp north",
        "int x1 guidance/seats",
        "int x2 guidance/papers",
        "survey q1 guidance/seats",
        "int by cd",
        "signed guidance/seats",
    }
