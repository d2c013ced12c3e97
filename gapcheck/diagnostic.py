"""What is wrong with an input: a value that knows its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic weighs: an error leaves something out, a warning leaves it in."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Location:
    """A span in a file: lines and columns count from 1 in characters, the end is exclusive.

    `path` is relative to the study, with forward slashes on every platform.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        """The short form that a terminal can open: path and line."""
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that belongs to the same trouble: the first of two duplicates, say."""

    location: Location
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem in one place, with the rule that found it and how to mend it.

    `message` is one sentence without a full stop; `help` is what was allowed, or what to do,
    in whole sentences. `sensitive` marks a message whose value may identify a person: the
    machine formats for logs mask it. `left_out` names what no verdict rests on until it is
    mended ("the whole source"), and is empty where everything stays in. `record` is the id of
    what it stands in (`x1`), by which it is known again after lines have moved.
    """

    location: Location
    severity: Severity
    rule: str
    message: str
    help: str = ""
    related: tuple[Related, ...] = ()
    left_out: str = ""
    sensitive: bool = False
    record: str = ""
