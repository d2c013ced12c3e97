"""What a foreign file held: documents, passages, codes, cases, and what nobody understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Fields = Mapping[str, Any]
"""Values under the keys of gapcheck's own format (`kind`, `date`, `sector`, `stance` ...), as
they would be typed in YAML; only what the foreign file really says."""


class Fate(StrEnum):
    """What became of a kind of thing in a foreign file."""

    TAKEN = "taken"
    CHANGED = "changed"
    LEFT = "left out"


@dataclass(frozen=True, slots=True)
class Tally:
    """One line of the loss report: how many of what, what became of them, and why.

    `what` is a plural noun in the words of the program that wrote the file ("selections").
    `examples` are names and places in the file (a code, a cell, a line), never anybody's words.
    """

    fate: Fate
    what: str
    count: int
    why: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mishap:
    """A problem in a place of a foreign file, which may be a cell or an element.

    `where` reads after the file's name: "sheet Excerpts, cell C4", "line 12". `message` is one
    sentence without a full stop, `help` whole sentences; neither holds words of a participant.
    `sensitive` marks a message whose value may identify somebody.
    """

    file: str
    where: str
    message: str
    help: str = ""
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class ForeignCode:
    """A code of a foreign codebook; `key` is what codings name, `path` its names from the top."""

    key: str
    path: tuple[str, ...]
    description: str = ""

    @property
    def name(self) -> str:
        """The whole name, `Parent > Child`, as it stands in a code map."""
        return " > ".join(self.path)


@dataclass(frozen=True, slots=True)
class Coding:
    """A passage coded: by the key of a foreign code, or in gapcheck's own words (`fields`)."""

    code: str = ""
    coder: str = ""
    memo: str = ""
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document.

    `start` and `end` are code points of the document's text, the end exclusive, where it has one.
    `at` is where in the source in words ("00:12:40", "p. 3"), `speaker` a key of its voices.
    `asked` is the question before it. `codings` is None where nobody has looked at it yet.
    `cases` are the names of cases that it belongs to.
    """

    text: str
    where: str = ""
    start: int | None = None
    end: int | None = None
    at: str = ""
    speaker: str = ""
    asked: str = ""
    codings: tuple[Coding, ...] | None = None
    memo: str = ""
    cases: tuple[str, ...] = ()
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in a document; `asks` marks whoever leads the interview.

    `name` is what the file calls them, which may be a real name: it never goes into the study.
    """

    key: str
    name: str = ""
    asks: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """One source of the foreign file; `key` is unique in it and `name` is what people call it.

    `text` is None where the file holds none. `folder`, `sets` and `attributes` are what a code
    map may tell its partnership by.
    """

    key: str
    name: str
    passages: tuple[Passage, ...] = ()
    text: str | None = field(default=None, repr=False)
    voices: tuple[Voice, ...] = ()
    memo: str = ""
    folder: str = ""
    sets: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """A case (a person, a place) and its attributes."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    description: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """Everything that was read from one foreign file; `program` is the one that wrote it."""

    file: str
    program: str = ""
    documents: tuple[Document, ...] = ()
    codes: tuple[ForeignCode, ...] = ()
    cases: tuple[Case, ...] = ()
    tallies: tuple[Tally, ...] = ()
    mishaps: tuple[Mishap, ...] = ()
