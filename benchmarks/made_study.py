"""A sound study of any size, the same on every run: files of about 26 kB, forty excerpts each."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

EXCERPTS = 40
SOURCES_EACH = 20
"""Sources of one partnership: interviews of a case study, not of a census."""

_WORDS = (  # noqa: SIM905  # a list would be four times as long
    "the board met again about money for our neighbourhood and nobody had told us before that "
    "papers come late most months so members read them on the way in then somebody from housing "
    "asks who decides while we wait outside for a seat at their table which never really comes "
    "although officers say they value what small groups bring they seldom change anything because "
    "targets were agreed elsewhere long ago with another forum where business and health speak "
    "first I remember one evening when residents came with questions on transport schools rubbish "
    "collection lighting safety youth work training jobs advice grants rents and the chair wrote "
    "every point down promised answers within weeks but minutes showed only half of it since then "
    "people stopped coming except those paid to be there we still try because without us nothing "
    "would reach families further out past the ring road near old mills new flats by the canal"
).split()
_ROOTS = (  # noqa: SIM905  # as above
    "fund plan report agree attend discuss propose represent consult employ improve establish "
    "challenge develop organise neglect support resist measure deliver explain demand question "
    "record appoint remember complain volunteer manage commission inspect distrust exclude include"
).split()
_TALK = (*_WORDS, *(root + end for root in _ROOTS for end in ("", "s", "ed", "ing", "ment", "er")))
_SECTORS = ("vcs", "council", "health", "police", "business")
_STANCES = ("happens", "partly", "absent")
_IMPERATIVES = 24
_POLICY = """\
policy: guidance-{number}
title: Guidance to boards, part {number}
publisher: Ministry
published: 2001-03
force: guidance
nation: england
in_force: {{from: 2001-03}}
imperatives:
"""
_IMPERATIVE = """\
  - id: point-{number:02}
    locator: para {number}
    text: Boards should keep to point {number} of this guidance in all their work.
    actor: council
    modality: should
"""


def talk() -> tuple[str, ...]:
    """The words that people in a made study use."""
    return _TALK


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What somebody says, in lines, and the codes on it as they are typed."""

    lines: tuple[str, ...]
    codes: str


def make(root: Path, files: int, *, unreviewed: int = 0, partnerships: int | None = None) -> int:
    """Write a study of so many sources below `root`; how many bytes the sources hold.

    Of so many excerpts one is left `unreviewed` (0: none is), and its words stay what they are.
    Unless it is said how many partnerships share the files, each has as many as a case study.
    """
    write(root / "gapcheck.yaml", "study: A made study\n")
    write(root / "policies" / "guidance.yaml", _policy())
    size, before, first = 0, -1, 0
    for number in range(files):
        own = number * partnerships // files if partnerships else number // SOURCES_EACH
        lsp = f"place-{own:04}"
        if own != before:
            before, first = own, number
            write(root / "evidence" / lsp / "lsp.yaml", _partnership(lsp))
        name = f"int-{number - first:02}"
        text = _source(name, random.Random(number), unreviewed)
        size += len(text)
        write(root / "evidence" / lsp / f"{name}.yaml", text)
    return size


def spoken(files: int) -> Iterator[str]:
    """The words of every excerpt of a study of so many sources, for others to be given too."""
    for number in range(files):
        chance = random.Random(number)
        _head("", chance)
        for _ in range(EXCERPTS):
            yield " ".join(_drawn(chance).lines)


def _policy() -> str:
    points = (_IMPERATIVE.format(number=number) for number in range(1, _IMPERATIVES + 1))
    return _POLICY.format(number=1) + "".join(points)


def _partnership(lsp: str) -> str:
    return (
        f"lsp: {lsp}\nname: Board of {lsp}\nkind: lsp\nnation: england\nillustrative: true\n"
        "partnerships:\n  - {id: board, tier: strategic}\n  - {id: forum, tier: neighbourhood}\n"
    )


def _source(name: str, chance: random.Random, unreviewed: int) -> str:
    typed = [_head(name, chance)]
    for number in range(1, EXCERPTS + 1):
        reviewed = not unreviewed or number % unreviewed != 0
        typed.append(_excerpt(number, _drawn(chance), reviewed=reviewed))
    return "".join(typed)


def _head(name: str, chance: random.Random) -> str:
    sector = chance.choice(_SECTORS)
    return (
        f"source: {name}\nkind: interview\ndate: {chance.randint(2002, 2007)}-05-12\n"
        f"speaker: {{id: P{chance.randint(1, 10**9)}, sector: {sector}, role: an officer, "
        "partnership: board}\nconsent: {quote: anonymised}\ncoder: ab\n"
        "asked: [point-01, point-02, point-03]\nexcerpts:\n"
    )


def words(chance: random.Random, count: int) -> list[str]:
    """So many words of somebody's talk."""
    return chance.choices(_TALK, k=count)


def _drawn(chance: random.Random) -> Excerpt:
    lines = (" ".join(words(chance, 15)) for _ in range(chance.randint(2, 6)))
    spoken_lines = tuple(line.capitalize() + "." for line in lines)
    codes = "".join(
        f"      - {{imperative: guidance-1/point-{point:02}, stance: {chance.choice(_STANCES)}}}\n"
        for point in chance.sample(range(1, _IMPERATIVES + 1), k=chance.choice((0, 1, 1, 2)))
    )
    return Excerpt(spoken_lines, codes)


def _excerpt(number: int, said: Excerpt, *, reviewed: bool) -> str:
    lines = "\n      ".join(said.lines)
    typed = f"    codes:\n{said.codes}" if said.codes else "    codes: []\n"
    text = f"  - id: x{number}\n    at: page {number}\n    text: >\n      {lines}\n"
    return text + typed if reviewed else text


def write(path: Path, text: str) -> None:
    """Write a file, and the folders that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
