"""The examples of the rules, laid into a study in which nothing is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from gapcheck.checks.run import check
from gapcheck.diagnostic import Diagnostic
from gapcheck.load.quotes import with_quotes
from gapcheck.load.study import load_study
from gapcheck.model.choices import Audience

TODAY = date(2026, 11, 21)

SOUND = {
    "gapcheck.yaml": """\
study: A small study
consent_forms: {v2: {archive: true}}
ethics:
  approval: REC 12
  controller: The university
  lawful_basis: public task
  consent_form: v2
  reidentification_review: {by: The data officer, on: 2006-01-31}
""",
    "policies/guidance.yaml": """\
policy: guidance
title: Guidance to boards
publisher: Ministry
published: 2001-03
force: guidance
nation: england
in_force: {from: 2001-03, to: 2008}
imperatives:
  - id: seats
    locator: para 2
    text: Give the sector seats.
    actor: council
    modality: should
    indicators: [{id: vote, text: They vote.}]
  - id: papers
    locator: para 3
    text: Send papers in time.
    actor: [council, partnership]
    modality: must
""",
    "evidence/north/lsp.yaml": """\
lsp: north
name: North Board
kind: lsp
nation: england
partnerships:
  - {id: board, tier: strategic}
members: {vcs: 6, council: 9}
""",
    "evidence/north/int.yaml": """\
source: int
kind: interview
date: 2004-05-12
speaker: {id: P03, sector: vcs, role: officer, partnership: board}
consent: v2
excerpts:
  - id: x1
    text: We sit on the board beside the others.
    codes: {seats: partly}
""",
}
"""A study of one real place, in which nothing is wrong for anybody."""

_FILE = re.compile(r"# ((?:[\w.-]+/)+[\w.-]+|gapcheck\.(?:yaml|lock))")


def found(
    root: Path,
    example: str = "",
    *,
    audience: Audience = Audience.TEAM,
    today: date | None = TODAY,
) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the sound study once an example stands in it."""
    for path, text in laid(example).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    corpus, loaded = load_study(root)
    corpus = with_quotes(corpus, root)
    return check(corpus, loaded, audience=audience, today=today)


def rules(root: Path, example: str = "", **asked: object) -> list[str]:
    """The rules that find something."""
    return [one.rule for one in found(root, example, **asked)]  # type: ignore[arg-type]


def places(root: Path, example: str, rule: str, audience: Audience = Audience.TEAM) -> list[str]:
    """`path:line:column severity message` of everything that one rule finds."""
    return [
        f"{one.location}:{one.location.column} {one.severity} {one.message}"
        for one in found(root, example, audience=audience)
        if one.rule == rule
    ]


def laid(example: str) -> dict[str, str]:
    """The files of the sound study, with the parts that an example gives in their place."""
    files = dict(SOUND)
    for path, lines in _parts(example):
        files[path] = _spliced(SOUND[path], lines) if path in SOUND else "".join(lines)
    return files


def _parts(example: str) -> Iterator[tuple[str, list[str]]]:
    path, lines = "", list[str]()
    for line in example.splitlines(keepends=True):
        named = _FILE.fullmatch(line.rstrip("\n"))
        if named:
            if path:
                yield path, lines
            path, lines = named[1], []
        else:
            lines.append(line if line.endswith("\n") else line + "\n")
    if path:
        yield path, lines


def _spliced(text: str, lines: list[str]) -> str:
    """A file with whole top-level entries given in another way, or more of them at its end."""
    own, given = _blocks(text.splitlines(keepends=True)), _blocks(lines)
    last = [(key, block) for key, block in given.items() if key not in own]
    return "".join([given.get(key, block) for key, block in own.items()] + [one for _, one in last])


def _blocks(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    key = ""
    for line in lines:
        if not line.startswith((" ", "\t")):
            key = line.partition(":")[0].strip()
        found[key] = found.get(key, "") + line
    return found
