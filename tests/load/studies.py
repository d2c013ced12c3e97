"""A study written from a table of files, and everything that is said of it, whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from sweep.agreement import all_ways

from gapcheck.checks.catalogue import CATALOGUE
from gapcheck.checks.run import check
from gapcheck.diagnostic import Diagnostic, Location
from gapcheck.load.study import load_study
from gapcheck.model.corpus import Corpus

SETTINGS, POLICY = "gapcheck.yaml", "policies/guidance.yaml"
LSP, INT, SECOND = (
    "evidence/north/lsp.yaml",
    "evidence/north/int.yaml",
    "evidence/north/int.cd.yaml",
)
SIGNOFF, SURVEY = "evidence/north/signoff.yaml", "evidence/north/survey.yaml"

Files = Mapping[str, str | bytes | None]

SOUND: Files = {
    SETTINGS: """\
        study: A small study
        consent_forms: {v2: {archive: true}}
        """,
    POLICY: """\
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
            in_force: {from: 2002}
        """,
    LSP: """\
        lsp: north
        name: North Board
        kind: lsp
        nation: england
        partnerships:
          - {id: board, tier: strategic}
        members: {vcs: 6}
        """,
    INT: """\
        source: int
        kind: interview
        date: 2004-05-12
        speaker: {id: P03, sector: vcs, role: officer, partnership: board}
        coder: ab
        consent: v2
        asked: [seats]
        excerpts:
          - id: x1
            text: >
              We sit on the board.
            codes:
              - {imperative: seats, stance: partly, indicator: vote}
            memo: fine
          - id: x2
            text: The papers came late.
            codes: {papers: absent}
        """,
    SECOND: """\
        source: int
        coder: cd
        codes:
          x1: [{imperative: seats, stance: absent}]
          x2: {papers: absent}
        """,
    SIGNOFF: """\
        - imperative: seats
          reason: Read twice.
          by: PI
          on: 2006-01-31
        """,
    SURVEY: """\
        source: survey
        kind: survey
        date: 2005
        respondents: vcs
        of: 40
        excerpts:
          - id: q1
            text: 19 of 38 have a seat.
            codes:
              - {imperative: seats, share: {met: 19, of: 38}}
        """,
}
"""A study in which nothing is wrong, with one file of each kind."""


OF_CONTENT = frozenset(
    (
        "about-after-source",
        "about-outside-force",
        "missing-approval",
        "missing-places",
        "recognisable-speaker",
        "unevidenced-imperative",
        "unfinished-prose",
        "unknown-rule",
        "untouched-source",
        "unused-ignore",
    )
)
"""Rules on what is said and not on how it is typed, which have tests of their own."""


def changed(path: str, old: str, new: str) -> Files:
    """The sound study with one thing in one file typed in another way."""
    text = SOUND[path]
    assert isinstance(text, str)
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    return {path: text.replace(old, new)}


def write(root: Path, files: Files = SOUND) -> Path:
    """Write a study into an empty folder; None writes nothing."""
    for name, typed in files.items():
        if typed is None:
            continue
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(typed if isinstance(typed, bytes) else dedent(typed).encode())
    return root


def loaded(root: Path, files: Files | None = None) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """The sound study with `files` in place of its own, read and checked."""
    corpus, found = load_study(write(root, {**SOUND, **(files or {})}))
    # The quicker way, file by file, has to say the same of every study of these tests.
    all_ways(root)
    return corpus, tuple(one for one in check(corpus, found) if one.rule not in OF_CONTENT)


def said(root: Path, files: Files | None = None) -> list[str]:
    """Everything that is said of the sound study with `files` in place of its own."""
    return [line(one) for one in loaded(root, files)[1]]


def line(one: Diagnostic) -> str:
    """`path:line:column-line:column severity[rule] message | help | also ... | out ...`."""
    assert one.rule in CATALOGUE, f"`gapcheck rules {one.rule}` explains nothing"
    also = [f"also {place(more.location)} {more.message}" for more in one.related]
    out = [f"out: {one.left_out}"] if one.left_out else []
    what = f"{place(one.location)} {one.severity}[{one.rule}] {one.message}"
    return " | ".join([what, one.help, *also, *out])


def place(at: Location) -> str:
    """A place in full."""
    return f"{at.path}:{at.line}:{at.column}-{at.end_line}:{at.end_column}"


def named(corpus: Corpus) -> list[str]:
    """What a Corpus holds, down to its codes, by name."""
    sources = (*corpus.sources, *corpus.background)
    return [
        *(f"policy {one.id}" for one in corpus.policies),
        *(one.name for policy in corpus.policies for one in policy.imperatives),
        *(f"lsp {one.id}" for one in corpus.partnerships),
        *(
            f"{source.id} {excerpt.id} {' '.join(code.imperative for code in excerpt.codes or ())}"
            for source in sources
            for excerpt in source.excerpts
        ),
        *(f"{one.source} by {one.coder}" for one in corpus.second_codings),
        *(f"signed {one.imperative}" for one in corpus.signoffs),
    ]
